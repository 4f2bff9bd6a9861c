import { text } from "../fields.ts";
import { defineOperation } from "../operation.ts";
import { billingAgreementAttributes, billingAgreementDetails } from "../structures/billing-agreement.ts";

/** At least one attribute must be sent. */
export const setBillingAgreementDetails = defineOperation({
  name: "SetBillingAgreementDetails",
  request: { AmazonBillingAgreementId: text(), BillingAgreementAttributes: billingAgreementAttributes },
  response: { BillingAgreementDetails: billingAgreementDetails },
  result: "content",
  needs: { BillingAgreement: ["Draft"] },
  quota: "write",
  recovery: "readThenDecide",
  errors: ["InvalidBillingAgreementId", "BillingAgreementNotModifiable"],
  imitated: true,
  evidence: "documented",
  source: "API reference, SetBillingAgreementDetails",
});
