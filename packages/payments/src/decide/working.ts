// A decision under construction. `decide` copies the order into one of these, leaves change it, and nobody outside sees
// it: from outside the whole is a pure function.
import type { Instant } from "@noren-pay/base";
import type { LedgerEntry, OrderEvent, Refusal } from "../model/change.ts";
import type { Actor } from "../model/facts.ts";
import { idsPerFact, type Stamped } from "../model/facts.ts";
import { type Intent, type IntentKind, type IntentParameters, operationOf } from "../model/intents.ts";
import type { Authorization, Capture, Order, PlannedRead, Refund } from "../model/order.ts";

type Mutable<T> = { -readonly [Name in keyof T]: T[Name] };

export interface Working {
  readonly order: Mutable<Order>;
  readonly now: Instant;
  readonly events: OrderEvent[];
  readonly entries: LedgerEntry[];
  readonly intents: Intent[];
  refusal: Refusal | undefined;
  /** The next of the fact's fresh ids. */
  id(): string;
}

export function startWorking(order: Order, { now, ids }: Pick<Stamped, "now" | "ids">): Working {
  let used = 0;
  return {
    order: { ...order, buyer: undefined },
    now,
    events: [],
    entries: [],
    intents: [],
    refusal: undefined,
    id() {
      const id = ids[used++];
      if (id === undefined) throw new Error(`a fact brings ${idsPerFact} ids; this one needs more`);
      return id;
    },
  };
}

/** Writes a line of the timeline. `data` must hold no personal data: no notes, names or addresses. */
export function say(w: Working, type: string, data: OrderEvent["data"] = {}) {
  w.events.push({ type, at: w.now, data });
}

/** Writes down a call before it is made. */
export function intend(w: Working, parameters: IntentParameters): Intent {
  const intent: Intent = { id: w.id(), parameters, createdAt: w.now, attempts: 0, notBefore: w.now, state: "ready" };
  w.order.intents = [...w.order.intents, intent];
  w.intents.push(intent);
  say(w, "intentWritten", {
    intentId: intent.id,
    operation: operationOf[parameters.kind],
    objectId: objectIdOf(parameters),
    amount: "amount" in parameters ? parameters.amount : "total" in parameters ? parameters.total : undefined,
  });
  return intent;
}

/** Our id of the authorization, capture or refund that an intent makes or works on. */
export function objectIdOf(parameters: IntentParameters): string | undefined {
  switch (parameters.kind) {
    case "authorize":
    case "closeAuthorization":
      return parameters.authorizationId;
    case "capture":
      return parameters.captureId;
    case "refund":
      return parameters.refundId;
    case "setDetails":
    case "confirm":
    case "cancel":
    case "close":
      return undefined;
  }
}

export function settle(w: Working, intentId: string) {
  w.order.intents = w.order.intents.filter((intent) => intent.id !== intentId);
}

export function changeIntent(w: Working, changed: Intent) {
  w.order.intents = w.order.intents.map((intent) => (intent.id === changed.id ? changed : intent));
}

/** An unsettled intent of one of these kinds. */
export const inFlight = (order: Order, ...kinds: readonly IntentKind[]): Intent | undefined =>
  order.intents.find((intent) => kinds.includes(intent.parameters.kind));

/** Plans a read of one object; one that is planned already stays, at the earlier of the two times. */
export function planRead(
  w: Working,
  read: Omit<PlannedRead, "since" | "attempts" | "notBefore"> & { attempts?: number; notBefore?: Instant },
) {
  const notBefore = read.notBefore ?? w.now;
  const attempts = read.attempts ?? 0;
  const planned = w.order.reads.find((each) => each.kind === read.kind && each.id === read.id);
  // A sweep only compares: whoever has another reason to look takes its place.
  const stays = planned !== undefined && (planned.why !== "sweep" || read.why === "sweep");
  if (stays && planned.notBefore <= notBefore) return;
  dropRead(w, read.kind, read.id);
  w.order.reads = [...w.order.reads, { ...read, since: w.now, attempts, notBefore }];
}

export function dropRead(w: Working, kind: PlannedRead["kind"], id: string) {
  if (w.order.reads.some((each) => each.kind === kind && each.id === id))
    w.order.reads = w.order.reads.filter((each) => each.kind !== kind || each.id !== id);
}

/** Plans a read of the order reference now. */
export function checkOrderReference(w: Working, why: PlannedRead["why"] = "check") {
  planRead(w, { kind: "OrderReference", id: w.order.orderId, amazonId: w.order.amazonOrderReferenceId, why });
}

const replace = <T extends { readonly id: string }>(list: readonly T[], item: T): readonly T[] =>
  list.some((each) => each.id === item.id) ? list.map((each) => (each.id === item.id ? item : each)) : [...list, item];

export function putAuthorization(w: Working, authorization: Authorization) {
  w.order.authorizations = replace(w.order.authorizations, authorization);
}
export function putCapture(w: Working, capture: Capture) {
  w.order.captures = replace(w.order.captures, capture);
}
export function putRefund(w: Working, refund: Refund) {
  w.order.refunds = replace(w.order.refunds, refund);
}

export const actorData = (actor: Actor): OrderEvent["data"] =>
  actor.kind === "staff" ? { by: "staff", userId: actor.userId } : { by: actor.kind };
