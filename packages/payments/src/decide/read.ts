// What a read under the lease found. It also resolves calls whose outcome was unknown.
import { isFinal, type ObjectKind } from "@noren-pay/protocol";
import type { Read } from "../gateway.ts";
import type { Intent } from "../model/intents.ts";
import type { Order, PlannedRead } from "../model/order.ts";
import type { Snapshot } from "../model/snapshots.ts";
import { confirmed } from "./done.ts";
import { observe } from "./observe/observe.ts";
import { learnBuyer } from "./observe/order-reference.ts";
import { giveUpPaying } from "./plan.ts";
import { compareWithBooks } from "./sweep.ts";
import { afterThrottle, pollAt, retryAt } from "./times.ts";
import { changeIntent, dropRead, planRead, say, settle, type Working } from "./working.ts";

export function looked(w: Working, { kind, id }: { readonly kind: ObjectKind; readonly id: string }, read: Read) {
  const planned = w.order.reads.find((each) => each.kind === kind && each.id === id);
  if (planned === undefined) return;
  dropRead(w, kind, id);
  switch (read.outcome) {
    case "found":
      return found(w, planned, read);
    case "missing":
      return missing(w, planned, read);
    case "throttled":
      return again(w, planned, afterThrottle(w.now, planned.attempts + 1));
    case "unknown":
      return again(w, planned, retryAt(w.now, planned.attempts + 1));
  }
}

function again(w: Working, { kind, id, amazonId, under, why, attempts }: PlannedRead, notBefore: number) {
  planRead(w, { kind, id, amazonId, under, why, attempts: attempts + 1, notBefore });
}

function found(w: Working, planned: PlannedRead, { snapshot, requestId }: Extract<Read, { outcome: "found" }>) {
  const { kind, id, why } = planned;
  say(w, "objectRead", { kind, id, why, state: snapshot.state, requestId });
  if (why === "sweep") compareWithBooks(w, snapshot);
  observe(w, snapshot, planned.under);
  if (snapshot.kind === "OrderReference") {
    const learnable = snapshot.state === "Open" || snapshot.state === "Suspended";
    if (why === "details" && learnable && snapshot.buyer !== undefined) learnBuyer(w, snapshot.buyer);
    dropWishInTheWay(w);
  }
  for (const intent of w.order.intents) if (intent.state === "unknown") resolve(w, intent, snapshot);
  lookAgain(w, planned);
}

/** The read has confirmed the state in which Amazon refused us: going on would be refused again. */
function dropWishInTheWay(w: Working) {
  if (w.order.problem === undefined || w.order.problem.inState !== w.order.orderReference.state) return;
  // A call that was turned away at the door is still to be made.
  if (w.order.intents.length === 0) w.order.wish = { kind: "none" };
}

/** Whether a call of unknown outcome happened, told by the state of what it works on. */
function resolve(w: Working, intent: Intent, snapshot: Snapshot) {
  const happened = hasHappened(w.order, intent, snapshot);
  if (happened === undefined) return;
  say(w, "unknownResolved", { intentId: intent.id, happened });
  if (happened === "no") return changeIntent(w, { ...intent, state: "ready" });
  settle(w, intent.id);
  if (happened === "yes") confirmed(w, intent);
}

/** `impossible`: it did not happen and cannot any more. undefined: this snapshot does not tell. */
function hasHappened(
  order: Order,
  { parameters }: Intent,
  snapshot: Snapshot,
): "yes" | "no" | "impossible" | undefined {
  if (parameters.kind === "closeAuthorization") {
    const authorization = order.authorizations.find((each) => each.id === parameters.authorizationId);
    if (snapshot.kind !== "Authorization" || snapshot.amazonId !== authorization?.amazonId) return undefined;
    return isFinal("Authorization", snapshot.state) ? "yes" : "no";
  }
  if (snapshot.kind !== "OrderReference") return undefined;
  const ended = isFinal("OrderReference", snapshot.state);
  switch (parameters.kind) {
    case "setDetails":
      if (order.detailsSet) return "yes";
      return snapshot.state === "Draft" ? "no" : "impossible";
    case "confirm":
      return snapshot.state === "Open" ? "yes" : ended ? "impossible" : "no";
    case "cancel":
      return snapshot.state === "Canceled" ? "yes" : ended ? "impossible" : "no";
    case "close":
      return snapshot.state === "Closed" ? "yes" : ended ? "impossible" : "no";
    case "authorize":
    case "capture":
    case "refund":
      return undefined;
  }
}

/** Keeps looking, less and less often, at what should have changed by now and has not. */
function lookAgain(w: Working, { kind, id, amazonId, attempts }: PlannedRead) {
  const late = isPending(w.order, kind, id) || hasRunOut(w.order, { kind, id, now: w.now });
  if (!late) return;
  planRead(w, {
    kind,
    id,
    amazonId,
    why: "poll",
    attempts: attempts + 1,
    notBefore: pollAt(kind, w.now, attempts + 1),
  });
}

function isPending(order: Order, kind: ObjectKind, id: string): boolean {
  const objects = {
    OrderReference: [],
    Authorization: order.authorizations,
    Capture: order.captures,
    Refund: order.refunds,
  };
  return objects[kind].some((each) => each.id === id && each.state === "Pending");
}

function hasRunOut(order: Order, { kind, id, now }: { kind: ObjectKind; id: string; now: number }): boolean {
  if (kind === "OrderReference")
    return order.orderReference.expiresAt <= now && !isFinal("OrderReference", order.orderReference.state);
  return (
    kind === "Authorization" &&
    order.authorizations.some((each) => each.id === id && each.state === "Open" && each.expiresAt <= now)
  );
}

/** Codes that say there is no such object, rather than that we may not look. */
const missingCodes: ReadonlySet<string> = new Set(["InvalidOrderReferenceId", "InvalidTransactionId"]);

function missing(w: Working, planned: PlannedRead, { code, requestId }: Extract<Read, { outcome: "missing" }>) {
  say(w, "objectMissing", { kind: planned.kind, id: planned.id, code, requestId });
  if (!missingCodes.has(code)) return again(w, planned, retryAt(w.now, planned.attempts + 1));
  if (planned.kind !== "OrderReference") return;
  for (const intent of w.order.intents) if (intent.state === "unknown") settle(w, intent.id);
  giveUpPaying(w);
  w.order.wish = { kind: "none" };
  w.order.problem = { code, intent: "setDetails", inState: w.order.orderReference.state, at: w.now, requestId };
}
