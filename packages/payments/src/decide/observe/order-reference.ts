import { samePrice } from "@noren-pay/base";
import { isFinal } from "@noren-pay/protocol";
import { canonicalJson, sha256 } from "../../model/hash.ts";
import { policyOf } from "../../model/policy.ts";
import type { OrderReferenceSnapshot, PersonalData } from "../../model/snapshots.ts";
import { planRead, say, type Working } from "../working.ts";
import { ignoreLate, isNews } from "./observe.ts";

export function observeOrderReference(w: Working, snapshot: OrderReferenceSnapshot) {
  const { order } = w;
  const held = order.orderReference;
  if (isNews("OrderReference", held, snapshot)) {
    const { state, reasonCode, lastUpdateAt, constraints } = snapshot;
    // A draft goes stale long before the end that Amazon prints on it.
    const expiresAt = state === "Draft" ? held.expiresAt : (snapshot.expiresAt ?? held.expiresAt);
    order.orderReference = { ...held, state, reasonCode, lastUpdateAt, constraints, expiresAt };
    if (held.state === "Draft") seeTotal(w, snapshot);
    if (held.state !== state) changed(w, held.state);
  } else ignoreLate(w, "OrderReference", order.orderId, { held, news: snapshot });
  for (const amazonId of snapshot.authorizationIds)
    if (!order.authorizations.some((each) => each.amazonId === amazonId) && !isAwaited(w))
      planRead(w, { kind: "Authorization", id: amazonId, amazonId, why: "check" });
}

/** An authorization of ours is on its way: its answer will tell the id. */
const isAwaited = (w: Working): boolean => w.order.authorizations.some((each) => each.state === "Asked");

function seeTotal(w: Working, { total, state }: OrderReferenceSnapshot) {
  const same = total !== undefined && samePrice(total, w.order.total);
  if (same) w.order.detailsSet = true;
  const unsaid = total === undefined && w.order.detailsSet;
  if (same || unsaid || state === "Draft" || isFinal("OrderReference", state)) return;
  // Somebody else has confirmed it with another total: charging ours would be wrong.
  w.order.wish = { kind: "none" };
  w.order.detailsSet = false;
}

function changed(w: Working, from: string) {
  const { order } = w;
  const { state, reasonCode } = order.orderReference;
  say(w, "orderReferenceChanged", { from, to: state, reasonCode });
  const foreignTotal = from === "Draft" && state === "Open" && !order.detailsSet;
  order.problem = foreignTotal
    ? { code: "OrderReferenceNotModifiable", intent: "setDetails", inState: state, at: w.now }
    : undefined;
  if (from === "Suspended" && state === "Open") resume(w);
  // What befell the order reference has likely befallen what is open below it.
  if (state === "Open" || reasonCode === "SellerClosed") return;
  for (const each of order.authorizations)
    if (each.amazonId !== undefined && (each.state === "Pending" || (each.state === "Open" && state !== "Suspended")))
      planRead(w, { kind: "Authorization", id: each.id, amazonId: each.amazonId, why: "check" });
}

/** The buyer has repaired the payment method on Amazon's side, perhaps long after leaving the shop. */
function resume(w: Working) {
  const { order } = w;
  const last = order.authorizations.at(-1);
  const declined = last?.state === "Declined" && last.reasonCode === "InvalidPaymentMethod";
  if (!declined || order.wish.kind !== "none" || !policyOf(order).resumeWhenReopened) return;
  say(w, "authorizationResumed", { after: last.id });
  order.wish = { kind: "pay" };
  order.attempts = 0;
  order.nextAttemptAt = undefined;
}

/** Takes the buyer's data along; the timeline gets a salted digest of it, so that erasing it breaks no chain. */
export function learnBuyer(w: Working, buyer: PersonalData) {
  const salt = w.id();
  w.order.buyer = { ...buyer, salt };
  say(w, "buyerLearnt", { digest: sha256(salt + canonicalJson(buyer)) });
}
