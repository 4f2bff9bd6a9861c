import { optional, price, text } from "../fields.ts";
import { defineOperation } from "../operation.ts";
import { note, providerCreditReversals, referenceId, softDescriptor } from "../structures/common.ts";
import { refundDetails } from "../structures/refund.ts";

export const refund = defineOperation({
  name: "Refund",
  request: {
    AmazonCaptureId: text(),
    RefundReferenceId: referenceId(),
    RefundAmount: price(),
    SellerRefundNote: optional(note()),
    SoftDescriptor: optional(softDescriptor()),
    ProviderCreditReversalList: optional(providerCreditReversals()),
  },
  response: { RefundDetails: refundDetails },
  result: "content",
  needs: { Capture: ["Completed"] },
  quota: "write",
  recovery: "replay",
  deduplicatedBy: "RefundReferenceId",
  simulatedBy: "SellerRefundNote",
  errors: [
    "InvalidTransactionId",
    "CaptureNotRefundable",
    "TransactionAmountExceeded",
    "TransactionCountExceeded",
    "DuplicateReferenceId",
    "DuplicateRequest",
    "CurrencyMismatch",
    "InvalidSandboxSimulationSpecified",
  ],
  imitated: true,
  evidence: "documented",
  source: "API reference, Refund",
});
