import { describe, expect, test } from "vitest";
import { capture, order, refund, shipped } from "../../testing/orders.ts";
import { pollEvery } from "./polling.ts";

describe("an order is looked at again", () => {
  const cases: [string, ReturnType<typeof order> | undefined, number | false][] = [
    ["not while it is not there", undefined, false],
    ["not while nothing is under way", order(), false],
    ["soon while Amazon has not answered", order({ nextStep: "waitForAmazon" }), 2_000],
    ["soon while a refund is being asked for", shipped({ refunds: [refund({ state: "Asked" })] }), 2_000],
    ["now and then while a refund is pending", shipped({ refunds: [refund()] }), 20_000],
    ["not once all is done", shipped({ captures: [capture()], refunds: [refund({ state: "Completed" })] }), false],
  ];
  for (const [title, of, every] of cases) test(title, () => expect(pollEvery(of)).toBe(every));
});
