// Follows the shop's wish: the next call that leads there, one at a time. It runs after every fact, so whatever has
// changed, what is written next fits the order as it stands. Captures and refunds are written by their commands.
import { type Instant, subtract, sum } from "@noren-pay/base";
import { authorizationsPerOrderReferenceMax, isFinal, lifetimes, limits } from "@noren-pay/protocol";
import type { IntentKind } from "../model/intents.ts";
import type { Authorization, Capture, Order, Refund } from "../model/order.ts";
import { hasMoved, isLiveAuthorization, isLiveCapture } from "./balances.ts";
import { isPerformable, pollAt } from "./times.ts";
import { checkOrderReference, inFlight, intend, planRead, putAuthorization, say, type Working } from "./working.ts";

/** Calls that work on the whole order: never two at once. */
const orderIntents: readonly IntentKind[] = ["setDetails", "confirm", "authorize", "cancel", "close"];

export function plan(w: Working) {
  dropHopelessWish(w);
  if (inFlight(w.order, ...orderIntents) === undefined && w.order.problem === undefined) writeNext(w);
  planLooks(w);
}

function dropHopelessWish(w: Working) {
  const { wish, orderReference } = w.order;
  if (wish.kind === "none" || !isFinal("OrderReference", orderReference.state)) return;
  if (wish.kind === "cancel" && orderReference.state === "Closed") say(w, "cancelGivenUp", { why: "orderClosed" });
  w.order.wish = { kind: "none" };
  w.order.nextAttemptAt = undefined;
}

function writeNext(w: Working) {
  const { wish } = w.order;
  switch (wish.kind) {
    case "none":
      return;
    case "pay":
      return payNext(w);
    case "cancel":
      return cancelNext(w, wish.reason);
    case "close":
      intend(w, { kind: "close", reason: wish.reason });
  }
}

function payNext(w: Working) {
  switch (w.order.orderReference.state) {
    case "Draft":
      if (!w.order.detailsSet) return setDetails(w);
      if (w.order.orderReference.constraints.length > 0) return giveUpPaying(w);
      return confirm(w);
    case "Suspended":
      return confirm(w);
    case "Open":
      return authorizeNext(w);
    case "Canceled":
    case "Closed":
      return giveUpPaying(w);
  }
}

export function giveUpPaying(w: Working) {
  if (w.order.wish.kind === "pay") w.order.wish = { kind: "none" };
  w.order.nextAttemptAt = undefined;
}

function setDetails(w: Working) {
  const { total, sellerOrderId, storeName, sellerNote, account } = w.order;
  if (!account.capabilities.nothingToCall.includes("setDetails"))
    return void intend(w, { kind: "setDetails", total, sellerOrderId, storeName, sellerNote });
  w.order.detailsSet = true;
  payNext(w);
}

function confirm(w: Working) {
  if (!w.order.account.capabilities.nothingToCall.includes("confirm")) return void intend(w, { kind: "confirm" });
  becomeOpen(w);
  payNext(w);
}

/** What a confirmation that succeeded says without an answer's words. */
export function becomeOpen(w: Working) {
  const { orderReference, createdAt } = w.order;
  if (orderReference.state === "Open" || isFinal("OrderReference", orderReference.state)) return;
  const expiresAt =
    orderReference.state === "Draft" ? createdAt + lifetimes.orderReferenceMs : orderReference.expiresAt;
  say(w, "orderReferenceChanged", { from: orderReference.state, to: "Open" });
  w.order.orderReference = { ...orderReference, state: "Open", reasonCode: undefined, constraints: [], expiresAt };
}

function authorizeNext(w: Working) {
  const { order, now } = w;
  if (order.authorizations.some((each) => isLiveAuthorization(each))) return;
  if (order.nextAttemptAt !== undefined && order.nextAttemptAt > now) return;
  const captured = sum(
    order.captures.filter(isLiveCapture).map((each) => each.amount),
    order.total.currencyCode,
  );
  const amount = subtract(order.total, captured);
  if (amount.amount <= 0 || countedAuthorizations(order) >= authorizationsPerOrderReferenceMax[order.account.region])
    return giveUpPaying(w);
  const mode = modeOf(order);
  const captureNow = order.policy.captureAt === "atOnce";
  const id = w.id();
  putAuthorization(w, {
    id,
    amount,
    capturedAmount: { ...amount, amount: 0 },
    mode,
    captureNow,
    state: "Asked",
    createdAt: now,
    expiresAt: now + order.account.authorizationLifetimeMs,
  });
  order.attempts += 1;
  order.nextAttemptAt = undefined;
  const timeoutMinutes = mode === "sync" ? 0 : limits.transactionTimeoutMinutesDefault;
  intend(w, { kind: "authorize", authorizationId: id, amount, timeoutMinutes, captureNow });
}

/** Declined ones, and those closed without a capture, do not count. */
export const countedAuthorizations = (order: Order): number =>
  order.authorizations.filter(
    (each) =>
      isLiveAuthorization(each) ||
      order.captures.some((capture) => capture.authorizationId === each.id && isLiveCapture(capture)),
  ).length;

function modeOf({ policy, authorizations, attempts }: Order): "sync" | "async" {
  if (policy.authorizationMode !== "syncThenAsync") return policy.authorizationMode;
  // Asking again in sync would time out again; async gives Amazon time.
  const timedOut = attempts > 0 && authorizations.at(-1)?.reasonCode === "TransactionTimedOut";
  return timedOut || (attempts > 0 && authorizations.at(-1)?.mode === "async") ? "async" : "sync";
}

function cancelNext(w: Working, reason: string | undefined) {
  const { captures, reads } = w.order;
  // A capture whose end nobody knows yet decides whether canceling is still possible.
  if (captures.some((each) => each.state === "Asked") || reads.some((read) => read.kind === "Capture")) return;
  if (captures.some((each) => hasMoved(each) || each.state === "Pending")) {
    say(w, "cancelGivenUp", { why: "captured" });
    w.order.wish = { kind: "none" };
    return;
  }
  intend(w, { kind: "cancel", reason });
}

/** Nothing that Amazon still works on, and no unknown that a read can resolve, is left without a read to come. */
function planLooks(w: Working) {
  for (const each of w.order.authorizations) poll(w, "Authorization", each);
  for (const each of w.order.captures) poll(w, "Capture", each);
  for (const each of w.order.refunds) poll(w, "Refund", each);
  for (const intent of w.order.intents) {
    if (isPerformable(intent)) continue;
    if (intent.parameters.kind === "closeAuthorization") {
      const id = intent.parameters.authorizationId;
      const amazonId = w.order.authorizations.find((each) => each.id === id)?.amazonId;
      planRead(w, { kind: "Authorization", id, amazonId, why: "recover" });
    } else checkUnlessPlanned(w);
  }
}

function checkUnlessPlanned(w: Working) {
  if (!w.order.reads.some((read) => read.kind === "OrderReference" && read.why === "recover"))
    checkOrderReference(w, "recover");
}

function poll(w: Working, kind: "Authorization" | "Capture" | "Refund", object: Authorization | Capture | Refund) {
  // A capture made by its authorization (CaptureNow) is known by Amazon's id before anything else of it is.
  const toCome = object.state === "Pending" || (object.state === "Asked" && object.amazonId !== undefined);
  if (!toCome || w.order.reads.some((read) => read.kind === kind && read.id === object.id)) return;
  const notBefore: Instant = object.state === "Asked" ? w.now : pollAt(kind, w.now, 0);
  planRead(w, { kind, id: object.id, amazonId: object.amazonId, why: "poll", notBefore });
}
