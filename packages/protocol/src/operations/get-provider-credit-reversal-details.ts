import { text } from "../fields.ts";
import { defineOperation } from "../operation.ts";
import { providerCreditReversalDetails } from "../structures/provider-credit.ts";

export const getProviderCreditReversalDetails = defineOperation({
  name: "GetProviderCreditReversalDetails",
  request: { AmazonProviderCreditReversalId: text() },
  response: { ProviderCreditReversalDetails: providerCreditReversalDetails },
  result: "content",
  needs: {},
  quota: "read",
  quotaEvidence: "unconfirmed",
  recovery: "repeat",
  errors: ["InvalidTransactionId"],
  imitated: false,
  evidence: "seen",
  source: "Amazon's SDKs, GetProviderCreditReversalDetails",
});
