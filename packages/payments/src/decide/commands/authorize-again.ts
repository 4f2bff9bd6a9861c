import { authorizationsPerOrderReferenceMax } from "@noren-pay/protocol";
import type { Refusal } from "../../model/change.ts";
import { balancesOf, capturableOf } from "../balances.ts";
import { countedAuthorizations } from "../plan.ts";
import { planRead, type Working } from "../working.ts";

/**
 * After a decline, once the buyer has chosen another payment method (confirm again, never set details again), or after
 * an authorization ran out: a new authorization under a new id for what is not captured yet.
 */
export function authorizeAgain(w: Working) {
  const { order } = w;
  w.refusal = refusalOf(w);
  if (w.refusal !== undefined || order.wish.kind === "pay") return;
  order.wish = { kind: "pay" };
  order.attempts = 0;
  order.problem = undefined;
  order.nextAttemptAt = undefined;
  // One that ran out by our clock may still be open on Amazon's side: it is read before another is asked for.
  for (const each of order.authorizations)
    if (each.state === "Open")
      planRead(w, { kind: "Authorization", id: each.id, amazonId: each.amazonId, why: "expiry" });
}

function refusalOf({ order, now }: Working): Refusal | undefined {
  switch (order.orderReference.state) {
    case "Draft":
      return { code: "orderNotPlaced" };
    case "Canceled":
      return { code: "orderCanceled" };
    case "Closed":
      return { code: "orderClosed" };
    case "Open":
    case "Suspended":
      break;
  }
  if (order.wish.kind === "cancel") return { code: "orderBeingCanceled" };
  if (order.wish.kind === "close") return { code: "orderClosed" };
  if (order.wish.kind === "pay") return undefined;
  if (capturableOf(order, now).length > 0) return { code: "alreadyAuthorized" };
  if (balancesOf(order).remaining.amount === 0) return { code: "nothingToAuthorize" };
  if (countedAuthorizations(order) >= authorizationsPerOrderReferenceMax[order.account.region])
    return { code: "tooManyAuthorizations" };
  return undefined;
}
