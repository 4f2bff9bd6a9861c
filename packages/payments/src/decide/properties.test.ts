import { minutes, yen } from "@noren-pay/base";
import {
  type AuthorizationState,
  authorizationStates,
  type CaptureState,
  captureStates,
  isFinal,
  type OrderReferenceState,
  orderReferenceStates,
  type RefundState,
  refundStates,
} from "@noren-pay/protocol";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Decision } from "../model/change.ts";
import { type Command, type Fact, idsPerFact } from "../model/facts.ts";
import { derivedId } from "../model/hash.ts";
import type { Order } from "../model/order.ts";
import type { Snapshot } from "../model/snapshots.ts";
import { noon } from "../store/contract-samples.ts";
import { isLiveCapture, isLiveRefund } from "./balances.ts";
import { decide } from "./decide.ts";
import {
  authorization,
  authorizedOrder,
  capture,
  capturedOrder,
  done,
  draft,
  orderReference,
  refund,
  refused,
  throttled,
  total,
  unknown,
} from "./story.ts";

// Any life at all: commands in any order, and an Amazon that says anything of anything, in any order.
const id = fc.integer({ min: 0, max: 3 }).map((n) => derivedId(`object ${n}`));
const amount = fc.integer({ min: 1, max: 12_000 }).map(yen);
const limitAmount = fc.integer({ min: 11_490, max: 11_510 }).map(yen);
const command: fc.Arbitrary<Command> = fc.oneof(
  fc.constant({ kind: "place" } as const),
  fc.constant({ kind: "authorizeAgain" } as const),
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("ship" as const),
      shipmentId: id,
      amount: fc.option(amount, { nil: undefined }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant("refund" as const), refundId: id, amount: fc.oneof(amount, limitAmount) }),
  },
  fc.constant({ kind: "cancel" } as const),
  fc.constant({ kind: "close" } as const),
);

type Says = (order: Order) => Snapshot;
const declines = fc.constantFrom("InvalidPaymentMethod", "AmazonRejected", "ProcessingFailure", "TransactionTimedOut");
// Good ends are likelier than the rest, or few lives would come to a refund.
const orderReferenceSays: fc.Arbitrary<Says> = fc
  .constantFrom<OrderReferenceState>("Open", "Open", "Open", ...orderReferenceStates)
  .map((state) => () => orderReference({ state }));
const authorizationSays: fc.Arbitrary<Says> = fc
  .tuple(fc.constantFrom<AuthorizationState>("Open", "Open", ...authorizationStates), declines)
  .map(([state, reasonCode]) => (order) => {
    return authorization(order, { state, ...(state === "Declined" && { reasonCode }) });
  });
const captureSays: fc.Arbitrary<Says> = fc
  .constantFrom<CaptureState>("Completed", ...captureStates)
  .map((state) => (order) => capture(order, { state }));
const refundSays: fc.Arbitrary<Says> = fc
  .constantFrom<RefundState>("Completed", ...refundStates)
  .map((state) => (order) => refund(order, { state }));
const says: fc.Arbitrary<Says> = fc.oneof(orderReferenceSays, authorizationSays, captureSays, refundSays);

type Step = (order: Order) => Fact | undefined;
const how = fc.constantFrom(
  "done",
  "done",
  "done",
  "unknown",
  "throttled",
  "InvalidOrderReferenceStatus",
  "AccessDenied",
);
const answers: fc.Arbitrary<Step> = fc
  .tuple(authorizationSays, captureSays, refundSays, how)
  .map(([authorized, captured, refunded, outcome]) => (order) => {
    const intent = order.intents[0];
    if (intent === undefined) return undefined;
    const { kind } = intent.parameters;
    const said =
      kind === "authorize" ? authorized : kind === "capture" ? captured : kind === "refund" ? refunded : undefined;
    const shown = said === undefined ? [] : [said(order)];
    const performed =
      outcome === "done"
        ? done(...shown)
        : outcome === "unknown"
          ? unknown
          : outcome === "throttled"
            ? throttled
            : refused(outcome);
    return { type: "answer", intentId: intent.id, performed };
  });
const reads: fc.Arbitrary<Step> = fc
  .tuple(orderReferenceSays, authorizationSays, captureSays, refundSays, fc.integer({ min: 0, max: 3 }))
  .map(([OrderReference, Authorization, Capture, Refund, which]) => (order) => {
    const planned = order.reads[which % Math.max(1, order.reads.length)];
    if (planned === undefined) return undefined;
    const snapshot = { OrderReference, Authorization, Capture, Refund }[planned.kind](order);
    return { type: "read", kind: planned.kind, id: planned.id, read: { outcome: "found", snapshot } };
  });
const commands: fc.Arbitrary<Step> = command.map((each) => () => ({
  type: "command",
  command: each,
  actor: { kind: "shop" },
  buyerWaits: false,
}));
const notices: fc.Arbitrary<Step> = says.map((said) => (order) => ({
  type: "notice",
  messageId: "n",
  says: said(order),
}));
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: commands },
  { weight: 4, arbitrary: answers },
  { weight: 3, arbitrary: reads },
  notices,
  fc.constant<Step>(() => ({ type: "wake" })),
);
const life = fc.array(fc.tuple(step, fc.integer({ min: 0, max: 90 })), { minLength: 15, maxLength: 60, size: "max" });

interface Moment {
  readonly before: Order;
  readonly fact: Fact;
  readonly decision: Decision;
  readonly now: number;
  readonly ids: readonly string[];
}

/** A life begins anywhere: most random ones would never come to a refund. */
const beginnings = [draft, authorizedOrder(), capturedOrder()];

function lived(steps: readonly (readonly [Step, number])[]): readonly Moment[] {
  let before = frozen(beginnings[steps.length % beginnings.length] as Order);
  let now = noon;
  const moments: Moment[] = [];
  for (const [n, [next, passed]] of steps.entries()) {
    now += minutes(passed);
    const fact = next(before);
    if (fact === undefined) continue;
    const ids = Array.from({ length: idsPerFact }, (_, k) => derivedId(`${n}-${k}`));
    const decision = decide(before, { fact, now, ids });
    moments.push({ before, fact, decision, now, ids });
    before = frozen(decision.order);
  }
  return moments;
}

function frozen<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const each of Object.values(value)) frozen(each);
  }
  return value;
}

const always = (check: (moment: Moment) => void) =>
  fc.assert(
    fc.property(life, (steps) => {
      for (const moment of lived(steps)) check(moment);
    }),
    { numRuns: 250 },
  );

describe("whatever happens in whatever order", () => {
  test("no more is captured than is authorized, nor than the order's total, and once per shipment", () =>
    always(({ decision: { order } }) => {
      const live = order.captures.filter(isLiveCapture);
      expect(live.reduce((sum, each) => sum + each.amount.amount, 0)).toBeLessThanOrEqual(total.amount);
      for (const each of live) {
        const from = order.authorizations.find((one) => one.id === each.authorizationId);
        expect(each.amount.amount).toBeLessThanOrEqual(from?.amount.amount ?? 0);
        expect(live.filter((other) => other.shipmentId === each.shipmentId)).toHaveLength(1);
      }
    }));

  test("no more is refunded than the cap", () =>
    always(({ decision: { order } }) => {
      for (const { id, amount } of order.captures) {
        const live = order.refunds.filter((each) => each.captureId === id && isLiveRefund(each));
        const most = amount.amount + Math.min(Math.floor(amount.amount * 0.15), 8_400);
        expect(live.reduce((sum, each) => sum + each.amount.amount, 0)).toBeLessThanOrEqual(most);
      }
    }));

  test("a final state is never left", () =>
    always(({ before, decision: { order } }) => {
      if (isFinal("OrderReference", before.orderReference.state))
        expect(order.orderReference.state).toBe(before.orderReference.state);
      for (const [kind, list] of [
        ["Authorization", "authorizations"],
        ["Capture", "captures"],
        ["Refund", "refunds"],
      ] as const)
        for (const held of before[list])
          if (held.state !== "Asked" && held.state !== "Refused" && isFinal(kind, held.state))
            expect(order[list].find((each) => each.id === held.id)?.state).toBe(held.state);
    }));

  test("an order with something pending, unanswered or unread wakes by itself", () =>
    always(({ decision: { order } }) => {
      const pending = [...order.authorizations, ...order.captures, ...order.refunds].some(
        (each) => each.state === "Pending",
      );
      if (pending || order.intents.length > 0 || order.reads.length > 0) expect(order.wakeAt).toBeDefined();
    }));

  test("the same answer or read twice, and the same notice twice, change nothing more", () =>
    always(({ fact, decision: { order }, now, ids }) => {
      if (fact.type !== "answer" && fact.type !== "read" && fact.type !== "notice") return;
      const again = decide(order, { fact, now, ids: ids.map(derivedId) });
      const isSettled = fact.type !== "answer" || !order.intents.some((each) => each.id === fact.intentId);
      const isOver =
        fact.type !== "read" || !order.reads.some((each) => each.kind === fact.kind && each.id === fact.id);
      if (isSettled && isOver) expect({ ...again.order, buyer: undefined }).toEqual({ ...order, buyer: undefined });
    }));

  test("what is booked balances, and nothing is booked twice", () =>
    fc.assert(
      fc.property(life, (steps) => {
        const entries = lived(steps).flatMap(({ decision }) => decision.entries);
        expect(new Set(entries.map((each) => each.id)).size).toBe(entries.length);
        for (const { lines } of entries) expect(lines.reduce((sum, line) => sum + line.amount.amount, 0)).toBe(0);
      }),
      { numRuns: 250 },
    ));

  test("a canceled order asks for no money", () =>
    always(({ before, decision }) => {
      if (before.orderReference.state !== "Canceled" && before.wish.kind !== "cancel") return;
      const written = decision.intents.map((each) => each.parameters.kind);
      expect(written.filter((kind) => kind === "capture" || kind === "authorize")).toEqual([]);
    }));

  test("the same fact gives the same decision", () =>
    always(({ before, fact, decision, now, ids }) => {
      expect(decide(before, { fact, now, ids })).toEqual(decision);
    }));
});
