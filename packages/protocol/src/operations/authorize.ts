import { flag, optional, price, text } from "../fields.ts";
import { defineOperation } from "../operation.ts";
import { authorizationDetails } from "../structures/authorization.ts";
import { note, providerCredits, referenceId, softDescriptor, transactionTimeout } from "../structures/common.ts";

export const authorize = defineOperation({
  name: "Authorize",
  request: {
    AmazonOrderReferenceId: text(),
    AuthorizationReferenceId: referenceId(),
    AuthorizationAmount: price(),
    SellerAuthorizationNote: optional(note()),
    TransactionTimeout: optional(transactionTimeout()),
    CaptureNow: optional(flag()),
    SoftDescriptor: optional(softDescriptor()),
    ProviderCreditList: optional(providerCredits()),
  },
  response: { AuthorizationDetails: authorizationDetails },
  result: "content",
  needs: { OrderReference: ["Open"] },
  quota: "write",
  recovery: "replay",
  deduplicatedBy: "AuthorizationReferenceId",
  simulatedBy: "SellerAuthorizationNote",
  errors: [
    "InvalidOrderReferenceId",
    "InvalidOrderReferenceStatus",
    "TransactionAmountExceeded",
    "TransactionCountExceeded",
    "PeriodicAmountExceeded", // of an order reference that belongs to a billing agreement
    "DuplicateReferenceId",
    "DuplicateRequest",
    "CurrencyMismatch",
    "InvalidSandboxSimulationSpecified",
  ],
  imitated: true,
  evidence: "documented",
  source: "API reference, Authorize",
});
