import { text } from "../fields.ts";
import { defineOperation } from "../operation.ts";
import { providerCreditDetails } from "../structures/provider-credit.ts";

export const getProviderCreditDetails = defineOperation({
  name: "GetProviderCreditDetails",
  request: { AmazonProviderCreditId: text() },
  response: { ProviderCreditDetails: providerCreditDetails },
  result: "content",
  needs: {},
  quota: "read",
  quotaEvidence: "unconfirmed",
  recovery: "repeat",
  errors: ["InvalidTransactionId"],
  imitated: false,
  evidence: "seen",
  source: "Amazon's SDKs, GetProviderCreditDetails",
});
