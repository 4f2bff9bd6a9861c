import type { Authorization } from "../../model/order.ts";
import { policyOf } from "../../model/policy.ts";
import type { AuthorizationSnapshot } from "../../model/snapshots.ts";
import { isLiveCapture } from "../balances.ts";
import { giveUpPaying } from "../plan.ts";
import { dropRead, planRead, putAuthorization, putCapture, say, settle, type Working } from "../working.ts";
import { decideDeclined } from "./declined.ts";
import { ignoreLate, isNews } from "./observe.ts";

export function observeAuthorization(w: Working, snapshot: AuthorizationSnapshot) {
  const held = find(w, snapshot) ?? adopted(w, snapshot);
  settleIntent(w, held);
  if (snapshot.amount.amount !== held.amount.amount)
    say(w, "amountDiffers", { authorizationId: held.id, asked: held.amount, made: snapshot.amount });
  const isNew = isNews("Authorization", held, snapshot);
  if (!isNew) ignoreLate(w, "Authorization", held.id, { held, news: snapshot });
  const capturedAmount =
    snapshot.capturedAmount.amount > held.capturedAmount.amount ? snapshot.capturedAmount : held.capturedAmount;
  const known: Authorization = {
    ...held,
    amazonId: snapshot.amazonId,
    amount: snapshot.amount,
    capturedAmount,
    createdAt: snapshot.createdAt,
    expiresAt: snapshot.createdAt + w.order.account.authorizationLifetimeMs,
  };
  const { state, reasonCode, lastUpdateAt, softDecline } = snapshot;
  const next = isNew ? { ...known, state, reasonCode, lastUpdateAt, softDecline } : known;
  putAuthorization(w, next);
  if (isNew && held.state !== state) changed(w, held.state, next);
  findCaptures(w, next, snapshot);
}

export const find = (w: Pick<Working, "order">, snapshot: AuthorizationSnapshot): Authorization | undefined =>
  w.order.authorizations.find((each) => each.amazonId === snapshot.amazonId) ??
  w.order.authorizations.find((each) => each.id === snapshot.referenceId);

/** Made by somebody else (another tool of the shop): from now on it is in our books too. */
function adopted(w: Working, { amount, createdAt }: AuthorizationSnapshot): Authorization {
  const id = w.id();
  say(w, "authorizationAdopted", { authorizationId: id, amount });
  return {
    id,
    amount,
    capturedAmount: { ...amount, amount: 0 },
    mode: "async",
    captureNow: false,
    state: "Asked",
    createdAt,
    expiresAt: createdAt + w.order.account.authorizationLifetimeMs,
  };
}

/** Seeing the object settles the intent that was to make it, however it was seen. */
function settleIntent(w: Working, { id }: Authorization) {
  const intent = w.order.intents.find(
    (each) => each.parameters.kind === "authorize" && each.parameters.authorizationId === id,
  );
  if (intent !== undefined) settle(w, intent.id);
}

function changed(w: Working, from: string, authorization: Authorization) {
  const { id, amazonId, state, reasonCode } = authorization;
  say(w, "authorizationChanged", { authorizationId: id, amazonId, from, to: state, reasonCode });
  // A read planned while the answer was under way has become needless: this is the answer.
  if (from === "Asked") dropRead(w, "Authorization", id);
  switch (state) {
    case "Declined":
      return decideDeclined(w, authorization);
    case "Open":
      return giveUpPaying(w); // Paid for now: there is nothing more to ask for.
    case "Closed":
      // Closed before it was open, or captured at once: in neither case is another asked for by itself.
      if (from === "Asked" || from === "Pending") giveUpPaying(w);
      else if (reasonCode === "ExpiredUnused") replaceExpired(w, authorization);
      return;
    case "Pending":
    case "Asked":
    case "Refused":
      return;
  }
}

function replaceExpired(w: Working, { id, amount }: Authorization) {
  const { order } = w;
  const wanted = policyOf(order).guard.replaceExpired && order.orderReference.state === "Open";
  if (!wanted || order.wish.kind !== "none" || order.problem !== undefined) return;
  say(w, "authorizationReplaced", { authorizationId: id, amount });
  order.wish = { kind: "pay" };
  order.attempts = 0;
}

/** One capture per authorization: an id we do not know is one on its way, one made by CaptureNow, or somebody else's. */
function findCaptures(w: Working, authorization: Authorization, { captureIds }: AuthorizationSnapshot) {
  for (const amazonId of captureIds) {
    if (w.order.captures.some((each) => each.amazonId === amazonId)) continue;
    const ours = w.order.captures.some((each) => each.authorizationId === authorization.id && isLiveCapture(each));
    if (authorization.captureNow && !ours) expectCapture(w, authorization, amazonId);
    else planRead(w, { kind: "Capture", id: amazonId, amazonId, under: authorization.id, why: "check" });
  }
}

function expectCapture(w: Working, { id, amount }: Authorization, amazonId: string) {
  const shipment = { id, amount, createdAt: w.now };
  w.order.shipments = [...w.order.shipments, shipment];
  const refundedAmount = { ...amount, amount: 0 };
  putCapture(w, {
    id,
    amazonId,
    authorizationId: id,
    shipmentId: id,
    amount,
    refundedAmount,
    state: "Asked",
    createdAt: w.now,
  });
}
