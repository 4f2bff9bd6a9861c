// The guard of what runs out: it warns once per threshold, and at the last one does what the policy says.
import type { Authorization } from "../model/order.ts";
import { policyOf } from "../model/policy.ts";
import { capturableOf } from "./balances.ts";
import { actsAt, daysLeft, guardAtOf, lifeOf, lifeOfReference, warningDue } from "./guard-times.ts";
import { intend, putAuthorization, putCapture, say, type Working } from "./working.ts";

/** Does at most one act per fact; the order wakes again at once for the next. */
export function guard(w: Working) {
  const at = guardAtOf(w.order);
  if (at === undefined || at > w.now) return;
  for (const each of capturableOf(w.order, w.now)) warn(w, each);
  warnOfReference(w);
  const due = capturableOf(w.order, w.now).find((each) => (actsAt(w.order, each) ?? w.now + 1) <= w.now);
  if (due !== undefined) act(w, due);
}

function warn(w: Working, authorization: Authorization) {
  const { id, amazonId, amount, expiresAt } = authorization;
  const warnedDays = warningDue(w.order, lifeOf(w.order, authorization), w.now);
  if (warnedDays === undefined) return;
  const left = daysLeft(expiresAt, w.now);
  const { atLast } = policyOf(w.order).guard;
  say(w, "authorizationRunsOut", { authorizationId: id, amazonId, amount, daysLeft: left, expiresAt, atLast });
  putAuthorization(w, { ...authorization, warnedDays });
}

function warnOfReference(w: Working) {
  const life = lifeOfReference(w.order);
  const warnedDays = life && warningDue(w.order, life, w.now);
  if (life === undefined || warnedDays === undefined) return;
  const { expiresAt } = life;
  say(w, "orderReferenceRunsOut", { daysLeft: daysLeft(expiresAt, w.now), expiresAt });
  w.order.orderReference = { ...w.order.orderReference, warnedDays };
}

function act(w: Working, authorization: Authorization) {
  putAuthorization(w, { ...authorization, guarded: true });
  switch (policyOf(w.order).guard.atLast) {
    case "ask":
      return;
    case "capture":
      return capture(w, authorization);
    case "renew":
      return renew(w, authorization);
  }
}

/** What is open is taken whole, as a shipment of its own. */
function capture(w: Working, { id, amount }: Authorization) {
  const [captureId, shipmentId] = [w.id(), w.id()];
  say(w, "authorizationCapturedByGuard", { authorizationId: id, amount, captureId });
  w.order.shipments = [...w.order.shipments, { id: shipmentId, amount, createdAt: w.now }];
  putCapture(w, {
    id: captureId,
    authorizationId: id,
    shipmentId,
    amount,
    refundedAmount: { ...amount, amount: 0 },
    state: "Asked",
    createdAt: w.now,
  });
  intend(w, { kind: "capture", captureId, authorizationId: id, amount });
}

/** The old one is closed first, or both together would be over the limit; between the two nothing is reserved. */
function renew(w: Working, { id, amount }: Authorization) {
  // Nothing new is authorized under an order reference that has ended: the old one is better than none.
  if (w.order.orderReference.state !== "Open") return;
  say(w, "authorizationRenewing", { authorizationId: id, amount, risk: "theNewOneMayBeDeclined" });
  intend(w, { kind: "closeAuthorization", authorizationId: id, reason: "renewed before it runs out" });
  w.order.wish = { kind: "pay" };
  w.order.attempts = 0;
  w.order.nextAttemptAt = undefined;
}
