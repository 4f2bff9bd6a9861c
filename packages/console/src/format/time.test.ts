import { describe, expect, test } from "vitest";
import { formatDate, formatSeconds, formatTime, timeLeft } from "./time.ts";

describe("a time", () => {
  test("is shown as it is in Japan, the next day included", () => {
    expect(formatTime("2026-11-24T15:05:09Z")).toBe("2026/11/25 00:05");
    expect(formatSeconds("2026-11-24T00:05:09Z")).toBe("2026/11/24 09:05:09");
    expect(formatDate("2026-12-31T15:00:00Z")).toBe("2027/01/01");
  });
});

describe("what is left of a time", () => {
  const minute = 60_000;
  const end = Date.parse("2026-05-01T00:00:00Z");
  const cases: [string, number, string, number][] = [
    ["counts days from two of them on", 48 * 60 * minute, "days", 2],
    ["is rounded down", 30 * 1_440 * minute - 1, "days", 29],
    ["counts hours below", 48 * 60 * minute - 1, "hours", 47],
    ["counts minutes in the last hour", 59 * minute, "minutes", 59],
    ["is over at its end", 0, "over", 0],
    ["stays over", -minute, "over", 0],
  ];
  for (const [title, before, unit, count] of cases)
    test(title, () => expect(timeLeft(new Date(end).toISOString(), end - before)).toEqual({ unit, count }));
});
