import type { Instant } from "@noren-pay/base";

/** `2020-04-01T00:00:00.000Z`, as Amazon prints instants. */
export const formatTimestamp = (instant: Instant): string => new Date(instant).toISOString();

/** `2020-04-01T00:00:00Z`, as billing agreement limits print theirs. */
export const formatWholeSeconds = (instant: Instant): string => `${formatTimestamp(instant).slice(0, 19)}Z`;

/** What Amazon itself prints, for days that every month has: the engine reads these right, and many times faster. */
const plainForm = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;
const form = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?(?:[Zz]|([+-])(\d\d):(\d\d))$/;

/**
 * Reads every form that Amazon and its SDKs write: with or without a fraction, `Z`, `z` or an offset. A day that does
 * not exist, and a timestamp without a zone, give undefined.
 */
export function parseTimestamp(text: string): Instant | undefined {
  if (plainForm.test(text)) return Date.parse(text);
  const match = form.exec(text);
  if (!match) return undefined;
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const milliseconds = Number((match[7] ?? "").slice(0, 3).padEnd(3, "0"));
  if (month < 1 || month > 12 || day < 1 || day > daysOf(year, month) || hour > 23 || minute > 59 || second > 59)
    return undefined;
  const [offsetHours, offsetMinutes] = [Number(match[9] ?? 0), Number(match[10] ?? 0)];
  if (offsetHours > 23 || offsetMinutes > 59) return undefined;
  const offset = (offsetHours * 60 + offsetMinutes) * 60_000 * (match[8] === "-" ? -1 : 1);
  return Date.UTC(year, month - 1, day, hour, minute, second, milliseconds) - offset;
}

function daysOf(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
