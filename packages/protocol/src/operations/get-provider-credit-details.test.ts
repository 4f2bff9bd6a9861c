import { describe, expect, test } from "vitest";
import { parameterNames } from "../wire/parameter-names.ts";
import { getProviderCreditDetails } from "./get-provider-credit-details.ts";

describe("GetProviderCreditDetails", () => {
  test("takes the parameters of the reference", () =>
    expect(parameterNames(getProviderCreditDetails.request)).toEqual(["AmazonProviderCreditId"]));
  test("only reads", () => expect(getProviderCreditDetails).toMatchObject({ needs: {}, recovery: "repeat" }));
  test("is not imitated", () => expect(getProviderCreditDetails.imitated).toBe(false));
});
