import type { Recovery } from "@noren-pay/protocol";
import { describe, expect, test } from "vitest";
import { type AmazonPayErrorCode, amazonPayErrors, decideRetry } from "../index.ts";

const after = (code: AmazonPayErrorCode, recovery: Recovery, more: { attempt?: number; status?: number } = {}) =>
  decideRetry({
    operation: { recovery },
    error: { code, retry: amazonPayErrors[code].retry, status: more.status },
    attempt: more.attempt ?? 1,
    delaysMs: [1_000, 2_000],
    restoreMs: 1_500,
  });

describe("another attempt", () => {
  const unknownOutcomes = [
    "AnswerLost",
    "Timeout",
    "InternalServerError",
    "ServiceUnavailable",
    "InternalError",
  ] as const;
  const recoveries: [Recovery, boolean][] = [
    ["repeat", true],
    ["replay", true],
    ["readThenDecide", false],
    ["ask", false],
  ];
  for (const [recovery, isRepeated] of recoveries) {
    for (const code of unknownOutcomes)
      test(`after ${code} is ${isRepeated ? "made" : "never made"} where the recovery is ${recovery}`, () => {
        expect(after(code, recovery)).toEqual(isRepeated ? { afterMs: 1_000 } : "giveUp");
      });
    test(`after a refusal at the door is made where the recovery is ${recovery}`, () => {
      expect(after("ConnectionFailed", recovery)).toEqual({ afterMs: 1_000 });
      expect(after("RequestThrottled", recovery)).toEqual({ afterMs: 1_500 });
    });
  }

  test("waits longer each time, and at least until the quota gives a token back", () => {
    expect(after("RequestThrottled", "replay", { attempt: 2 })).toEqual({ afterMs: 2_000 });
  });

  test("is not made when all are used up", () => {
    expect(after("ConnectionFailed", "repeat", { attempt: 3 })).toBe("giveUp");
  });

  const never: AmazonPayErrorCode[] = ["Aborted", "AbortedUnsent", "QuotaExceeded", "QuotaWaitTooLong"];
  for (const code of never)
    test(`is not made after ${code}`, () => {
      expect(after(code, "repeat")).toBe("giveUp");
    });

  test("is not made after any error that can only come again", () => {
    for (const [code, { retry }] of Object.entries(amazonPayErrors))
      if (retry === "never") expect(after(code as AmazonPayErrorCode, "repeat")).toBe("giveUp");
  });

  test("is not made after an unreadable refusal of somebody between us and Amazon", () => {
    expect(after("UnreadableAnswer", "repeat", { status: 403 })).toBe("giveUp");
    expect(after("UnreadableAnswer", "repeat", { status: 302 })).toBe("giveUp");
    expect(after("UnreadableAnswer", "repeat", { status: 502 })).toEqual({ afterMs: 1_000 });
    expect(after("UnreadableAnswer", "repeat", { status: 200 })).toEqual({ afterMs: 1_000 });
  });
});
