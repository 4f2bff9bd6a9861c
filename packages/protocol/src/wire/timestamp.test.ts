import { describe, expect, test } from "vitest";
import { formatTimestamp, formatWholeSeconds, parseTimestamp } from "./timestamp.ts";

describe("a timestamp", () => {
  const noon = Date.UTC(2020, 3, 1, 12, 0, 5);
  const read: [string, number][] = [
    ["2020-04-01T12:00:05Z", noon],
    ["2020-04-01T12:00:05z", noon],
    ["2020-04-01T12:00:05.000Z", noon],
    ["2020-04-01T12:00:05.1Z", noon + 100],
    ["2020-04-01T12:00:05.123456789Z", noon + 123],
    ["2020-04-01T21:00:05+09:00", noon],
    ["2020-04-01T08:30:05-03:30", noon],
    ["2020-02-29T00:00:00Z", Date.UTC(2020, 1, 29)],
  ];
  for (const [text, instant] of read) test(`${text} is read`, () => expect(parseTimestamp(text)).toBe(instant));

  const refused = [
    "2020-04-01T12:00:05", // no zone
    "2020-04-01",
    "2020-04-01 12:00:05Z",
    "2021-02-29T00:00:00Z",
    "2020-04-31T00:00:00Z",
    "2020-13-01T00:00:00Z",
    "2020-00-10T00:00:00Z",
    "2020-04-01T24:00:00Z",
    "2020-04-01T12:60:00Z",
    "2020-04-01T12:00:05.Z",
    "2020-04-01T12:00:05+24:00",
    "2020-04-01T12:00:05+0900",
    " 2020-04-01T12:00:05Z",
    "1585742405",
    "",
  ];
  for (const text of refused) test(`"${text}" is none`, () => expect(parseTimestamp(text)).toBeUndefined());

  test("is written with milliseconds and Z", () => expect(formatTimestamp(noon)).toBe("2020-04-01T12:00:05.000Z"));
  test("is written without them in billing agreement limits", () =>
    expect(formatWholeSeconds(noon)).toBe("2020-04-01T12:00:05Z"));
});
