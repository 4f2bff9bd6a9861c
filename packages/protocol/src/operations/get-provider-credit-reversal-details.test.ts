import { describe, expect, test } from "vitest";
import { parameterNames } from "../wire/parameter-names.ts";
import { getProviderCreditReversalDetails } from "./get-provider-credit-reversal-details.ts";

describe("GetProviderCreditReversalDetails", () => {
  test("takes the parameters of the reference", () =>
    expect(parameterNames(getProviderCreditReversalDetails.request)).toEqual(["AmazonProviderCreditReversalId"]));
  test("only reads", () => expect(getProviderCreditReversalDetails).toMatchObject({ needs: {}, recovery: "repeat" }));
  test("is not imitated", () => expect(getProviderCreditReversalDetails.imitated).toBe(false));
});
