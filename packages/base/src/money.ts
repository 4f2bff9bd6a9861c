// Money is an integer of the currency's smallest unit, with its currency. JPY has no decimals.

export const currencyDecimals = {
  JPY: 0,
  USD: 2,
  EUR: 2,
  GBP: 2,
  AUD: 2,
  ZAR: 2,
  CHF: 2,
  NOK: 2,
  DKK: 2,
  SEK: 2,
  NZD: 2,
  HKD: 2,
} as const;

export type CurrencyCode = keyof typeof currencyDecimals;

/** `amount`: a safe integer of minor units (yen, cents). */
export interface Price {
  readonly amount: number;
  readonly currencyCode: CurrencyCode;
}

export const isCurrencyCode = (text: string): text is CurrencyCode => Object.hasOwn(currencyDecimals, text);

/** Throws a RangeError unless `amount` is a safe integer. */
export function price(amount: number, currencyCode: CurrencyCode): Price {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`not a whole number of minor units: ${amount}`);
  return { amount, currencyCode };
}

export const yen = (amount: number): Price => price(amount, "JPY");

export const zero = (currencyCode: CurrencyCode): Price => ({ amount: 0, currencyCode });

/** Throws a RangeError when the currencies differ: mixing them is always a mistake of ours. */
export function add(a: Price, b: Price): Price {
  return price(a.amount + sameCurrency(a, b).amount, a.currencyCode);
}

export function subtract(a: Price, b: Price): Price {
  return price(a.amount - sameCurrency(a, b).amount, a.currencyCode);
}

export function compare(a: Price, b: Price): number {
  return a.amount - sameCurrency(a, b).amount;
}

export const minPrice = (a: Price, b: Price): Price => (compare(a, b) <= 0 ? a : b);

export const samePrice = (a: Price, b: Price): boolean => a.amount === b.amount && a.currencyCode === b.currencyCode;

export function sum(prices: Iterable<Price>, currencyCode: CurrencyCode): Price {
  let total = zero(currencyCode);
  for (const each of prices) total = add(total, each);
  return total;
}

function sameCurrency(a: Price, b: Price): Price {
  if (a.currencyCode !== b.currencyCode) throw new RangeError(`cannot mix ${a.currencyCode} and ${b.currencyCode}`);
  return b;
}

/**
 * Reads a decimal text ("10800", "10800.00", "94.5") into minor units. More decimals than the currency has are taken
 * only when they are zero. Gives undefined for anything else, signs and exponents included.
 */
export function parseAmount(text: string, currencyCode: CurrencyCode): number | undefined {
  const match = /^(\d{1,15})(?:\.(\d{1,12}))?$/.exec(text);
  if (!match) return undefined;
  const decimals = currencyDecimals[currencyCode];
  const fraction = (match[2] ?? "").padEnd(decimals, "0");
  if (/[1-9]/.test(fraction.slice(decimals))) return undefined;
  const minor = Number(match[1] + fraction.slice(0, decimals));
  return Number.isSafeInteger(minor) ? minor : undefined;
}

/** Writes minor units as Amazon does: no decimal point in JPY, two decimals elsewhere. */
export function formatAmount({ amount, currencyCode }: Price): string {
  const decimals = currencyDecimals[currencyCode];
  if (decimals === 0) return String(amount);
  const digits = String(Math.abs(amount)).padStart(decimals + 1, "0");
  return `${amount < 0 ? "-" : ""}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}
