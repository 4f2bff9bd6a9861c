import { days, hours, yen } from "@noren-pay/base";
import { describe, expect, test } from "vitest";
import type { Order } from "../model/order.ts";
import { noon } from "../store/contract-samples.ts";
import { nextWork } from "./next-work.ts";
import {
  answer,
  ask,
  authorization,
  authorizedOrder,
  capture,
  capturedOrder,
  confirmedOrder,
  done,
  draft,
  later,
  orderReference,
  read,
  refund,
  tell,
  types,
} from "./story.ts";
import { sweepAtOf } from "./sweep-times.ts";

const live = { ...draft.account, environment: "Live", authorizationLifetimeMs: days(30) } as const;
const authorized: Order = { ...authorizedOrder({ ...draft, account: live }), reads: [] };
const captured: Order = { ...capturedOrder(), account: live, reads: [] };
const suspended: Order = {
  ...authorized,
  authorizations: [],
  orderReference: { ...authorized.orderReference, state: "Suspended" },
};
const closed = { ...captured.orderReference, state: "Closed" } as const;
const wake = (order: Order, at: number) => tell(order, { type: "wake" }, at).order;

describe("an order is compared with Amazon", () => {
  const cases: readonly (readonly [string, Order, number | undefined])[] = [
    ["a day after it was made", authorized, days(1)],
    ["then after twice that", { ...authorized, sweptAt: noon + days(1) }, days(2)],
    ["and so on", { ...authorized, sweptAt: noon + days(4) }, days(8)],
    ["but at least weekly", { ...captured, sweptAt: noon + days(30) }, days(37)],
    ["sooner when it is suspended", suspended, hours(6)],
    ["sooner when an authorization is about to run out", { ...authorized, sweptAt: noon + days(28) }, days(29.75)],
    [
      "for 90 days after money moved, when all else is over",
      { ...captured, orderReference: closed, sweptAt: noon + days(82) },
      days(89),
    ],
    ["no longer than that", { ...captured, orderReference: closed, sweptAt: noon + days(84) }, undefined],
    ["not while it is a draft", draft, undefined],
    [
      "not when all is over on both sides",
      {
        ...captured,
        orderReference: closed,
        captures: captured.captures.map((each) => ({ ...each, state: "Closed" as const })),
      },
      undefined,
    ],
  ];
  for (const [title, order, after] of cases)
    test(title, () => expect(sweepAtOf(order)).toBe(after === undefined ? undefined : noon + after));

  test("object by object, and the next time is set", () => {
    expect(nextWork(authorized, noon + days(1))).toEqual({ do: "wake" });
    const swept = wake(authorized, noon + days(1));
    expect(swept.reads.map(({ kind, why }) => `${kind} ${why}`)).toEqual([
      "OrderReference sweep",
      "Authorization sweep",
    ]);
    expect(sweepAtOf(swept)).toBe(noon + days(2));
  });

  test("after whatever else is to be read", () => {
    const [reference, ...more] = wake(authorized, noon + days(1)).reads;
    const asked = { ...more[0], id: "x", kind: "Capture", why: "notice" } as NonNullable<typeof reference>;
    const order = { ...authorized, reads: [reference as NonNullable<typeof reference>, asked] };
    expect(nextWork(order, noon + days(1))).toMatchObject({ do: "read", kind: "Capture" });
  });

  test("and a read for another reason takes the sweep's place", () => {
    const swept = wake(authorized, noon + days(1));
    const noticed = tell(
      swept,
      { type: "notice", messageId: "n", says: orderReference({ state: "Suspended" }) },
      noon + days(1),
    );
    expect(noticed.order.reads.filter((each) => each.kind === "OrderReference").map((each) => each.why)).toEqual([
      "notice",
    ]);
  });
});

describe("what a sweep finds", () => {
  const at = noon + days(1);

  test("is no divergence when both sides agree", () => {
    const found = read(wake(authorized, at), orderReference(), at);
    expect(types(found)).toEqual(["objectRead"]);
  });

  test("is told with both sides when they differ, and believed", () => {
    const found = read(wake(captured, at), capture(captured, { state: "Closed", reasonCode: "AmazonClosed" }), at);
    expect(types(found)).toEqual(["objectRead", "divergenceFound", "captureChanged"]);
    expect(found.events[1]?.data).toMatchObject({
      kind: "Capture",
      ours: { state: "Completed" },
      theirs: { state: "Closed" },
    });
    expect(found.order.captures[0]?.state).toBe("Closed");
  });

  test("includes money that Amazon gave back: it is read and booked", () => {
    const id = `${captured.amazonOrderReferenceId}-R000009`;
    const seen = read(wake(captured, at), capture(captured, { refundedAmount: yen(500), refundIds: [id] }), at);
    expect(types(seen)).toContain("divergenceFound");
    const foreign = refund(seen.order, { amazonId: id, referenceId: "claim", amount: yen(500), state: "Completed" });
    const booked = read(seen.order, foreign, at);
    expect(booked.entries.map((each) => each.cause)).toEqual(["refund"]);
  });
});

describe("an order reference that Amazon reopens", () => {
  const declined = (() => {
    const order = confirmedOrder();
    return answer(
      order,
      "authorize",
      done(authorization(order, { state: "Declined", reasonCode: "InvalidPaymentMethod" })),
    ).order;
  })();
  const away = { ...declined, reads: [] };

  test("is noticed without a notice, and the authorization is asked for again", () => {
    const swept = wake(away, later(hours(7)));
    const opened = read(swept, orderReference(), later(hours(7)));
    expect(types(opened)).toEqual([
      "objectRead",
      "divergenceFound",
      "orderReferenceChanged",
      "authorizationResumed",
      "intentWritten",
    ]);
  });

  test("is not resumed against a wish to cancel", () => {
    const canceling = ask(away, { kind: "cancel" }).order;
    const opened = read(wake(canceling, later(hours(7))), orderReference(), later(hours(7)));
    expect(types(opened)).not.toContain("authorizationResumed");
  });
});
