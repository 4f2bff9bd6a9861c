import { optional, text } from "../fields.ts";
import { defineOperation } from "../operation.ts";

/** To be repeated in Open when the buyer has changed address or payment method in a widget. */
export const confirmBillingAgreement = defineOperation({
  name: "ConfirmBillingAgreement",
  request: { AmazonBillingAgreementId: text(), SuccessUrl: optional(text()), FailureUrl: optional(text()) },
  response: {},
  result: "empty",
  needs: { BillingAgreement: ["Draft", "Open", "Suspended"] },
  quota: "write",
  recovery: "readThenDecide",
  errors: [
    "InvalidBillingAgreementId",
    "BillingAgreementConstraintsExist",
    "PaymentMethodNotUpdated",
    "InvalidBillingAgreementStatus",
  ],
  imitated: true,
  evidence: "documented",
  source: "API reference, ConfirmBillingAgreement",
});
