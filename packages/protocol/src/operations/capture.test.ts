import { describe, expect, test } from "vitest";
import { parameterNames } from "../wire/parameter-names.ts";
import { readRequest } from "../wire/request.ts";
import { capture } from "./capture.ts";

describe("Capture", () => {
  test("takes the parameters of the reference", () =>
    expect(parameterNames(capture.request)).toEqual([
      "AmazonAuthorizationId",
      "CaptureReferenceId",
      "CaptureAmount.Amount",
      "CaptureAmount.CurrencyCode",
      "SellerCaptureNote",
      "SoftDescriptor",
      "ProviderCreditList.member.N.ProviderId",
      "ProviderCreditList.member.N.CreditAmount.Amount",
      "ProviderCreditList.member.N.CreditAmount.CurrencyCode",
    ]));
  test("needs an open authorization, whatever the order reference's state", () =>
    expect(capture).toMatchObject({ needs: { Authorization: ["Open"] } }));
  test("is repeated with the same reference id when nobody knows how it ended", () =>
    expect(capture).toMatchObject({ recovery: "replay", deduplicatedBy: "CaptureReferenceId" }));
  test("may be simulated by its note", () => expect(capture).toMatchObject({ simulatedBy: "SellerCaptureNote" }));

  const notes: [string, string, boolean][] = [
    ["a note of 255", "あ".repeat(255), true],
    ["a note of 256", "あ".repeat(256), false],
  ];
  for (const [what, note, isTaken] of notes)
    test(`${isTaken ? "takes" : "refuses"} ${what}`, () =>
      expect(
        readRequest(
          capture,
          new Map([
            ["AmazonAuthorizationId", "S03-1234567-7654321-A012345"],
            ["CaptureReferenceId", "c"],
            ["CaptureAmount.Amount", "10800"],
            ["CaptureAmount.CurrencyCode", "JPY"],
            ["SellerCaptureNote", note],
          ]),
        ).ok,
      ).toBe(isTaken));
});
