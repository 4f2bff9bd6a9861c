// When to try again, when to look, and when an order wakes.
import { hours, type Instant, minutes, seconds } from "@noren-pay/base";
import { isFinal, type ObjectKind } from "@noren-pay/protocol";
import { type Intent, operationOf } from "../model/intents.ts";
import type { Order, PlannedRead } from "../model/order.ts";
import { guardAtOf } from "./guard-times.ts";
import { recoveryOf } from "./recovery.ts";
import { sweepAtOf } from "./sweep-times.ts";

/** Waits before the next call after one that did not settle the intent. Source: Amazon's advice 1, 2, 4, 10, 30 s. */
const retryDelaysMs = [0, 1, 2, 4, 10, 30, 60, 300, 900].map(seconds);
const retryDelayMsMax = hours(1);

/** From so many calls without a result on, a person is told. The calls go on, hourly: an unknown is never given up. */
export const callsUntilAPersonIsAsked = 8;

/** `attempts`: calls that did not settle it, this one included. The first repeat comes at once. */
export const retryAt = (now: Instant, attempts: number): Instant =>
  now + (retryDelaysMs[attempts - 1] ?? retryDelayMsMax);

/** After a throttle, waiting is the point: never at once. */
export const afterThrottle = (now: Instant, attempts: number): Instant => retryAt(now, attempts + 2);

interface Poll {
  readonly firstMs: number;
  readonly mostMs: number;
}
/** Notices usually come first: polls are for those that were lost. Authorizations are final within a day, refunds take hours. */
const polls: Record<ObjectKind, Poll> = {
  OrderReference: { firstMs: minutes(1), mostMs: hours(6) },
  Authorization: { firstMs: seconds(45), mostMs: hours(1) },
  Capture: { firstMs: minutes(1), mostMs: hours(3) },
  Refund: { firstMs: minutes(1), mostMs: hours(6) },
};

/** When to look at a pending object again; each look doubles the wait. */
export function pollAt(kind: ObjectKind, now: Instant, looks: number): Instant {
  const { firstMs, mostMs } = polls[kind];
  return now + Math.min(firstMs * 2 ** Math.min(looks, 20), mostMs);
}

/** Whether an intent may be performed, its own time aside: one that must read first waits for the read. */
export function isPerformable(intent: Intent): boolean {
  return intent.state === "ready" || recoveryOf(operationOf[intent.parameters.kind]) === "replay";
}

const isPlanned = (order: Order, kind: ObjectKind, id: string): boolean =>
  order.reads.some((read) => read.kind === kind && read.id === id);

/** Objects that run out by the clock and that nobody is going to read anyway. */
export function runningOut(order: Order): readonly Pick<PlannedRead, "kind" | "id" | "amazonId" | "notBefore">[] {
  const authorizations = order.authorizations
    .filter((each) => each.state === "Open" && !isPlanned(order, "Authorization", each.id))
    .map(({ id, amazonId, expiresAt }) => ({ kind: "Authorization" as const, id, amazonId, notBefore: expiresAt }));
  const { state, expiresAt } = order.orderReference;
  if (isFinal("OrderReference", state) || isPlanned(order, "OrderReference", order.orderId)) return authorizations;
  const amazonId = order.amazonOrderReferenceId;
  return [...authorizations, { kind: "OrderReference", id: order.orderId, amazonId, notBefore: expiresAt }];
}

/** Business time of the next thing to do by itself; undefined when nothing is. */
export function wakeAtOf(order: Order): Instant | undefined {
  let earliest = order.wish.kind === "pay" ? order.nextAttemptAt : undefined;
  const see = (at: Instant) => {
    if (earliest === undefined || at < earliest) earliest = at;
  };
  for (const intent of order.intents) if (isPerformable(intent)) see(intent.notBefore);
  for (const read of order.reads) see(read.notBefore);
  for (const object of runningOut(order)) see(object.notBefore);
  for (const at of [sweepAtOf(order), guardAtOf(order)]) if (at !== undefined) see(at);
  return earliest;
}
