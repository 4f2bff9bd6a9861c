import { describe, expect, test } from "vitest";
import { authorization, capture, now, order, refund, shipped, yen } from "../../../testing/orders.ts";
import { type ActionName, leftOf, mostToCapture, type Possible, possibleActions, refundable } from "./possible.ts";

const all = ["read", "write", "refund", "time"] as const;
const possible = (of: ReturnType<typeof order>, at = now) => possibleActions({ order: of, now: at, rights: all });

describe("what is possible", () => {
  const cases: [string, ReturnType<typeof order>, Partial<Possible>][] = [
    [
      "with a fresh order is to ship, cancel and close",
      order(),
      { ship: undefined, refund: "nothingCaptured", cancel: undefined, close: undefined, retry: "alreadyAuthorized" },
    ],
    [
      "with a shipped order is to refund and close",
      shipped(),
      {
        ship: "nothingAuthorized",
        refund: undefined,
        cancel: "alreadyCaptured",
        close: undefined,
        retry: "allCaptured",
      },
    ],
    [
      "with a draft is nothing but to cancel",
      order({ state: "Draft", authorizations: [] }),
      { ship: "draft", cancel: undefined, close: "draft", retry: "draft" },
    ],
    [
      "with a canceled order is nothing",
      order({ state: "Canceled", authorizations: [authorization({ state: "Closed" })] }),
      { ship: "canceled", refund: "nothingCaptured", cancel: "canceled", close: "canceled", retry: "canceled" },
    ],
    [
      "with a closed order is to ship what is authorized",
      order({ state: "Closed" }),
      { ship: undefined, cancel: "closed", close: "closed", retry: "closed" },
    ],
    [
      "with a suspended order is to authorize again",
      order({
        state: "Suspended",
        nextStep: "chooseAnotherPaymentMethod",
        authorizations: [authorization({ state: "Declined" })],
      }),
      { ship: "nothingAuthorized", retry: undefined, cancel: undefined },
    ],
    [
      "while Amazon has not answered is to wait",
      order({ nextStep: "waitForAmazon", authorizations: [authorization({ state: "Asked" })] }),
      { ship: "waiting", retry: "waiting" },
    ],
    [
      "during a capture is not to capture twice, nor to cancel once it is pending",
      order({ nextStep: "waitForAmazon", captures: [capture({ state: "Pending" })] }),
      { ship: "beingCaptured", refund: "captureNotCompleted", cancel: "alreadyCaptured" },
    ],
    [
      "after a declined capture is to ship again",
      order({ captures: [capture({ state: "Declined" })] }),
      { ship: undefined, refund: "nothingCaptured", cancel: undefined },
    ],
    [
      "after a full refund is no other",
      shipped({ refunds: [refund({ amount: yen(10_000) })] }),
      { refund: "allRefunded" },
    ],
    [
      "after ten refunds is no other",
      shipped({ refunds: Array.from({ length: 10 }, (_, i) => refund({ refundId: `r${i}`, amount: yen(10) })) }),
      { refund: "tooManyRefunds" },
    ],
  ];
  for (const [title, of, expected] of cases) test(title, () => expect(possible(of)).toMatchObject(expected));

  test("ends with the authorization's time, but not while the time is unknown", () => {
    const later = Date.parse("2026-05-01T00:00:00Z");
    expect(possible(order(), later).ship).toBe("authorizationExpired");
    expect(possibleActions({ order: order(), now: undefined, rights: all }).ship).toBeUndefined();
  });

  const rights: [string, readonly ("read" | "write" | "refund")[], ActionName[]][] = [
    ["nothing to accounting", ["read"], []],
    ["all but refunds to shipping", ["read", "write"], ["ship", "cancel", "close"]],
    ["refunds to those who may", ["read", "refund"], []],
  ];
  for (const [title, held, allowed] of rights)
    test(`is ${title}`, () => {
      const result = possibleActions({ order: order(), now, rights: held });
      expect(Object.keys(result).filter((name) => result[name as ActionName] === undefined)).toEqual(allowed);
    });
});

describe("sums of an order", () => {
  test("let no more be captured than the largest open authorization", () => {
    const two = [authorization({ amount: yen(3_000) }), authorization({ authorizationId: "a2", amount: yen(7_000) })];
    expect(mostToCapture(order({ authorizations: two }), now)).toEqual(yen(7_000));
    const captured = capture({ authorizationId: "a2" });
    expect(mostToCapture(order({ authorizations: two, captures: [captured] }), now)).toEqual(yen(3_000));
    expect(mostToCapture(shipped(), now)).toBeUndefined();
  });

  test("count refunds under way, and those that only Amazon knows of", () => {
    const pending = shipped({
      refunds: [refund({ amount: yen(2_500) }), refund({ refundId: "r2", state: "Declined" })],
    });
    expect(leftOf(pending, capture())).toEqual(yen(7_500));
    const claimed = shipped({ captures: [capture({ refundedAmount: yen(4_000) })] });
    expect(leftOf(claimed, capture({ refundedAmount: yen(4_000) }))).toEqual(yen(6_000));
    expect(refundable(claimed)).toHaveLength(1);
  });
});
