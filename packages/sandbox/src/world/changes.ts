// Every change of an object's state, with what follows from it: amounts, notices, other objects. Handlers decide
// whether something may happen; here it happens.
import { authorizationsPerOrderReferenceMax, lifetimes, overageOf } from "@noren-pay/protocol";
import { announce } from "../notices/announce.ts";
import { charge, discharge } from "./agreement-limits.ts";
import type { Authorization, Capture, Card, OrderReference, Refund } from "./objects.ts";
import type { SandboxObject, World } from "./world.ts";

const descriptionLengthMax = 255;

/** Puts an object into a state, and dates it. Nothing follows by itself. */
export function enter<T extends SandboxObject>(
  world: World,
  object: T,
  state: T["state"],
  why: { reason?: T["reasonCode"]; description?: string | undefined } = {},
): void {
  object.state = state;
  object.reasonCode = why.reason;
  object.reasonDescription = why.description?.slice(0, descriptionLengthMax) || undefined;
  object.updatedAt = world.now;
  world.history.note(object, world.now);
}

export const orderOf = (world: World, object: { readonly orderReferenceId: string }): OrderReference => {
  const order = world.orderReferences.get(object.orderReferenceId);
  if (!order) throw new Error(`no order reference ${object.orderReferenceId}`);
  return order;
};

/** Draft or Suspended to Open, by the merchant. */
export function confirm(world: World, order: OrderReference): void {
  const isFirst = order.state === "Draft";
  enter(world, order, "Open");
  order.reopensAt = undefined;
  if (isFirst) world.due.schedule("orderReferenceExpires", order.createdAt + lifetimes.orderReferenceMs, order.id);
  if (world.settings.noticeOnConfirm) announce(world, order);
}

/** Suspended to Open without the merchant: the buyer has repaired the payment method. */
export function reopen(world: World, order: OrderReference): void {
  enter(world, order, "Open");
  order.reopensAt = undefined;
  announce(world, order);
}

/** The buyer mends the card that was declined, which then works, or chooses another one on Amazon's own page. */
export function repairOrderReference(world: World, order: OrderReference, card?: Card): void {
  const mended = card ?? order.card;
  order.card = card || !mended ? mended : { ...mended, simulation: undefined };
  reopen(world, order);
}

/** `by`: how the authorization was asked for that was declined. */
export function suspend(world: World, order: OrderReference, by: "sync" | "async"): void {
  enter(world, order, "Suspended", { reason: "InvalidPaymentMethod" });
  order.cardIsFresh = false;
  order.suspendedBy = by;
  announce(world, order);
}

/** What is still Open of its authorizations can be captured. */
export function closeOrderReference(
  world: World,
  order: OrderReference,
  reason: NonNullable<OrderReference["reasonCode"]>,
  description?: string,
): void {
  enter(world, order, "Closed", { reason, description });
  announce(world, order);
}

/** Ends its live authorizations too. */
export function cancelOrderReference(
  world: World,
  order: OrderReference,
  reason: NonNullable<OrderReference["reasonCode"]>,
  description?: string,
): void {
  enter(world, order, "Canceled", { reason, description });
  announce(world, order);
  for (const id of order.authorizationIds) {
    const authorization = world.authorizations.get(id);
    if (authorization?.state === "Pending" || authorization?.state === "Open") {
      closeAuthorization(world, authorization, "OrderReferenceCanceled");
    }
  }
}

/** An authorization begins: its amount is reserved on the order reference, and on its agreement's month. */
export function reserve(world: World, order: OrderReference, authorization: Authorization): void {
  world.authorizations.set(authorization.id, authorization);
  world.history.note(authorization, world.now);
  order.authorizationIds.push(authorization.id);
  order.liveAmount += authorization.amount.amount;
  order.countedAuthorizations += 1;
  charge(world, order, authorization.amount.amount);
}

export function openAuthorization(world: World, authorization: Authorization, lifetimeMs: number): void {
  enter(world, authorization, "Open");
  world.due.schedule("authorizationExpires", authorization.createdAt + lifetimeMs, authorization.id);
  announce(world, authorization);
}

export function declineAuthorization(
  world: World,
  authorization: Authorization,
  why: { reason: NonNullable<Authorization["reasonCode"]>; softDecline?: boolean | undefined },
): void {
  release(world, authorization);
  authorization.softDecline = why.reason === "InvalidPaymentMethod" ? (why.softDecline ?? false) : undefined;
  enter(world, authorization, "Declined", { reason: why.reason });
  announce(world, authorization);
}

/** Ends a live authorization that was not captured. */
export function closeAuthorization(
  world: World,
  authorization: Authorization,
  reason: NonNullable<Authorization["reasonCode"]>,
  description?: string,
): void {
  release(world, authorization);
  enter(world, authorization, "Closed", { reason, description });
  announce(world, authorization);
}

function release(world: World, authorization: Authorization): void {
  const order = orderOf(world, authorization);
  const { amount } = authorization.amount;
  order.liveAmount -= amount;
  order.countedAuthorizations -= 1;
  discharge(world, order, { authorization, amount });
}

/** Amazon asks to hold back the goods; the object stays as it is. */
export function stopShipment(world: World, object: Authorization | Capture): void {
  enter(world, object, object.state, { reason: "StopShipmentAtypicalAuth" });
  announce(world, object);
}

/** A capture is accepted: its authorization ends, its money moves now or, when Pending, soon. */
export function acceptCapture(world: World, capture: Capture, state: "Pending" | "Completed"): void {
  const authorization = world.authorizations.get(capture.authorizationId);
  if (!authorization) throw new Error(`no authorization ${capture.authorizationId}`);
  const order = orderOf(world, capture);
  order.liveAmount -= authorization.amount.amount;
  order.capturedAmount += capture.amount.amount;
  order.capturedAuthorizations += 1;
  order.standingCaptures += 1;
  authorization.capturedAmount = capture.amount.amount;
  authorization.captureId = capture.id;
  discharge(world, order, { authorization, amount: authorization.amount.amount - capture.amount.amount });
  enter(world, capture, state);
  if (state === "Completed") announce(world, capture);
  enter(world, authorization, "Closed", { reason: "MaxCapturesProcessed" });
  announce(world, authorization);
  if (state === "Completed") closeAtLimits(world, order);
}

/** A Pending capture comes through. */
export function completeCapture(world: World, capture: Capture): void {
  enter(world, capture, "Completed");
  announce(world, capture);
  closeAtLimits(world, orderOf(world, capture));
}

type CaptureDecline = "AmazonRejected" | "ProcessingFailure";

/** A capture is refused at once; money never moved. */
export function refuseCapture(world: World, capture: Capture, reason: CaptureDecline): void {
  const authorization = world.authorizations.get(capture.authorizationId);
  enter(world, capture, "Declined", { reason });
  announce(world, capture);
  const closes = world.settings.declinedCaptureCloses;
  if (closes && authorization?.state === "Open") closeAuthorization(world, authorization, closes);
}

/** A Pending capture does not come through. Its authorization ended when it was accepted, and stays so. */
export function declineCapture(world: World, capture: Capture, reason: CaptureDecline): void {
  const order = orderOf(world, capture);
  const authorization = world.authorizations.get(capture.authorizationId);
  const { amount } = capture.amount;
  order.capturedAmount -= amount;
  order.capturedAuthorizations -= 1;
  order.countedAuthorizations -= 1;
  order.standingCaptures -= 1;
  if (authorization) {
    authorization.capturedAmount = 0;
    discharge(world, order, { authorization, amount });
  }
  enter(world, capture, "Declined", { reason });
  announce(world, capture);
}

export function closeCapture(
  world: World,
  capture: Capture,
  reason: "AmazonClosed" | "MaxAmountRefunded" | "MaxRefundsProcessed",
): void {
  enter(world, capture, "Closed", { reason });
  announce(world, capture);
}

/** `reason`: why there is one that the merchant did not ask for. */
export function completeRefund(world: World, refund: Refund, reason?: "AmazonA-ZRefund" | "BuyerCanceled"): void {
  enter(world, refund, "Completed", { reason });
  announce(world, refund);
  const capture = world.captures.get(refund.captureId);
  if (capture && world.settings.noticeOfRefundedCapture) announce(world, capture);
}

/** The amount is free to be refunded again. */
export function declineRefund(world: World, refund: Refund, reason: "AmazonRejected" | "ProcessingFailure"): void {
  enter(world, refund, "Declined", { reason });
  const capture = world.captures.get(refund.captureId);
  if (capture) capture.refundedAmount -= refund.amount.amount;
  announce(world, refund);
}

/** What may be charged on an order reference, in minor units: its total and the overage. */
export function chargeableAmount(world: World, order: OrderReference): number {
  const total = order.orderTotal;
  return total ? total.amount + overageOf(total, world.settings.region).amount : 0;
}

export const authorizationsMax = (world: World): number =>
  world.settings.authorizationsPerOrderReferenceMax ?? authorizationsPerOrderReferenceMax[world.settings.region];

function closeAtLimits(world: World, order: OrderReference): void {
  if (order.state !== "Open" && order.state !== "Suspended") return;
  if (order.capturedAmount >= chargeableAmount(world, order)) closeOrderReference(world, order, "MaxAmountCharged");
  else if (order.capturedAuthorizations >= authorizationsMax(world)) {
    closeOrderReference(world, order, world.settings.authorizationsMaxReason);
  }
}
