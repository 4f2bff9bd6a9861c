import { PaymentsError, refusals } from "@noren-pay/payments";
import { describe, expect, test } from "vitest";
import { problemOf } from "./problem.ts";
import { problemOfPayments } from "./refusals.ts";

describe("a refusal", () => {
  test("names its code, field and limit", () => {
    const limit = { amount: 5, currencyCode: "JPY" } as const;
    const problem = problemOfPayments(new PaymentsError("refundOverLimit", { field: "amount", limit }));
    expect(problem && problemOf(problem, "en")).toMatchObject({
      status: 422,
      code: "refused",
      reason: "refundOverLimit",
      field: "amount",
      limit,
      detail: refusals.refundOverLimit.text,
    });
  });

  for (const code of Object.keys(refusals) as (keyof typeof refusals)[])
    test(`${code} has a Japanese text`, () => {
      const problem = problemOfPayments(new PaymentsError(code));
      expect(problem && problemOf(problem, "ja").detail).toMatch(/[ぁ-ん]/);
    });
});

test("what is not the payment service's error is not read as one", () => {
  expect(problemOfPayments(new Error("x"))).toBeUndefined();
  expect(problemOfPayments(new PaymentsError("damagedData"))).toBeUndefined();
});
