import { describe, expect, test } from "vitest";
import { parameterNames } from "../wire/parameter-names.ts";
import { readRequest } from "../wire/request.ts";
import { confirmOrderReference } from "./confirm-order-reference.ts";

describe("ConfirmOrderReference", () => {
  test("takes the parameters of the reference", () =>
    expect(parameterNames(confirmOrderReference.request)).toEqual([
      "AmazonOrderReferenceId",
      "SuccessUrl",
      "FailureUrl",
      "AuthorizationAmount.Amount",
      "AuthorizationAmount.CurrencyCode",
      "ExpectImmediateAuthorization",
    ]));
  test("confirms a draft, and a suspended one after another payment method was chosen", () =>
    expect(confirmOrderReference).toMatchObject({ needs: { OrderReference: ["Draft", "Open", "Suspended"] } }));
  test("answers without a result", () =>
    expect([confirmOrderReference.result, confirmOrderReference.response]).toEqual(["none", {}]));
  test("needs nothing but the id in Japan", () =>
    expect(readRequest(confirmOrderReference, new Map([["AmazonOrderReferenceId", "x"]])).ok).toBe(true));
  test("is read before it is repeated", () =>
    expect(confirmOrderReference).toMatchObject({ recovery: "readThenDecide" }));
});
