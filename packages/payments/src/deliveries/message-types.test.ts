import { describe, expect, test } from "vitest";
import { leftThePageAfterMs, mailOf } from "./mail-kinds.ts";
import { messageTypeOf, messageTypes } from "./message-types.ts";

describe("an event of the timeline", () => {
  const cases: [string, string, Record<string, unknown>, string | undefined][] = [
    [
      "that changes a state is told by where it went",
      "captureChanged",
      { from: "Pending", to: "Completed" },
      "capture.completed",
    ],
    ["that Amazon refused is told as declined", "refundChanged", { to: "Refused" }, "refund.declined"],
    ["without a state is told by its name", "authorizationRunsOut", { daysLeft: 3 }, "authorization.runsOut"],
    ["of the work inside is not told", "callAnswered", { operation: "Capture" }, undefined],
    ["to a state that means nothing to shops is not told", "authorizationChanged", { to: "Asked" }, undefined],
  ];
  test.each(cases)("%s", (_, type, data, expected) => expect(messageTypeOf({ type, data })).toBe(expected));

  test("has a type that stands once in the list", () => expect(new Set(messageTypes).size).toBe(messageTypes.length));
});

describe("a mail", () => {
  const suspended = {
    type: "orderReferenceChanged",
    at: 5,
    data: { to: "Suspended", reasonCode: "InvalidPaymentMethod" },
  };

  test("asks an absent buyer at once for another payment method", () =>
    expect(mailOf(suspended, false)).toEqual({ kind: "choosePaymentMethod", sendAt: 5 }));

  test("waits a while when the buyer was on the page", () =>
    expect(mailOf(suspended, true)).toEqual({ kind: "choosePaymentMethod", sendAt: 5 + leftThePageAfterMs }));

  test("is not made for a suspension of another kind", () =>
    expect(mailOf({ ...suspended, data: { to: "Suspended" } }, false)).toBeUndefined());
});
