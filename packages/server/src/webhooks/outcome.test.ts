import { hours, minutes, seconds } from "@noren-pay/base";
import { describe, expect, test } from "vitest";
import { outcomeOf } from "./outcome.ts";

const wall = Date.UTC(2026, 0, 5, 12);
const answer = (status: number, retryAfter?: string) => ({ answered: true, status, retryAfter }) as const;
const later = (retryAfterMs?: number) => ({ outcome: "later", retryAfterMs });

describe("an answer of", () => {
  const cases: [string, Parameters<typeof outcomeOf>[0], unknown][] = [
    ["204 is a success", answer(204), { outcome: "taken" }],
    ["301 is not followed, and tried again", answer(301), later()],
    ["404 is tried again", answer(404), later()],
    ["410 switches the endpoint off", answer(410), { outcome: "gone" }],
    ["429 waits as long as it says", answer(429, "90"), later(seconds(90))],
    ["503 may name an hour of the clock", answer(503, "Mon, 05 Jan 2026 12:10:00 GMT"), later(minutes(10))],
    ["503 with nonsense waits as usual", answer(503, "soon"), later()],
    ["503 cannot ask for a week", answer(503, "604800"), later(hours(24))],
    ["nothing is tried again", { answered: false, fault: "tooSlow" }, { outcome: "later" }],
  ];
  test.each(cases)("%s", (_, posted, expected) => expect(outcomeOf(posted, wall)).toEqual(expected));
});
