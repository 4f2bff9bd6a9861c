import { defaultPolicy } from "@noren-pay/payments";
import { describe, expect, test } from "vitest";
import { placeSchema } from "./commands.ts";
import { expiringQuerySchema, policyChoiceSchema, policySchema } from "./policy.ts";

describe("a policy", () => {
  test("by default is one that the API takes and gives", () => {
    expect(policySchema.parse(defaultPolicy)).toEqual(defaultPolicy);
    expect(policyChoiceSchema.parse(defaultPolicy)).toEqual(defaultPolicy);
    expect(policyChoiceSchema.parse({})).toEqual({});
  });

  const wrong: readonly (readonly [string, unknown, string])[] = [
    ["an unknown word", { captureAt: "later" }, "captureAt"],
    ["no days at all", { guard: { ...defaultPolicy.guard, warnDaysBefore: [0] } }, "guard.warnDaysBefore.0"],
    ["a sweep without pause", { sweep: { ...defaultPolicy.sweep, firstMs: 1 } }, "sweep.firstMs"],
    ["a guard in parts", { guard: { atLast: "renew" } }, "guard.warnDaysBefore"],
  ];
  for (const [title, body, field] of wrong)
    test(`with ${title} is refused, and the field is named`, () => {
      const { error } = policyChoiceSchema.safeParse(body);
      expect(error?.issues[0]?.path.join(".")).toBe(field);
    });

  test("may be an order's own at its placing", () => {
    const total = { amount: 1, currencyCode: "JPY" };
    const body = { amazonOrderReferenceId: "S03-1234567-1234567", sellerOrderId: "1", total };
    expect(placeSchema.parse({ ...body, policy: { reauthorizeRest: true } }).policy).toEqual({ reauthorizeRest: true });
  });
});

test("the board looks a week ahead unless asked otherwise", () =>
  expect(expiringQuerySchema.parse({})).toEqual({ withinDays: 7, limit: 50 }));
