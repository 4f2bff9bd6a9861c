// Times for people. The shops are in Japan: every time is shown in Japan's, whoever looks.

const jst = new Intl.DateTimeFormat("en-CA", {
  timeZone: "Asia/Tokyo",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  hourCycle: "h23",
});

function partsOf(iso: string) {
  const parts = jst.formatToParts(new Date(iso)).map(({ type, value }) => [type, value] as const);
  return Object.fromEntries(parts) as Record<Intl.DateTimeFormatPartTypes, string>;
}

/** "2026/11/24" in Japan. */
export function formatDate(iso: string): string {
  const { year, month, day } = partsOf(iso);
  return `${year}/${month}/${day}`;
}

/** "2026/11/24 09:05" in Japan. */
export function formatTime(iso: string): string {
  const { hour, minute } = partsOf(iso);
  return `${formatDate(iso)} ${hour}:${minute}`;
}

/** "2026/11/24 09:05:07" in Japan. */
export const formatSeconds = (iso: string): string => `${formatTime(iso)}:${partsOf(iso).second}`;

export interface TimeLeft {
  readonly unit: "days" | "hours" | "minutes" | "over";
  readonly count: number;
}

/** What is left until `iso` at the business time `now` (ms), in whole units rounded down, so that nobody is promised too much. */
export function timeLeft(iso: string, now: number): TimeLeft {
  const ms = Date.parse(iso) - now;
  if (ms <= 0) return { unit: "over", count: 0 };
  const minutes = Math.floor(ms / 60_000);
  if (minutes >= 2 * 1_440) return { unit: "days", count: Math.floor(minutes / 1_440) };
  if (minutes >= 60) return { unit: "hours", count: Math.floor(minutes / 60) };
  return { unit: "minutes", count: minutes };
}
