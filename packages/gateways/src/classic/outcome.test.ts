import { AmazonPayError, type AmazonPayErrorCode } from "@noren-pay/client";
import { describe, expect, test } from "vitest";
import { performedOf, readOf } from "./outcome.ts";

const failed = (code: AmazonPayErrorCode, amazonCode?: string) =>
  new AmazonPayError(code, { operation: "Capture", requestId: "r-1", amazonCode });

describe("a call that failed", () => {
  const cases: [string, AmazonPayErrorCode, object][] = [
    [
      "is refused when Amazon says never",
      "TransactionAmountExceeded",
      { outcome: "refused", code: "TransactionAmountExceeded" },
    ],
    ["is throttled when Amazon throttles", "RequestThrottled", { outcome: "throttled", requestId: "r-1" }],
    ["may be made again later when no connection was made", "ConnectionFailed", { outcome: "throttled" }],
    ["is unknown when the answer was lost", "AnswerLost", { outcome: "unknown", why: "AnswerLost" }],
    ["is unknown when Amazon did not say how it ended", "InternalServerError", { outcome: "unknown" }],
    ["is unknown when it took too long", "Timeout", { outcome: "unknown", why: "Timeout" }],
  ];
  for (const [title, code, expected] of cases)
    test(title, () => expect(performedOf(failed(code))).toMatchObject(expected));

  test("keeps Amazon's own code where this version does not know it", () =>
    expect(performedOf(failed("RefusedOtherwise", "BrandNewCode"))).toMatchObject({ code: "BrandNewCode" }));
  test("is unknown when the mistake is ours", () =>
    expect(performedOf(new TypeError("x"))).toEqual({ outcome: "unknown", why: "TypeError" }));
});

describe("a read that failed", () => {
  const cases: [string, AmazonPayErrorCode, string][] = [
    ["found nothing when Amazon knows no such order", "InvalidOrderReferenceId", "missing"],
    ["found nothing when Amazon knows no such transaction", "InvalidTransactionId", "missing"],
    ["says nothing of the object when the keys are wrong", "InvalidAccessKeyId", "unknown"],
    ["is throttled when Amazon throttles", "RequestThrottled", "throttled"],
    ["is unknown when the answer was lost", "AnswerLost", "unknown"],
  ];
  for (const [title, code, outcome] of cases)
    test(title, () => expect(readOf(failed(code))).toMatchObject({ outcome }));
});
