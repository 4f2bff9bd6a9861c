import { days, minutes, type Price, yen } from "@noren-pay/base";
import { describe, expect, test } from "vitest";
import type { RefusalCode } from "../errors.ts";
import type { Order } from "../model/order.ts";
import { noon } from "../store/contract-samples.ts";
import { balancesOf } from "./balances.ts";
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
  intentOf,
  kinds,
  later,
  notice,
  orderReference,
  read,
  refund,
  refused,
  tell,
  types,
  unknown,
} from "./story.ts";

const shipmentId = "1".repeat(32);
const refundId = "2".repeat(32);
const ship = (order: Order, amount?: Price, now = noon) => ask(order, { kind: "ship", shipmentId, amount }, now);
const giveBack = (order: Order, amount: number, id = refundId) =>
  ask(order, { kind: "refund", refundId: id, amount: yen(amount) });

describe("shipping", () => {
  test("captures what is authorized and books the money", () => {
    const asked = ship(authorizedOrder());
    expect(asked.intents[0]?.parameters).toMatchObject({ kind: "capture", amount: yen(10_000) });
    const taken = answer(asked.order, "capture", done(capture(asked.order)));
    expect(
      taken.entries.map((entry) => [entry.cause, entry.lines.map((line) => [line.account, line.amount.amount])]),
    ).toEqual([
      [
        "capture",
        [
          ["amazonBalance", 10_000],
          ["sales", -10_000],
        ],
      ],
    ]);
    expect(taken.order.authorizations[0]).toMatchObject({ state: "Closed", reasonCode: "MaxCapturesProcessed" });
    expect(taken.nextStep).toBe("nothing");
  });

  test("a part of it leaves the rest to be authorized again", () => {
    const asked = ship(authorizedOrder(), yen(3_000)).order;
    const taken = answer(asked, "capture", done(capture(asked)));
    expect(balancesOf(taken.order)).toMatchObject({ captured: yen(3_000), remaining: yen(7_000), authorized: yen(0) });
    expect(taken.nextStep).toBe("authorizeAgain");
    const again = ask(taken.order, { kind: "authorizeAgain" });
    expect(again.intents[0]?.parameters).toMatchObject({ kind: "authorize", amount: yen(7_000) });
  });

  test("the same shipment again captures nothing more, though another authorization is open", () => {
    const asked = ship(authorizedOrder(), yen(3_000)).order;
    const taken = answer(asked, "capture", done(capture(asked))).order;
    const again = ask(taken, { kind: "authorizeAgain" }).order;
    const open = answer(again, "authorize", done(authorization(again))).order;
    expect(open.authorizations.at(-1)?.state).toBe("Open");
    expect(kinds(ship(open, yen(3_000)))).toEqual([]);
  });

  test("the same shipment again captures nothing more", () => {
    const asked = ship(authorizedOrder()).order;
    expect(ship(asked)).toMatchObject({ intents: [], refusal: undefined });
    expect(ship(asked, yen(5)).refusal?.code).toBe("idReused");
  });

  const refusals: [string, () => Order, Price | undefined, RefusalCode][] = [
    ["more than is authorized", authorizedOrder, yen(10_001), "overAuthorized"],
    ["nothing", authorizedOrder, yen(0), "amountNotPositive"],
    ["dollars", authorizedOrder, { amount: 1, currencyCode: "USD" }, "currencyMismatch"],
    ["before it is placed", () => draft, undefined, "orderNotPlaced"],
    ["while the authorization is on its way", confirmedOrder, undefined, "nothingAuthorized"],
    ["what is captured already", capturedOrder, undefined, "nothingAuthorized"],
    [
      "while it is being canceled",
      () => ask(authorizedOrder(), { kind: "cancel" }).order,
      undefined,
      "orderBeingCanceled",
    ],
    ["what is canceled", () => canceled(), undefined, "orderCanceled"],
  ];
  for (const [title, order, amount, code] of refusals)
    test(`is refused for ${title}`, () => expect(ship(order(), amount).refusal?.code).toBe(code));

  test("is refused once the authorization has run out by the clock", () => {
    expect(ship(authorizedOrder(), undefined, noon + days(2)).refusal?.code).toBe("nothingAuthorized");
  });

  test("after a declined capture looks whether the authorization is still open", () => {
    const asked = ship(authorizedOrder()).order;
    const declined = answer(
      asked,
      "capture",
      done(capture(asked, { state: "Declined", reasonCode: "AmazonRejected" })),
    ).order;
    expect(nextWork(declined, noon)).toMatchObject({ do: "read", kind: "Authorization" });
    expect(read(declined, authorization(declined)).nextStep).toBe("shipIt");
    expect(kinds(ship(read(declined, authorization(declined)).order))).toEqual(["capture"]);
    const closed = read(declined, authorization(declined, { state: "Closed", reasonCode: "AmazonClosed" }));
    expect(closed.nextStep).toBe("authorizeAgain");
  });

  test("a pending capture is waited for and booked when it is completed", () => {
    const asked = ship(authorizedOrder()).order;
    const pending = answer(asked, "capture", done(capture(asked, { state: "Pending" })));
    expect([pending.nextStep, pending.entries]).toEqual(["waitForAmazon", []]);
    const completed = read(pending.order, capture(pending.order), later(minutes(1)));
    expect(completed.entries).toHaveLength(1);
    expect(read(completed.order, capture(completed.order)).entries).toEqual([]);
  });

  test("a capture that is first seen closed has moved its money all the same", () => {
    const asked = ship(authorizedOrder()).order;
    const closed = answer(asked, "capture", done(capture(asked, { state: "Closed", reasonCode: "AmazonClosed" })));
    expect(closed.entries).toHaveLength(1);
  });

  test("a capture made at once is found under its authorization", () => {
    const order = confirmedOrder({ ...draft, policy: { ...draft.policy, captureAt: "atOnce" } });
    const amazonId = `${order.amazonOrderReferenceId}-C000001`;
    const both = { state: "Closed", reasonCode: "MaxCapturesProcessed", captureIds: [amazonId] } as const;
    const authorized = answer(order, "authorize", done(authorization(order, both)));
    expect(authorized.nextStep).toBe("waitForAmazon");
    const seen = read(authorized.order, capture(authorized.order, { amazonId }));
    expect([seen.entries.length, seen.nextStep, seen.order.shipments.length]).toEqual([1, "nothing", 1]);
  });
});

describe("refunding", () => {
  test("in parts, several times, up to the overage of the region", () => {
    let order = capturedOrder();
    for (const [n, amount] of [4_000, 4_000].entries()) {
      const asked = giveBack(order, amount, String(n).repeat(32)).order;
      order = answer(asked, "refund", done(refund(asked))).order;
    }
    expect(balancesOf(order)).toMatchObject({ refunding: yen(8_000), refunded: yen(0) });
    expect(giveBack(order, 3_501).refusal).toEqual({ code: "refundOverLimit", field: "amount", limit: yen(3_500) });
    expect(giveBack(order, 3_500).refusal).toBeUndefined();
  });

  test("is booked when it is completed, and once", () => {
    const asked = giveBack(capturedOrder(), 4_000).order;
    const pending = answer(asked, "refund", done(refund(asked)));
    expect(pending.entries).toEqual([]);
    const completed = read(pending.order, refund(pending.order, { state: "Completed" }), later());
    expect(completed.entries[0]?.lines.map((line) => line.amount.amount)).toEqual([4_000, -4_000]);
    expect(completed.order.captures[0]?.refundedAmount).toEqual(yen(4_000));
    const late = notice(completed.order, refund(completed.order, { state: "Completed" }));
    expect([late.entries, late.order.reads]).toEqual([[], []]);
  });

  test("that was declined gives its room back", () => {
    const asked = giveBack(capturedOrder(), 10_000).order;
    const pending = answer(asked, "refund", done(refund(asked))).order;
    const declined = read(pending, refund(pending, { state: "Declined", reasonCode: "AmazonRejected" }), later());
    expect(giveBack(declined.order, 11_500, "3".repeat(32)).refusal).toBeUndefined();
  });

  test("the same refund again gives back nothing more", () => {
    const asked = giveBack(capturedOrder(), 4_000).order;
    expect(giveBack(asked, 4_000)).toMatchObject({ intents: [], refusal: undefined });
    expect(giveBack(asked, 4_001).refusal?.code).toBe("idReused");
  });

  const refusals: [string, () => Order, number, RefusalCode][] = [
    ["before a capture", authorizedOrder, 1, "captureNotCompleted"],
    ["nothing", capturedOrder, 0, "amountNotPositive"],
    ["over the limit", capturedOrder, 11_501, "refundOverLimit"],
    [
      "a capture that is not completed yet",
      () => {
        const asked = ship(authorizedOrder()).order;
        return answer(asked, "capture", done(capture(asked, { state: "Pending" }))).order;
      },
      1,
      "captureNotCompleted",
    ],
    [
      "an eleventh time",
      () => {
        let order = capturedOrder();
        for (let n = 0; n < 10; n++) {
          const asked = giveBack(order, 1, n.toString(16).repeat(32)).order;
          order = answer(asked, "refund", done(refund(asked))).order;
        }
        return order;
      },
      1,
      "tooManyRefunds",
    ],
  ];
  for (const [title, order, amount, code] of refusals)
    test(`is refused ${title}`, () => expect(giveBack(order(), amount, "f".repeat(32)).refusal?.code).toBe(code));

  test("a capture nobody knows is refused, and one of several must be named", () => {
    const named = ask(capturedOrder(), { kind: "refund", refundId, amount: yen(1), captureId: "9".repeat(32) });
    expect(named.refusal?.code).toBe("captureUnknown");
    const order = capturedOrder();
    const two = { ...order, captures: [...order.captures, { ...order.captures[0]!, id: "8".repeat(32) }] };
    expect(giveBack(two, 1).refusal?.code).toBe("captureNotNamed");
  });

  test("that Amazon made by itself (a claim) is taken into the books", () => {
    const order = capturedOrder();
    const refundIds = [`${order.amazonOrderReferenceId}-R000009`];
    const hint = notice(order, capture(order, { refundedAmount: yen(500), refundIds })).order;
    const seen = read(hint, capture(order, { refundedAmount: yen(500), refundIds })).order;
    expect(giveBack(seen, 11_001).refusal?.limit).toEqual(yen(11_000));
    const claim = refund(order, {
      amazonId: refundIds[0]!,
      referenceId: "amazon",
      amount: yen(500),
      state: "Completed",
      refundType: "AmazonA-ZRefund",
    });
    const found = read(seen, claim);
    expect(found.entries[0]?.lines.map((line) => line.amount.amount)).toEqual([500, -500]);
    expect(giveBack(found.order, 11_001).refusal?.limit).toEqual(yen(11_000));
  });
});

const canceled = (): Order => {
  const asked = ask(authorizedOrder(), { kind: "cancel" }).order;
  return answer(asked, "cancel", done()).order;
};

describe("canceling", () => {
  test("closes the authorizations too", () => {
    const order = canceled();
    expect(order.orderReference).toMatchObject({ state: "Canceled", reasonCode: "SellerCanceled" });
    expect(order.authorizations[0]).toMatchObject({ state: "Closed", reasonCode: "OrderReferenceCanceled" });
    expect(ask(order, { kind: "cancel" })).toMatchObject({ nextStep: "orderCanceled", refusal: undefined, events: [] });
  });

  test("is refused once money was captured", () => {
    expect(ask(capturedOrder(), { kind: "cancel" }).refusal?.code).toBe("alreadyCaptured");
  });

  test("waits for a capture whose outcome is unknown, and is given up when money moved", () => {
    const asked = ship(authorizedOrder()).order;
    const lost = answer(asked, "capture", unknown).order;
    const wished = ask(lost, { kind: "cancel" });
    expect([kinds(wished), wished.nextStep]).toEqual([[], "waitForAmazon"]);
    const taken = answer(wished.order, "capture", done(capture(wished.order)));
    expect([kinds(taken), types(taken).includes("cancelGivenUp")]).toEqual([[], true]);
    expect(taken.nextStep).toBe("nothing");
  });

  test("waits for a capture whose outcome is unknown, and goes on when it failed", () => {
    const asked = ship(authorizedOrder()).order;
    const wished = ask(answer(asked, "capture", unknown).order, { kind: "cancel" }).order;
    const failed = answer(
      wished,
      "capture",
      done(capture(wished, { state: "Declined", reasonCode: "ProcessingFailure" })),
    );
    expect(kinds(failed)).toEqual(["cancel"]);
  });

  test("waits for the authorization that is on its way", () => {
    const wished = ask(confirmedOrder(), { kind: "cancel" });
    expect(kinds(wished)).toEqual([]);
    const order = wished.order;
    expect(kinds(answer(order, "authorize", done(authorization(order))))).toEqual(["cancel"]);
  });

  test("a repeated call that finds it canceled is no failure", () => {
    const asked = ask(authorizedOrder(), { kind: "cancel" }).order;
    const odd = answer(asked, "cancel", refused("InvalidOrderReferenceStatus"));
    expect(odd.nextStep).toBe("waitForAmazon");
    expect(read(odd.order, orderReference({ state: "Canceled", reasonCode: "SellerCanceled" })).nextStep).toBe(
      "orderCanceled",
    );
  });

  test("a person is asked when Amazon refuses and nothing explains it", () => {
    const asked = ask(authorizedOrder(), { kind: "cancel" }).order;
    const odd = answer(asked, "cancel", refused("InvalidCancelAttempt")).order;
    const seen = read(odd, orderReference());
    expect([kinds(seen), seen.nextStep, seen.order.wish.kind]).toEqual([[], "askAPerson", "none"]);
  });
});

describe("closing", () => {
  test("leaves what is authorized to be captured", () => {
    const asked = ask(authorizedOrder(), { kind: "close" }).order;
    const closed = answer(asked, "close", done());
    expect([closed.order.orderReference.state, closed.nextStep]).toEqual(["Closed", "shipIt"]);
    expect(kinds(ship(closed.order))).toEqual(["capture"]);
    expect(ask(closed.order, { kind: "authorizeAgain" }).refusal?.code).toBe("orderClosed");
  });

  test("a draft is refused, and twice is the same as once", () => {
    expect(ask(draft, { kind: "close" }).refusal?.code).toBe("orderNotPlaced");
    const asked = ask(capturedOrder(), { kind: "close" }).order;
    expect(ask(asked, { kind: "close" }).intents).toEqual([]);
  });
});

const unswept = { ...draft.policy, sweep: { ...draft.policy.sweep, firstMs: days(9), mostMs: days(9) } };

describe("what runs out by the clock", () => {
  test("an authorization is read at its end, and can then be asked for again", () => {
    const order = { ...authorizedOrder({ ...draft, policy: unswept }), reads: [] };
    expect(order.authorizations[0]?.expiresAt).toBe(noon + days(2));
    expect(tell(order, { type: "wake" }, noon + days(1)).order.wakeAt).toBe(noon + days(2));
    const woken = tell(order, { type: "wake" }, noon + days(2)).order;
    expect(nextWork(woken, noon + days(2))).toMatchObject({ do: "read", kind: "Authorization" });
    const expired = read(woken, authorization(woken, { state: "Closed", reasonCode: "ExpiredUnused" }), noon + days(2));
    expect(expired.nextStep).toBe("authorizeAgain");
    expect(kinds(ask(expired.order, { kind: "authorizeAgain" }, noon + days(2)))).toEqual(["authorize"]);
  });

  test("a draft that nobody confirmed is read after three hours", () => {
    expect(draft.orderReference.expiresAt).toBe(noon + 3 * 3_600_000);
    const woken = tell(draft, { type: "wake" }, draft.orderReference.expiresAt).order;
    const stale = read(
      woken,
      orderReference({ state: "Canceled", reasonCode: "Stale" }),
      draft.orderReference.expiresAt,
    );
    expect([stale.nextStep, stale.order.wakeAt]).toEqual(["orderCanceled", undefined]);
  });
});

describe("a notice", () => {
  test("that says what the books hold is not read after", () => {
    const order = { ...authorizedOrder(), reads: [] };
    const same = notice(order, authorization(order));
    expect([same.order.reads, same.events[0]?.data.effect]).toEqual([[], "same"]);
  });

  test("that comes late regresses nothing and is not read after", () => {
    const order = capturedOrder();
    const late = notice(order, authorization(order, { state: "Open" }));
    expect([late.events[0]?.data.effect, late.order.authorizations[0]?.state]).toEqual(["late", "Closed"]);
  });

  test("of an object nobody knows has it read, and it is taken into the books", () => {
    const order = { ...authorizedOrder(), reads: [] };
    const amazonId = `${order.amazonOrderReferenceId}-A000099`;
    const foreign = authorization(order, { amazonId, referenceId: "theirs", amount: yen(700) });
    const seen = read(notice(order, foreign).order, foreign);
    expect(seen.order.authorizations.map((each) => each.amount.amount)).toEqual([10_000, 700]);
  });

  test("of a reference id that is on its way settles nothing; the read of it does", () => {
    const order = answer(confirmedOrder(), "authorize", unknown).order;
    const hint = notice(order, authorization(order)).order;
    expect(intentOf(hint, "authorize").state).toBe("unknown");
    const seen = read(hint, authorization(order));
    expect([seen.order.intents, seen.nextStep]).toEqual([[], "shipIt"]);
  });
});

describe("what a shipment left over", () => {
  const shipped = (reauthorizeRest: boolean) => {
    const order = authorizedOrder({ ...draft, policy: { ...draft.policy, reauthorizeRest } });
    const asked = ask(order, { kind: "ship", shipmentId: "5".repeat(32), amount: yen(4_000) }).order;
    return answer(asked, "capture", done(capture(asked)));
  };

  test("stays uncharged by default", () => expect(kinds(shipped(false))).toEqual([]));

  test("is authorized anew, once, when the policy says so", () => {
    const decision = shipped(true);
    expect(kinds(decision)).toEqual(["authorize"]);
    expect(decision.order.authorizations.at(-1)).toMatchObject({ state: "Asked", amount: yen(6_000) });
    const again = read(decision.order, capture(decision.order));
    expect(kinds(again)).toEqual([]);
  });
});

test("a fee is booked once, when Amazon names it", () => {
  const order = ask(authorizedOrder(), { kind: "ship", shipmentId: "5".repeat(32) }).order;
  const taken = answer(order, "capture", done(capture(order, { fee: yen(390) })));
  expect(taken.entries.map((each) => each.cause)).toEqual(["capture", "fee"]);
  const planned = {
    kind: "Capture",
    id: taken.order.captures[0]!.id,
    amazonId: taken.order.captures[0]!.amazonId!,
  } as const;
  const reads = [{ ...planned, why: "check", since: noon, attempts: 0, notBefore: noon } as const];
  expect(read({ ...taken.order, reads }, capture(taken.order, { fee: yen(390) })).entries).toEqual([]);
});
