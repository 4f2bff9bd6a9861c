// For tests: tells an order facts and answers its calls as Amazon would, in a few words.
import { hours, type Instant, yen } from "@noren-pay/base";
import type { Performed, Read } from "../gateway.ts";
import type { Decision } from "../model/change.ts";
import { type Command, type Fact, idsPerFact } from "../model/facts.ts";
import { derivedId } from "../model/hash.ts";
import type { Intent, IntentKind } from "../model/intents.ts";
import type { Order } from "../model/order.ts";
import type {
  AuthorizationSnapshot,
  CaptureSnapshot,
  OrderReferenceSnapshot,
  RefundSnapshot,
  Snapshot,
} from "../model/snapshots.ts";
import { noon, orderOf } from "../store/contract-samples.ts";
import { decide } from "./decide.ts";

export const total = yen(10_000);

/** An order of ¥10,000 that is not placed yet. */
export const draft: Order = { ...orderOf("m1", 1), total };

let facts = 0;

export function tell(order: Order, fact: Fact, now: Instant = noon): Decision {
  facts += 1;
  const ids = Array.from({ length: idsPerFact }, (_, n) => derivedId(`fact ${facts} id ${n}`));
  return decide(order, { fact, now, ids });
}

export const ask = (order: Order, command: Command, now: Instant = noon): Decision =>
  tell(order, { type: "command", command, actor: { kind: "shop" }, buyerWaits: true }, now);

export function intentOf(order: Order, kind: IntentKind): Intent {
  const intent = order.intents.find((each) => each.parameters.kind === kind);
  if (intent === undefined)
    throw new Error(`no ${kind} is written; there is ${order.intents.map((each) => each.parameters.kind)}`);
  return intent;
}

export const answer = (order: Order, kind: IntentKind, performed: Performed, now: Instant = noon): Decision =>
  tell(order, { type: "answer", intentId: intentOf(order, kind).id, performed }, now);

export const done = (...snapshots: Snapshot[]): Performed => ({ outcome: "done", snapshots, requestId: "r-1" });
export const refused = (code: string): Performed => ({ outcome: "refused", code, message: code, requestId: "r-2" });
export const unknown: Performed = { outcome: "unknown", why: "Timeout" };
export const throttled: Performed = { outcome: "throttled" };

export const read = (order: Order, snapshot: Snapshot, now: Instant = noon): Decision => {
  const planned = order.reads.find(
    (each) =>
      each.kind === snapshot.kind && (each.amazonId === snapshot.amazonId || snapshot.kind === "OrderReference"),
  );
  const result: Read = { outcome: "found", snapshot };
  return tell(order, { type: "read", kind: snapshot.kind, id: planned?.id ?? "none", read: result }, now);
};

export const notice = (order: Order, says: Snapshot, now: Instant = noon): Decision =>
  tell(order, { type: "notice", messageId: "n-1", says }, now);

export const orderReference = (more: Partial<OrderReferenceSnapshot> = {}): OrderReferenceSnapshot => ({
  kind: "OrderReference",
  amazonId: draft.amazonOrderReferenceId,
  state: "Open",
  total,
  constraints: [],
  authorizationIds: [],
  ...more,
});

export function authorization(order: Order, more: Partial<AuthorizationSnapshot> = {}): AuthorizationSnapshot {
  const held = order.authorizations.at(-1);
  return {
    kind: "Authorization",
    amazonId:
      held?.amazonId ?? `${order.amazonOrderReferenceId}-A${String(order.authorizations.length).padStart(6, "0")}`,
    state: "Open",
    referenceId: held?.id ?? "",
    amount: held?.amount ?? total,
    capturedAmount: yen(0),
    captureIds: [],
    createdAt: held?.createdAt ?? noon,
    ...more,
  };
}

export function capture(order: Order, more: Partial<CaptureSnapshot> = {}): CaptureSnapshot {
  const held = order.captures.at(-1);
  return {
    kind: "Capture",
    amazonId: held?.amazonId ?? `${order.amazonOrderReferenceId}-C${String(order.captures.length).padStart(6, "0")}`,
    state: "Completed",
    referenceId: held?.id ?? "",
    amount: held?.amount ?? total,
    refundedAmount: yen(0),
    fee: yen(0),
    refundIds: [],
    createdAt: noon,
    ...more,
  };
}

export function refund(order: Order, more: Partial<RefundSnapshot> = {}): RefundSnapshot {
  const held = order.refunds.at(-1);
  return {
    kind: "Refund",
    amazonId: held?.amazonId ?? `${order.amazonOrderReferenceId}-R${String(order.refunds.length).padStart(6, "0")}`,
    state: "Pending",
    referenceId: held?.id ?? "",
    refundType: "SellerInitiated",
    amount: held?.amount ?? total,
    feeRefunded: yen(0),
    createdAt: noon,
    ...more,
  };
}

/** Placed: the details are set and confirmed, the first authorization is written. */
export function confirmedOrder(given: Order = draft): Order {
  const placed = ask(given, { kind: "place" }).order;
  const set = answer(placed, "setDetails", done(orderReference({ state: "Draft" }))).order;
  const confirmed = answer(set, "confirm", done()).order;
  return { ...confirmed, reads: [] };
}

/** Its authorization of ¥10,000 is open. */
export function authorizedOrder(given: Order = draft): Order {
  const order = confirmedOrder(given);
  return answer(order, "authorize", done(authorization(order))).order;
}

/** ¥10,000 are captured. */
export function capturedOrder(): Order {
  const order = ask(authorizedOrder(), { kind: "ship", shipmentId: "5".repeat(32) }).order;
  return answer(order, "capture", done(capture(order))).order;
}

export const kinds = (decision: Pick<Decision, "intents">): readonly IntentKind[] =>
  decision.intents.map((each) => each.parameters.kind);
export const types = (decision: Decision): readonly string[] => decision.events.map((each) => each.type);
export const later = (ms: number = hours(1)): Instant => noon + ms;
