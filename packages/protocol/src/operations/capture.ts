import { optional, price, text } from "../fields.ts";
import { defineOperation } from "../operation.ts";
import { captureDetails } from "../structures/capture.ts";
import { note, providerCredits, referenceId, softDescriptor } from "../structures/common.ts";

export const capture = defineOperation({
  name: "Capture",
  request: {
    AmazonAuthorizationId: text(),
    CaptureReferenceId: referenceId(),
    CaptureAmount: price(),
    SellerCaptureNote: optional(note()),
    SoftDescriptor: optional(softDescriptor()),
    ProviderCreditList: optional(providerCredits()),
  },
  response: { CaptureDetails: captureDetails },
  result: "content",
  needs: { Authorization: ["Open"] },
  quota: "write",
  recovery: "replay",
  deduplicatedBy: "CaptureReferenceId",
  simulatedBy: "SellerCaptureNote",
  errors: [
    "InvalidTransactionId",
    "InvalidAuthorizationStatus",
    "TransactionAmountExceeded",
    "TransactionCountExceeded",
    "DuplicateReferenceId",
    "DuplicateRequest",
    "CurrencyMismatch",
    "InvalidSandboxSimulationSpecified",
  ],
  imitated: true,
  evidence: "documented",
  source: "API reference, Capture",
});
