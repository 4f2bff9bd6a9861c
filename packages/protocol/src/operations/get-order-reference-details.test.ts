import { describe, expect, test } from "vitest";
import { parameterNames } from "../wire/parameter-names.ts";
import { readRequest } from "../wire/request.ts";
import { getOrderReferenceDetails } from "./get-order-reference-details.ts";

describe("GetOrderReferenceDetails", () => {
  test("takes the parameters of the reference", () =>
    expect(parameterNames(getOrderReferenceDetails.request)).toEqual([
      "AmazonOrderReferenceId",
      "AccessToken",
      "AddressConsentToken",
    ]));
  test("reads in any state", () =>
    expect([getOrderReferenceDetails.needs, getOrderReferenceDetails.recovery, getOrderReferenceDetails.quota]).toEqual(
      [{}, "repeat", "read"],
    ));
  test("has errors for tokens", () =>
    expect(getOrderReferenceDetails.errors).toEqual([
      "InvalidOrderReferenceId",
      "InvalidAddressConsentToken",
      "AmbiguousToken",
    ]));
  test("takes an empty token for none", () =>
    expect(
      readRequest(
        getOrderReferenceDetails,
        new Map([
          ["AmazonOrderReferenceId", "x"],
          ["AccessToken", ""],
        ]),
      ),
    ).toEqual({ ok: true, request: { AmazonOrderReferenceId: "x" } }));
});
