// Money for people, and back. Amounts are integers of the currency's smallest unit.
import type { OrderView } from "@noren-pay/server";

export type Price = OrderView["total"];

/** Decimals of a currency, as the browser knows them: 0 of the yen. */
export function decimalsOf(currencyCode: string): number {
  const format = new Intl.NumberFormat("en", { style: "currency", currency: currencyCode });
  return format.resolvedOptions().maximumFractionDigits ?? 2;
}

/** "¥10,800", "$94.50": the same in both languages, with the narrow yen sign so that columns line up. */
export function formatPrice({ amount, currencyCode }: Price): string {
  const format = new Intl.NumberFormat("en", {
    style: "currency",
    currency: currencyCode,
    currencyDisplay: "narrowSymbol",
  });
  return format.format(amount / 10 ** decimalsOf(currencyCode));
}

/** What an input shows: "10,800". */
export function formatForInput({ amount, currencyCode }: Price): string {
  const decimals = decimalsOf(currencyCode);
  const format = new Intl.NumberFormat("en", { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  return format.format(amount / 10 ** decimals);
}

/**
 * Reads what a person typed: full-width digits, separators and yen signs are taken. Gives minor units, or undefined when
 * it is no amount or has more decimals than the currency.
 */
export function parsePrice(text: string, currencyCode: Price["currencyCode"]): Price | undefined {
  const plain = text.normalize("NFKC").replaceAll(/[\s,、¥¥$円]/g, "");
  const match = /^(\d{1,13})(?:\.(\d*))?$/.exec(plain);
  if (!match) return undefined;
  const decimals = decimalsOf(currencyCode);
  const fraction = match[2] ?? "";
  if (fraction.length > decimals) return undefined;
  const amount = Number(`${match[1]}${fraction.padEnd(decimals, "0")}`);
  return Number.isSafeInteger(amount) ? { amount, currencyCode } : undefined;
}

export const less = (a: Price, b: Price): Price => ({ ...a, amount: a.amount - b.amount });
