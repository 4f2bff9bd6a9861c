import { describe, expect, test } from "vitest";
import { authorization, capture, order, refund, shipped } from "../../../../testing/orders.ts";
import type { ActionName } from "../possible.ts";
import { type Said, saidOf } from "./outcome.ts";

describe("what is said of", () => {
  const cases: [string, ActionName, ReturnType<typeof order>, Said["how"]][] = [
    ["a capture that is completed", "ship", shipped(), "well"],
    [
      "a capture under way",
      "ship",
      order({ nextStep: "waitForAmazon", captures: [capture({ state: "Pending" })] }),
      "waiting",
    ],
    ["a capture that Amazon declined", "ship", order({ captures: [capture({ state: "Declined" })] }), "look"],
    ["a refund, which always takes its time", "refund", shipped({ refunds: [refund()] }), "well"],
    ["a refund that Amazon refused", "refund", shipped({ refunds: [refund({ state: "Refused" })] }), "look"],
    ["a cancellation", "cancel", order({ state: "Canceled", nextStep: "orderCanceled" }), "well"],
    ["a cancellation under way", "cancel", order({ nextStep: "waitForAmazon" }), "waiting"],
    ["a closing", "close", order({ state: "Closed", nextStep: "orderClosed" }), "well"],
    ["a new authorization", "retry", order(), "well"],
    [
      "a new authorization that was declined again",
      "retry",
      order({ nextStep: "chooseAnotherPaymentMethod", authorizations: [authorization({ state: "Declined" })] }),
      "look",
    ],
  ];
  for (const [title, action, view, how] of cases)
    test(`${title}: ${how}`, () => expect(saidOf(action, { order: view, nextStep: view.nextStep }).how).toBe(how));
});
