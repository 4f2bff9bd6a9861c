import { describe, expect, test } from "vitest";
import { formatForInput, formatPrice, type Price, parsePrice } from "./money.ts";

const yen = (amount: number): Price => ({ amount, currencyCode: "JPY" });
const dollars = (amount: number): Price => ({ amount, currencyCode: "USD" });

describe("an amount", () => {
  const shown: [Price, string, string][] = [
    [yen(0), "¥0", "0"],
    [yen(10_800), "¥10,800", "10,800"],
    [yen(10_000_000), "¥10,000,000", "10,000,000"],
    [dollars(9_450), "$94.50", "94.50"],
    [dollars(5), "$0.05", "0.05"],
  ];
  for (const [price, text, input] of shown)
    test(`is shown as ${text}`, () => expect([formatPrice(price), formatForInput(price)]).toEqual([text, input]));
});

describe("an amount that a person types", () => {
  const cases: [string, Price["currencyCode"], number | undefined][] = [
    ["10800", "JPY", 10_800],
    ["10,800", "JPY", 10_800],
    [" ¥10,800 ", "JPY", 10_800],
    ["１０，８００円", "JPY", 10_800],
    ["¥１２００", "JPY", 1_200],
    ["0", "JPY", 0],
    ["94.5", "USD", 9_450],
    ["94", "USD", 9_400],
    ["94.505", "USD", undefined],
    ["10.5", "JPY", undefined],
    ["-1", "JPY", undefined],
    ["1e3", "JPY", undefined],
    ["", "JPY", undefined],
    ["千円", "JPY", undefined],
    ["99999999999999", "JPY", undefined],
  ];
  for (const [text, currency, amount] of cases)
    test(`"${text}" in ${currency} is ${amount ?? "none"}`, () =>
      expect(parsePrice(text, currency)?.amount).toBe(amount));
});
