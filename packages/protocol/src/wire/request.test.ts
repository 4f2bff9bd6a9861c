import { describe, expect, test } from "vitest";
import { requests } from "../corpus/requests.ts";
import { flag, integer, optional, text } from "../fields.ts";
import { defineOperation } from "../operation.ts";
import { operationNames, operations } from "../operations.ts";
import { parseForm } from "./form.ts";
import { readRequest, writeRequest } from "./request.ts";

const authorization = {
  AmazonOrderReferenceId: "S03-1234567-7654321",
  AuthorizationReferenceId: "auth-1",
  "AuthorizationAmount.Amount": "10800",
  "AuthorizationAmount.CurrencyCode": "JPY",
};
const readAuthorize = (changes: Record<string, string | undefined>) =>
  readRequest(
    operations.Authorize,
    new Map(
      Object.entries({ ...authorization, ...changes }).filter(
        (pair): pair is [string, string] => pair[1] !== undefined,
      ),
    ),
  );
const read = (changes: Record<string, string | undefined>) => {
  const reading = readAuthorize(changes);
  if (!reading.ok) throw new Error(`${reading.field} ${reading.problem}`);
  return reading.request;
};

describe("a request", () => {
  test("of every operation is in the corpus", () =>
    expect([...new Set(requests.map(({ operation }) => operation))].toSorted()).toEqual(operationNames.toSorted()));

  for (const { what, operation, request, canonicalQuery } of requests)
    test(`is read from the corpus: ${what}`, () => {
      const parameters = new Map(parseForm(canonicalQuery).map(({ name, value }) => [name, value]));
      expect(readRequest(operations[operation], parameters)).toEqual({ ok: true, request });
    });

  for (const { what, operation, request } of requests)
    test(`is read back as it was written: ${what}`, () => {
      const pairs = writeRequest(operations[operation], request as never);
      expect(readRequest(operations[operation], new Map(pairs))).toEqual({ ok: true, request });
    });

  test("leaves out what is absent or empty", () =>
    expect(
      writeRequest(operations.GetOrderReferenceDetails, {
        AmazonOrderReferenceId: "S03-1234567-7654321",
        AccessToken: undefined,
        AddressConsentToken: "",
      }),
    ).toEqual([["AmazonOrderReferenceId", "S03-1234567-7654321"]]));

  test("numbers lists from 1", () =>
    expect(
      writeRequest(operations.SetOrderAttributes, {
        AmazonOrderReferenceId: "x",
        OrderAttributes: { SellerOrderAttributes: { OrderItemCategories: ["a", "b"] } },
      }).slice(1),
    ).toEqual([
      ["OrderAttributes.SellerOrderAttributes.OrderItemCategories.OrderItemCategory.1", "a"],
      ["OrderAttributes.SellerOrderAttributes.OrderItemCategories.OrderItemCategory.2", "b"],
    ]));

  test("numbers lists of groups", () => {
    const request = {
      AmazonAuthorizationId: "S03-1234567-7654321-A012345",
      CaptureReferenceId: "c",
      CaptureAmount: { amount: 5, currencyCode: "JPY" },
      ProviderCreditList: [{ ProviderId: "A2", CreditAmount: { amount: 1, currencyCode: "JPY" } }],
    } as const;
    const pairs = writeRequest(operations.Capture, request);
    expect(pairs.slice(-3)).toEqual([
      ["ProviderCreditList.member.1.ProviderId", "A2"],
      ["ProviderCreditList.member.1.CreditAmount.Amount", "1"],
      ["ProviderCreditList.member.1.CreditAmount.CurrencyCode", "JPY"],
    ]);
    expect(readRequest(operations.Capture, new Map(pairs))).toEqual({ ok: true, request });
  });
});

describe("a request that others wrote", () => {
  test("may have names nobody knows", () =>
    expect(read({ "SellerOrderAttributes.SellerOrderId": "1" })).toEqual(read({})));
  test("may have 0 and 1 for flags", () => {
    expect(read({ CaptureNow: "1" }).CaptureNow).toBe(true);
    expect(read({ CaptureNow: "0" }).CaptureNow).toBe(false);
  });
  test("may have a zero fraction of yen", () =>
    expect(read({ "AuthorizationAmount.Amount": "3000.00" }).AuthorizationAmount).toEqual({
      amount: 3000,
      currencyCode: "JPY",
    }));
  test("may have empty values, which count as absent", () =>
    expect(read({ SellerAuthorizationNote: "", TransactionTimeout: "", CaptureNow: "" })).toEqual(read({})));
  test("keeps escapes inside a note as they are", () =>
    expect(read({ SellerAuthorizationNote: "%E3%81%82" }).SellerAuthorizationNote).toBe("%E3%81%82"));
  test("may have a note of 255 full-width characters", () =>
    expect(read({ SellerAuthorizationNote: "あ".repeat(255) }).SellerAuthorizationNote).toHaveLength(255));
  test("ends a list at its first gap", () => {
    const prefix = "OrderAttributes.SellerOrderAttributes.OrderItemCategories.OrderItemCategory";
    const reading = readRequest(
      operations.SetOrderAttributes,
      new Map([
        ["AmazonOrderReferenceId", "x"],
        [`${prefix}.1`, "a"],
        [`${prefix}.3`, "c"],
      ]),
    );
    expect(reading).toMatchObject({
      ok: true,
      request: { OrderAttributes: { SellerOrderAttributes: { OrderItemCategories: ["a"] } } },
    });
  });

  const refused: [string, Record<string, string | undefined>, string, string][] = [
    ["a missing id", { AmazonOrderReferenceId: undefined }, "AmazonOrderReferenceId", "is missing"],
    ["an empty id", { AmazonOrderReferenceId: "" }, "AmazonOrderReferenceId", "is missing"],
    ["a reference id of 33", { AuthorizationReferenceId: "a".repeat(33) }, "AuthorizationReferenceId", "longer"],
    ["a reference id with a dot", { AuthorizationReferenceId: "a.b" }, "AuthorizationReferenceId", "not allowed"],
    ["a Japanese reference id", { AuthorizationReferenceId: "注文1" }, "AuthorizationReferenceId", "not allowed"],
    ["a reference id with a line end", { AuthorizationReferenceId: "a\n" }, "AuthorizationReferenceId", "not allowed"],
    ["a note of 256", { SellerAuthorizationNote: "あ".repeat(256) }, "SellerAuthorizationNote", "longer"],
    ["a note with a control character", { SellerAuthorizationNote: "a\u0000" }, "SellerAuthorizationNote", "control"],
    ["a descriptor of 17", { SoftDescriptor: "a".repeat(17) }, "SoftDescriptor", "longer"],
    [
      "no amount at all",
      { "AuthorizationAmount.Amount": undefined, "AuthorizationAmount.CurrencyCode": undefined },
      "AuthorizationAmount",
      "is missing",
    ],
    [
      "an amount without a currency",
      { "AuthorizationAmount.CurrencyCode": undefined },
      "AuthorizationAmount.CurrencyCode",
      "is missing",
    ],
    [
      "a currency without an amount",
      { "AuthorizationAmount.Amount": undefined },
      "AuthorizationAmount.Amount",
      "is missing",
    ],
    ["a zero amount", { "AuthorizationAmount.Amount": "0" }, "AuthorizationAmount.Amount", "above zero"],
    ["a negative amount", { "AuthorizationAmount.Amount": "-1" }, "AuthorizationAmount.Amount", "not an amount"],
    ["a fraction of a yen", { "AuthorizationAmount.Amount": "1.5" }, "AuthorizationAmount.Amount", "not an amount"],
    ["thousands marks", { "AuthorizationAmount.Amount": "10,800" }, "AuthorizationAmount.Amount", "not an amount"],
    [
      "a currency in lower case",
      { "AuthorizationAmount.CurrencyCode": "jpy" },
      "AuthorizationAmount.CurrencyCode",
      "currency",
    ],
    ["a timeout beside the steps", { TransactionTimeout: "3" }, "TransactionTimeout", "steps of 5"],
    ["a timeout above a day", { TransactionTimeout: "1445" }, "TransactionTimeout", "0 to 1440"],
    ["a negative timeout", { TransactionTimeout: "-5" }, "TransactionTimeout", "whole number"],
    ["a fraction of a minute", { TransactionTimeout: "5.0" }, "TransactionTimeout", "whole number"],
    ["a flag that is none", { CaptureNow: "yes" }, "CaptureNow", "neither"],
  ];
  for (const [what, changes, field, problem] of refused)
    test(`is refused for ${what}`, () =>
      expect(readAuthorize(changes)).toEqual({ ok: false, field, problem: expect.stringContaining(problem) }));

  test("tells the first problem, never the value", () => {
    const reading = readAuthorize({ SellerAuthorizationNote: "秘密".repeat(200) });
    expect(JSON.stringify(reading)).not.toContain("秘密");
  });

  test("of an optional group counts as sent when any part of it is", () => {
    const read = (pairs: [string, string][]) => readRequest(operations.ConfirmOrderReference, new Map(pairs));
    const id: [string, string] = ["AmazonOrderReferenceId", "x"];
    expect(read([id])).toEqual({ ok: true, request: { AmazonOrderReferenceId: "x" } });
    expect(read([id, ["AuthorizationAmount.Amount", "1"]])).toMatchObject({ ok: false });
  });

  test("of required parts below an optional group names the missing part", () => {
    const reading = readRequest(
      operations.Capture,
      new Map([
        ["AmazonAuthorizationId", "x"],
        ["CaptureReferenceId", "c"],
        ["CaptureAmount.Amount", "1"],
        ["CaptureAmount.CurrencyCode", "JPY"],
        ["ProviderCreditList.member.1.ProviderId", "A2"],
      ]),
    );
    expect(reading).toEqual({ ok: false, field: "ProviderCreditList.member.1.CreditAmount", problem: "is missing" });
  });

  test("has shortest and longest lengths", () => {
    const operation = defineOperation({
      ...operations.GetServiceStatus,
      request: { T: text({ min: 2, max: 3 }), F: optional(flag()), N: optional(integer({ min: 1, max: 4, step: 2 })) },
    });
    const isOk = (pairs: Record<string, string>) => readRequest(operation, new Map(Object.entries(pairs))).ok;
    expect([isOk({ T: "a" }), isOk({ T: "ab" }), isOk({ T: "abc" }), isOk({ T: "abcd" })]).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect([isOk({ T: "ab", N: "2" }), isOk({ T: "ab", N: "1" }), isOk({ T: "ab", N: "4" })]).toEqual([
      true,
      false,
      true,
    ]);
  });
});
