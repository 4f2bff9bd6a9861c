import { optional, text, word } from "../fields.ts";
import { defineOperation } from "../operation.ts";
import { billingAgreementStatus } from "../structures/billing-agreement.ts";

/** No pure read: a failure for InvalidPaymentMethod also suspends the agreement. */
export const validateBillingAgreement = defineOperation({
  name: "ValidateBillingAgreement",
  request: { AmazonBillingAgreementId: text() },
  response: {
    ValidationResult: word("Success", "Failure"),
    FailureReasonCode: optional(word("InvalidPaymentMethod", "ValidationTimedOut")), // the second: [U]
    BillingAgreementStatus: billingAgreementStatus,
  },
  result: "content",
  needs: { BillingAgreement: ["Open"] },
  quota: "write",
  recovery: "readThenDecide",
  errors: ["InvalidBillingAgreementId", "InvalidBillingAgreementStatus"],
  imitated: true,
  evidence: "documented",
  source: "API reference, ValidateBillingAgreement",
});
