import { optional, text } from "../fields.ts";
import { defineOperation } from "../operation.ts";
import { billingAgreementDetails } from "../structures/billing-agreement.ts";

export const getBillingAgreementDetails = defineOperation({
  name: "GetBillingAgreementDetails",
  request: { AmazonBillingAgreementId: text(), AccessToken: optional(text()), AddressConsentToken: optional(text()) },
  response: { BillingAgreementDetails: billingAgreementDetails },
  result: "content",
  needs: {},
  quota: "read",
  recovery: "repeat",
  errors: ["InvalidBillingAgreementId", "InvalidAddressConsentToken", "AmbiguousToken"],
  imitated: true,
  evidence: "documented",
  source: "API reference, GetBillingAgreementDetails",
});
