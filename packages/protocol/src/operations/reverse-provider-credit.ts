import { optional, price, text } from "../fields.ts";
import { defineOperation } from "../operation.ts";
import { note, referenceId } from "../structures/common.ts";
import { providerCreditReversalDetails } from "../structures/provider-credit.ts";

/** Nothing says that a repeat returns the first result: the credit lists its reversals, so it is read first. */
export const reverseProviderCredit = defineOperation({
  name: "ReverseProviderCredit",
  request: {
    AmazonProviderCreditId: text(),
    CreditReversalReferenceId: referenceId(),
    CreditReversalAmount: price(),
    CreditReversalNote: optional(note()),
  },
  response: { ProviderCreditReversalDetails: providerCreditReversalDetails },
  result: "content",
  needs: {},
  quota: "write",
  quotaEvidence: "unconfirmed",
  recovery: "readThenDecide",
  errors: [
    "InvalidTransactionId",
    "TransactionAmountExceeded",
    "DuplicateReferenceId",
    "DuplicateRequest",
    "CurrencyMismatch",
  ],
  imitated: false,
  evidence: "seen",
  source: "Amazon's SDKs, ReverseProviderCredit",
});
