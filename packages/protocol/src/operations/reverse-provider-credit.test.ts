import { describe, expect, test } from "vitest";
import { parameterNames } from "../wire/parameter-names.ts";
import { getProviderCreditReversalDetails } from "./get-provider-credit-reversal-details.ts";
import { reverseProviderCredit } from "./reverse-provider-credit.ts";

describe("ReverseProviderCredit", () => {
  test("takes the parameters of the reference", () =>
    expect(parameterNames(reverseProviderCredit.request)).toEqual([
      "AmazonProviderCreditId",
      "CreditReversalReferenceId",
      "CreditReversalAmount.Amount",
      "CreditReversalAmount.CurrencyCode",
      "CreditReversalNote",
    ]));
  test("is read before it is repeated: no document promises the first result", () => {
    expect(reverseProviderCredit).toMatchObject({ recovery: "readThenDecide" });
    expect(reverseProviderCredit.deduplicatedBy).toBeUndefined();
  });
  test("answers what reading the reversal answers", () =>
    expect(reverseProviderCredit.response).toEqual(getProviderCreditReversalDetails.response));
  test("is not imitated", () => expect(reverseProviderCredit.imitated).toBe(false));
});
