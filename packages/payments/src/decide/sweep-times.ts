// When an order is compared with Amazon although nothing was heard: the riskier the sooner, the older the later.
import { days, type Instant } from "@noren-pay/base";
import { isFinal } from "@noren-pay/protocol";
import type { Order, PlannedRead } from "../model/order.ts";
import { policyOf } from "../model/policy.ts";

/** Risky orders wait this part of the others' time. */
const riskyShare = 1 / 4;
const nearExpiryMs = days(3);

/** Business time of the next sweep; undefined while it is a draft, and when nothing can change on Amazon's side any more. */
export function sweepAtOf(order: Order): Instant | undefined {
  if (order.orderReference.state === "Draft" || sweptObjects(order).length === 0) return undefined;
  const { firstMs, mostMs } = policyOf(order).sweep;
  const last = order.sweptAt ?? order.createdAt;
  const wait = Math.min(Math.max(last - order.createdAt, firstMs), mostMs);
  const at = last + (isRisky(order, last) ? wait * riskyShare : wait);
  return isOverAt(order, at) ? undefined : at;
}

/** Everything on Amazon's side that may still change and whose id is known. */
export function sweptObjects(order: Order): readonly Pick<PlannedRead, "kind" | "id" | "amazonId">[] {
  const open = (kind: "Authorization" | "Capture" | "Refund") => {
    const objects = { Authorization: order.authorizations, Capture: order.captures, Refund: order.refunds }[kind];
    return objects
      .filter((each) => each.amazonId !== undefined && each.state !== "Refused" && each.state !== "Asked")
      .filter((each) => !isFinal(kind, each.state))
      .map(({ id, amazonId }) => ({ kind, id, amazonId }));
  };
  const reference = { kind: "OrderReference", id: order.orderId, amazonId: order.amazonOrderReferenceId } as const;
  const isOpen = !isFinal("OrderReference", order.orderReference.state);
  return [...(isOpen ? [reference] : []), ...open("Authorization"), ...open("Capture"), ...open("Refund")];
}

function isRisky(order: Order, at: Instant): boolean {
  return (
    order.orderReference.state === "Suspended" ||
    order.intents.some((intent) => intent.state === "unknown") ||
    [...order.authorizations, ...order.captures, ...order.refunds].some((each) => each.state === "Pending") ||
    order.authorizations.some((each) => each.state === "Open" && each.expiresAt - at < nearExpiryMs)
  );
}

/** Only money that may go back is left, and its time is over. */
function isOverAt(order: Order, at: Instant): boolean {
  if (sweptObjects(order).some((each) => each.kind !== "Capture")) return false;
  const last = Math.max(...order.captures.map((each) => each.createdAt));
  return at > last + policyOf(order).sweep.refundableForMs;
}
