import { flag, optional, price, text } from "../fields.ts";
import { defineOperation } from "../operation.ts";
import { authorizationDetails } from "../structures/authorization.ts";
import { note, providerCredits, referenceId, softDescriptor, transactionTimeout } from "../structures/common.ts";
import { plainSellerOrderAttributes } from "../structures/order-reference.ts";
import { limits } from "../tables/limits.ts";

/** Makes and confirms an order reference, authorizes on it, and closes it to further authorizations. */
export const authorizeOnBillingAgreement = defineOperation({
  name: "AuthorizeOnBillingAgreement",
  request: {
    AmazonBillingAgreementId: text(),
    AuthorizationReferenceId: referenceId(),
    AuthorizationAmount: price(),
    SellerAuthorizationNote: optional(note()),
    TransactionTimeout: optional(transactionTimeout()),
    CaptureNow: optional(flag()),
    SoftDescriptor: optional(softDescriptor()),
    SellerNote: optional(text({ max: limits.sellerNoteLengthMax })),
    PlatformId: optional(text()),
    SellerOrderAttributes: optional(plainSellerOrderAttributes),
    InheritShippingAddress: optional(flag()), // true when left out
    ProviderCreditList: optional(providerCredits()),
  },
  response: { AuthorizationDetails: authorizationDetails, AmazonOrderReferenceId: text() },
  result: "content",
  needs: { BillingAgreement: ["Open"] },
  quota: "write",
  recovery: "replay",
  deduplicatedBy: "AuthorizationReferenceId",
  simulatedBy: "SellerAuthorizationNote",
  errors: [
    "InvalidBillingAgreementId",
    "InvalidBillingAgreementStatus",
    "PeriodicAmountExceeded",
    "TransactionAmountExceeded",
    "DuplicateReferenceId",
    "DuplicateRequest",
    "CurrencyMismatch",
    "InvalidSandboxSimulationSpecified",
  ],
  imitated: true,
  evidence: "documented",
  source: "API reference, AuthorizeOnBillingAgreement",
});
