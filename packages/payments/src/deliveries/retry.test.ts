import { hours, minutes, seconds } from "@noren-pay/base";
import { describe, expect, test } from "vitest";
import { pausesMs, retryAt } from "./retry.ts";

const since = 1_000_000;

describe("a failed delivery", () => {
  const cases: [string, { now: number; failures: number; retryAfterMs?: number }, number | undefined][] = [
    ["is tried again after 5 seconds", { now: since, failures: 1 }, since + seconds(5)],
    ["waits longer each time", { now: since + hours(1), failures: 4 }, since + hours(1) + minutes(30)],
    ["waits as long as it is asked to", { now: since, failures: 1, retryAfterMs: hours(1) }, since + hours(1)],
    [
      "is tried once more when it is asked to wait too long",
      { now: since, failures: 1, retryAfterMs: hours(99) },
      since + hours(24),
    ],
    ["is given up after 24 hours", { now: since + hours(24), failures: 3 }, undefined],
    ["is given up when no pause is left", { now: since, failures: pausesMs.length + 1 }, undefined],
  ];
  test.each(cases)("%s", (_, at, expected) => expect(retryAt({ since, ...at })).toBe(expected));

  test("is tried for nearly 24 hours by itself", () => {
    const whole = pausesMs.reduce((sum, each) => sum + each, 0);
    expect(whole).toBeLessThanOrEqual(hours(24));
    expect(whole).toBeGreaterThan(hours(23));
  });
});
