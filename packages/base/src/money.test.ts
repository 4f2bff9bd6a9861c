import { describe, expect, test } from "vitest";
import {
  add,
  type CurrencyCode,
  compare,
  currencyDecimals,
  formatAmount,
  isCurrencyCode,
  minPrice,
  parseAmount,
  price,
  samePrice,
  subtract,
  sum,
  yen,
  zero,
} from "./money.ts";

describe("reading an amount", () => {
  const cases: [string, CurrencyCode, number | undefined][] = [
    ["10800", "JPY", 10_800],
    ["10800.00", "JPY", 10_800],
    ["10800.0", "JPY", 10_800],
    ["0", "JPY", 0],
    ["0012", "JPY", 12],
    ["10800.5", "JPY", undefined],
    ["10800.001", "JPY", undefined],
    ["94.50", "USD", 9_450],
    ["94.5", "USD", 9_450],
    ["94", "USD", 9_400],
    ["94.500", "USD", 9_450],
    ["94.505", "USD", undefined],
    ["0.01", "EUR", 1],
    ["-1", "JPY", undefined],
    ["+1", "JPY", undefined],
    ["1e3", "JPY", undefined],
    ["1,000", "JPY", undefined],
    ["１０００", "JPY", undefined],
    [" 1", "JPY", undefined],
    ["1\n", "JPY", undefined],
    [".5", "USD", undefined],
    ["5.", "USD", undefined],
    ["", "JPY", undefined],
    ["NaN", "JPY", undefined],
    ["999999999999999", "JPY", 999_999_999_999_999],
    ["9999999999999999", "JPY", undefined],
    ["999999999999999.99", "USD", undefined],
  ];
  for (const [text, currency, amount] of cases)
    test(`"${text}" in ${currency} is ${amount}`, () => expect(parseAmount(text, currency)).toBe(amount));
});

describe("writing an amount", () => {
  const cases: [number, CurrencyCode, string][] = [
    [10_800, "JPY", "10800"],
    [0, "JPY", "0"],
    [-5, "JPY", "-5"],
    [9_450, "USD", "94.50"],
    [5, "USD", "0.05"],
    [0, "USD", "0.00"],
    [-5, "USD", "-0.05"],
    [-12_345, "GBP", "-123.45"],
  ];
  for (const [amount, currency, text] of cases)
    test(`${amount} in ${currency} is "${text}"`, () => expect(formatAmount(price(amount, currency))).toBe(text));

  test("reads back in every currency", () => {
    for (const currency of Object.keys(currencyDecimals) as CurrencyCode[])
      for (const amount of [0, 1, 9, 10, 99, 100, 101, 123_456_789])
        expect(parseAmount(formatAmount(price(amount, currency)), currency)).toBe(amount);
  });
});

describe("money", () => {
  test("is a safe integer of minor units", () => {
    for (const amount of [0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])
      expect(() => price(amount, "JPY")).toThrow(RangeError);
    expect(yen(-1)).toEqual({ amount: -1, currencyCode: "JPY" });
  });
  test("adds, subtracts and compares", () => {
    expect(add(yen(1), yen(2))).toEqual(yen(3));
    expect(subtract(yen(1), yen(2))).toEqual(yen(-1));
    expect(compare(yen(1), yen(2))).toBeLessThan(0);
    expect(minPrice(yen(2), yen(1))).toEqual(yen(1));
    expect(sum([yen(1), yen(2), yen(3)], "JPY")).toEqual(yen(6));
    expect(sum([], "EUR")).toEqual(zero("EUR"));
  });
  test("of two currencies never mixes", () => {
    for (const mix of [add, subtract, compare, minPrice])
      expect(() => mix(yen(1), price(1, "USD"))).toThrow(RangeError);
    expect(() => sum([price(1, "USD")], "JPY")).toThrow(RangeError);
    expect(samePrice(yen(1), price(1, "USD"))).toBe(false);
    expect(samePrice(yen(1), yen(1))).toBe(true);
  });
  test("never grows past what a number can hold", () =>
    expect(() => add(yen(Number.MAX_SAFE_INTEGER), yen(1))).toThrow(RangeError));
  test("knows its currencies, and none of Object's own names", () => {
    expect(isCurrencyCode("JPY")).toBe(true);
    expect(isCurrencyCode("jpy")).toBe(false);
    expect(isCurrencyCode("toString")).toBe(false);
  });
});
