// Instants, spans and money as people read them. Instants are ISO texts or ms since 1970; they are shown in Japan's time.
import { language, say, words } from "./data.js";

const parts = (zone, options) =>
  new Intl.DateTimeFormat("sv-SE", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit", ...options });
const time = { hour: "2-digit", minute: "2-digit", second: "2-digit" };
const inJapan = parts("Asia/Tokyo", time);
const inGreenwich = parts("UTC", time);

export const instantOf = (value) => (typeof value === "number" ? value : Date.parse(value));

/** "2026-04-01 09:00:00", Japan's time. */
export const jst = (value) => inJapan.format(instantOf(value));
export const utc = (value) => inGreenwich.format(instantOf(value));

/** Its inside a `time` element. */
export const isoOf = (value) => new Date(instantOf(value)).toISOString();

const units = [
  ["days", 86_400_000],
  ["hours", 3_600_000],
  ["minutes", 60_000],
  ["seconds", 1_000],
];

/** "2 days 3 hours": the two largest units. */
export function span(ms) {
  const said = [];
  let left = Math.max(0, Math.round(ms / 1_000) * 1_000);
  for (const [unit, size] of units) {
    const count = Math.floor(left / size);
    if (count > 0 && said.length < 2) said.push(say(words.spans[unit], { n: count }));
    left -= count * size;
  }
  return said.length === 0 ? say(words.spans.seconds, { n: 0 }) : said.join(" ");
}

const numbers = new Intl.NumberFormat("en-US");
export const count = (value) => numbers.format(value);

/** A price in minor units: 1,234円, ¥1,234, or another currency in its own style. */
export function money(price) {
  if (!price) return "–";
  const { amount, currencyCode } = price;
  if (currencyCode === "JPY") {
    const digits = numbers.format(Math.abs(amount));
    return `${amount < 0 ? "-" : ""}${language === "ja" ? `${digits}円` : `¥${digits}`}`;
  }
  const format = new Intl.NumberFormat("en-US", { style: "currency", currency: currencyCode });
  return format.format(amount / 10 ** format.resolvedOptions().maximumFractionDigits);
}
