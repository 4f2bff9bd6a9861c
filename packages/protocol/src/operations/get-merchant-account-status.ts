import { word } from "../fields.ts";
import { defineOperation } from "../operation.ts";

/** Asks about the account that `SellerId` names. */
export const getMerchantAccountStatus = defineOperation({
  name: "GetMerchantAccountStatus",
  request: {},
  response: { AccountStatus: word("ACTIVE", "INACTIVE") },
  result: "content",
  needs: {},
  quota: "read",
  quotaEvidence: "unconfirmed",
  recovery: "repeat",
  errors: [],
  imitated: true,
  evidence: "seen",
  source: "Amazon's SDKs, GetMerchantAccountStatus",
});
