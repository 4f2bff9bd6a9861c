import { describe, expect, test } from "vitest";
import { parameterNames } from "../wire/parameter-names.ts";
import { readRequest } from "../wire/request.ts";
import { authorize } from "./authorize.ts";

describe("Authorize", () => {
  test("takes the parameters of the reference", () =>
    expect(parameterNames(authorize.request)).toEqual([
      "AmazonOrderReferenceId",
      "AuthorizationReferenceId",
      "AuthorizationAmount.Amount",
      "AuthorizationAmount.CurrencyCode",
      "SellerAuthorizationNote",
      "TransactionTimeout",
      "CaptureNow",
      "SoftDescriptor",
      "ProviderCreditList.member.N.ProviderId",
      "ProviderCreditList.member.N.CreditAmount.Amount",
      "ProviderCreditList.member.N.CreditAmount.CurrencyCode",
    ]));
  test("needs an open order reference", () => expect(authorize).toMatchObject({ needs: { OrderReference: ["Open"] } }));
  test("is repeated with the same reference id when nobody knows how it ended", () =>
    expect(authorize).toMatchObject({ recovery: "replay", deduplicatedBy: "AuthorizationReferenceId" }));
  test("answers a content that lists captures", () =>
    expect(authorize.response.AuthorizationDetails.fields.IdList).toMatchObject({ kind: "list", member: "member" }));

  const timeouts: [string, boolean][] = [
    ["0", true], // synchronous
    ["5", true],
    ["1440", true],
    ["4", false],
    ["7", false],
    ["1445", false],
    ["-5", false],
  ];
  for (const [timeout, isTaken] of timeouts)
    test(`${isTaken ? "takes" : "refuses"} a timeout of ${timeout} minutes`, () =>
      expect(
        readRequest(
          authorize,
          new Map([
            ["AmazonOrderReferenceId", "S03-1234567-7654321"],
            ["AuthorizationReferenceId", "a"],
            ["AuthorizationAmount.Amount", "1"],
            ["AuthorizationAmount.CurrencyCode", "JPY"],
            ["TransactionTimeout", timeout],
          ]),
        ).ok,
      ).toBe(isTaken));
});
