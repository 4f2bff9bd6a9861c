import { hours, minutes, yen } from "@noren-pay/base";
import { describe, expect, test } from "vitest";
import type { Order } from "../model/order.ts";
import type { Policy } from "../model/policy.ts";
import { noon } from "../store/contract-samples.ts";
import { nextWork } from "./next-work.ts";
import {
  answer,
  ask,
  authorization,
  authorizedOrder,
  confirmedOrder,
  done,
  draft,
  intentOf,
  kinds,
  later,
  notice,
  orderReference,
  read,
  refused,
  tell,
  throttled,
  types,
  unknown,
} from "./story.ts";

describe("placing an order", () => {
  test("sets details, confirms and authorizes, one call after the other", () => {
    const placed = ask(draft, { kind: "place" });
    expect([kinds(placed), placed.nextStep]).toEqual([["setDetails"], "waitForAmazon"]);
    const set = answer(placed.order, "setDetails", done(orderReference({ state: "Draft" })));
    expect(kinds(set)).toEqual(["confirm"]);
    const confirmed = answer(set.order, "confirm", done());
    expect(kinds(confirmed)).toEqual(["authorize"]);
    expect(confirmed.intents[0]?.parameters).toMatchObject({
      amount: draft.total,
      timeoutMinutes: 0,
      captureNow: false,
    });
    const authorized = answer(confirmed.order, "authorize", done(authorization(confirmed.order)));
    expect([kinds(authorized), authorized.nextStep]).toEqual([[], "shipIt"]);
  });

  test("writes every step of it into the timeline, with Amazon's request id", () => {
    const placed = ask(draft, { kind: "place" });
    expect(types(placed)).toEqual(["commandTaken", "intentWritten"]);
    const set = answer(placed.order, "setDetails", done(orderReference({ state: "Draft" })));
    expect(types(set)).toEqual(["callAnswered", "intentWritten"]);
    expect(set.events[0]?.data).toMatchObject({
      operation: "SetOrderReferenceDetails",
      outcome: "done",
      requestId: "r-1",
    });
  });

  test("twice is the same as once", () => {
    const placed = ask(draft, { kind: "place" }).order;
    expect(ask(placed, { kind: "place" })).toMatchObject({
      intents: [],
      events: [],
      order: { intents: placed.intents },
    });
  });

  test("stops at constraints and goes on from there", () => {
    const placed = ask(draft, { kind: "place" }).order;
    const constraints = ["ShippingAddressNotSet"];
    const stopped = answer(placed, "setDetails", done(orderReference({ state: "Draft", constraints })));
    expect([kinds(stopped), stopped.nextStep]).toEqual([[], "fixConstraints"]);
    expect(kinds(ask(stopped.order, { kind: "place" }))).toEqual(["setDetails"]);
  });

  test("stops when only the confirmation meets constraints", () => {
    const placed = ask(draft, { kind: "place" }).order;
    const set = answer(placed, "setDetails", done(orderReference({ state: "Draft" }))).order;
    const stopped = answer(set, "confirm", refused("ConstraintsExist"));
    expect([kinds(stopped), stopped.nextStep]).toEqual([[], "fixConstraints"]);
  });

  test("takes other details while the order is a draft, and not afterwards", () => {
    const details = { total: yen(12_000), sellerOrderId: draft.sellerOrderId };
    expect(ask(draft, { kind: "place", details }).intents[0]?.parameters).toMatchObject({ total: yen(12_000) });
    expect(ask(authorizedOrder(), { kind: "place", details }).refusal?.code).toBe("idReused");
    expect(ask(draft, { kind: "place", details: { ...details, total: yen(0) } }).refusal?.code).toBe(
      "amountNotPositive",
    );
  });

  test("reads the buyer's name and address once the order is confirmed; the timeline gets only a digest", () => {
    const placed = ask(draft, { kind: "place" }).order;
    const set = answer(placed, "setDetails", done(orderReference({ state: "Draft" }))).order;
    const confirmed = answer(set, "confirm", done()).order;
    const seen = read(confirmed, orderReference({ buyer: { name: "山田 太郎" } }));
    expect(seen.order.buyer?.name).toBe("山田 太郎");
    expect(JSON.stringify(seen.events)).not.toContain("山田");
    expect(types(seen)).toContain("buyerLearnt");
  });

  test("does not charge an order reference that somebody else confirmed with another total", () => {
    const placed = ask(draft, { kind: "place" }).order;
    const refusedSet = answer(placed, "setDetails", refused("OrderReferenceNotModifiable")).order;
    const seen = read(refusedSet, orderReference({ total: yen(1) }));
    expect([kinds(seen), seen.nextStep]).toEqual([[], "askAPerson"]);
    expect(kinds(read(refusedSet, orderReference()))).toEqual(["authorize"]);
  });
});

describe("an authorization that is declined", () => {
  const policy = (more: Partial<Policy>): Order => ({ ...draft, policy: { ...draft.policy, ...more } });
  const declined = (order: Order, reasonCode: string) =>
    answer(order, "authorize", done(authorization(order, { state: "Declined", reasonCode })));

  const ends: [string, string, string][] = [
    ["asks the buyer for another payment method", "InvalidPaymentMethod", "chooseAnotherPaymentMethod"],
    ["ends when Amazon rejected it", "AmazonRejected", "offerAnotherWayToPay"],
    ["ends for a reason nobody knows", "SomethingNew", "offerAnotherWayToPay"],
  ];
  for (const [title, reason, nextStep] of ends)
    test(title, () => expect(declined(confirmedOrder(), reason)).toMatchObject({ nextStep, intents: [] }));

  test("goes asynchronous when sync timed out, under a new id", () => {
    const order = confirmedOrder();
    const next = declined(order, "TransactionTimedOut");
    expect(next.intents[0]?.parameters).toMatchObject({ kind: "authorize", timeoutMinutes: 1440 });
    expect(next.intents[0]?.parameters).not.toMatchObject({ authorizationId: order.authorizations[0]?.id });
    expect(next.nextStep).toBe("waitForAmazon");
  });

  test("ends when sync timed out and the shop wants sync only", () => {
    expect(declined(confirmedOrder(policy({ authorizationMode: "sync" })), "TransactionTimedOut").nextStep).toBe(
      "offerAnotherWayToPay",
    );
  });

  test("is tried again two minutes after a processing failure, until the attempts are used up", () => {
    let order = confirmedOrder(policy({ authorizationAttemptsMax: 2 }));
    const first = declined(order, "ProcessingFailure");
    expect(first).toMatchObject({ intents: [], nextStep: "waitForAmazon", order: { wakeAt: noon + minutes(2) } });
    expect(nextWork(first.order, noon + minutes(1))).toBeUndefined();
    const woken = tell(first.order, { type: "wake" }, noon + minutes(2));
    expect(kinds(woken)).toEqual(["authorize"]);
    order = woken.order;
    expect(declined(order, "ProcessingFailure")).toMatchObject({ intents: [], nextStep: "offerAnotherWayToPay" });
  });

  test("is confirmed and authorized again after the buyer's choice, and its details are not set again", () => {
    const suspended = declined(confirmedOrder(), "InvalidPaymentMethod").order;
    expect(suspended.orderReference.state).toBe("Suspended");
    const again = ask(suspended, { kind: "authorizeAgain" });
    expect(kinds(again)).toEqual(["confirm"]);
    const confirmed = answer(again.order, "confirm", done());
    expect(kinds(confirmed)).toEqual(["authorize"]);
    expect(answer(confirmed.order, "authorize", done(authorization(confirmed.order))).nextStep).toBe("shipIt");
  });

  test("asks again when the buyer had not really chosen another method", () => {
    const suspended = declined(confirmedOrder(), "InvalidPaymentMethod").order;
    const again = ask(suspended, { kind: "authorizeAgain" }).order;
    expect(answer(again, "confirm", refused("PaymentMethodNotUpdated")).nextStep).toBe("chooseAnotherPaymentMethod");
  });

  test("can be authorized again when Amazon has opened the order reference by itself", () => {
    const suspended = declined(confirmedOrder(), "InvalidPaymentMethod").order;
    const hint = notice(suspended, orderReference({ state: "Open" }), later());
    const opened = read(hint.order, orderReference({ state: "Open" }), later());
    expect(kinds(opened)).toEqual(["authorize"]);
    expect(types(opened)).toContain("authorizationResumed");
    const policy = { ...suspended.policy, resumeWhenReopened: false };
    const left = read({ ...hint.order, policy }, orderReference({ state: "Open" }), later());
    expect(left.nextStep).toBe("authorizeAgain");
    expect(kinds(ask(left.order, { kind: "authorizeAgain" }))).toEqual(["authorize"]);
  });
});

describe("an authorization that is pending", () => {
  const pending = () => {
    const order = confirmedOrder();
    return answer(order, "authorize", done(authorization(order, { state: "Pending" }))).order;
  };

  test("is looked at, less and less often, until it is final", () => {
    let order = pending();
    const gaps: number[] = [];
    for (let now = noon, n = 0; n < 5; n++) {
      gaps.push((order.wakeAt ?? 0) - now);
      now = order.wakeAt ?? 0;
      order = read(order, authorization(order, { state: "Pending" }), now).order;
    }
    expect(gaps).toEqual([45_000, 90_000, 180_000, 360_000, 720_000]);
    const open = read(order, authorization(order), later());
    expect(open).toMatchObject({ nextStep: "shipIt", order: { reads: [] } });
  });

  test("is read when a notice says more than the books hold", () => {
    const order = pending();
    const hint = notice(order, authorization(order));
    expect(nextWork(hint.order, noon)).toMatchObject({ do: "read", kind: "Authorization" });
    expect(hint.order.authorizations[0]?.state).toBe("Pending");
  });

  test("cannot be shipped", () => {
    expect(ask(pending(), { kind: "ship", shipmentId: "1".repeat(32) }).refusal?.code).toBe("nothingAuthorized");
  });
});

describe("a call without a result", () => {
  test("is made again at once, with the same id and the same parameters, when Amazon replays", () => {
    const order = confirmedOrder();
    const before = intentOf(order, "authorize");
    const lost = answer(order, "authorize", unknown).order;
    expect(intentOf(lost, "authorize")).toEqual({ ...before, attempts: 1, state: "unknown" });
    expect(nextWork(lost, noon)).toEqual({ do: "perform", intentId: before.id });
  });

  test("is repeated ever more slowly, and a person is told, but never given up", () => {
    let order = confirmedOrder();
    const gaps: number[] = [];
    for (let n = 0; n < 11; n++) {
      order = answer(order, "authorize", unknown).order;
      gaps.push((intentOf(order, "authorize").notBefore - noon) / 1000);
    }
    expect(gaps).toEqual([0, 1, 2, 4, 10, 30, 60, 300, 900, 3600, 3600]);
    expect(answer(order, "authorize", unknown).nextStep).toBe("askAPerson");
  });

  const confirmation: [string, Parameters<typeof orderReference>[0], readonly string[]][] = [
    ["has happened when the order is open", { state: "Open" }, ["authorize"]],
    ["has not happened when it is a draft, and is made again", { state: "Draft" }, []],
    ["cannot happen any more when it has ended", { state: "Canceled" }, []],
  ];
  for (const [title, state, written] of confirmation)
    test(`is read first when it was a confirmation: it ${title}`, () => {
      const placed = ask(draft, { kind: "place" }).order;
      const set = answer(placed, "setDetails", done(orderReference({ state: "Draft" }))).order;
      const lost = answer(set, "confirm", unknown).order;
      expect(nextWork(lost, noon)).toMatchObject({ do: "read", kind: "OrderReference" });
      const seen = read(lost, orderReference(state));
      expect(kinds(seen)).toEqual(written);
      expect(seen.order.intents.map((each) => [each.parameters.kind, each.state])).toEqual(
        state?.state === "Draft" ? [["confirm", "ready"]] : written.map((kind) => [kind, "ready"]),
      );
    });

  test("that was throttled waits, and its intent stays as it was", () => {
    const order = confirmedOrder();
    const kept = answer(order, "authorize", throttled).order;
    expect(intentOf(kept, "authorize")).toMatchObject({ state: "ready", notBefore: noon + 2_000 });
  });

  test("that was turned away at the door stays, and a person is asked", () => {
    const kept = answer(confirmedOrder(), "authorize", refused("InvalidAccessKeyId"));
    expect([kept.order.intents.length, kept.nextStep]).toEqual([1, "askAPerson"]);
    const mended = answer(kept.order, "authorize", done(authorization(kept.order)), later(hours(2)));
    expect(mended.nextStep).toBe("shipIt");
  });

  test("a refusal at the door says nothing about an earlier call whose outcome is unknown", () => {
    const lost = answer(confirmedOrder(), "authorize", unknown).order;
    expect(answer(lost, "authorize", refused("InvalidParameterValue")).order.authorizations[0]?.state).toBe("Asked");
    const fresh = answer(confirmedOrder(), "authorize", refused("InvalidParameterValue")).order;
    expect(fresh.authorizations[0]).toMatchObject({ state: "Refused", reasonCode: "InvalidParameterValue" });
  });

  test("an answer to an intent that is settled changes nothing", () => {
    const order = confirmedOrder();
    const { id } = intentOf(order, "authorize");
    const open = answer(order, "authorize", done(authorization(order))).order;
    const declined = done(authorization(order, { state: "Declined", reasonCode: "AmazonRejected" }));
    expect(tell(open, { type: "answer", intentId: id, performed: declined })).toMatchObject({
      events: [],
      nextStep: "shipIt",
    });
  });
});
