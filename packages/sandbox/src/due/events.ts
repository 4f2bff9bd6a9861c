// What happens when a due event's time has come, and whether it still means anything.
import { cancelAgreement, repairAgreement } from "../world/agreement-changes.ts";
import type { BillingAgreement } from "../world/billing-agreement.ts";
import {
  cancelOrderReference,
  closeAuthorization,
  closeCapture,
  closeOrderReference,
  completeCapture,
  completeRefund,
  declineRefund,
  repairOrderReference,
} from "../world/changes.ts";
import type { Authorization, Capture, OrderReference, Refund } from "../world/objects.ts";
import { expireAuthorization, processAuthorization } from "../world/processing.ts";
import { closeAtRefundLimits } from "../world/refund-limits.ts";
import type { World } from "../world/world.ts";
import type { DueEvent, DueKind } from "./queue.ts";

interface Row {
  readonly isLive: (world: World, event: DueEvent) => boolean;
  readonly happen: (world: World, event: DueEvent) => void;
}

const rows: { readonly [K in DueKind]: Row } = {
  draftGoesStale: onOrderReference({
    isLive: (order) => order.state === "Draft",
    happen: (world, order) => cancelOrderReference(world, order, "Stale"),
  }),
  orderReferenceExpires: onOrderReference({
    isLive: (order) => order.state === "Open" || order.state === "Suspended",
    happen: (world, order) => closeOrderReference(world, order, "Expired"),
  }),
  immediateAuthorizationMissed: onOrderReference({
    isLive: (order) => order.state === "Open" && order.authorizationIds.length === 0,
    happen: (world, order) => closeOrderReference(world, order, "AmazonClosed"),
  }),
  orderReferenceReopens: onOrderReference({
    isLive: (order, event) => order.state === "Suspended" && order.reopensAt === event.at,
    happen: (world, order) => repairOrderReference(world, order),
  }),
  draftAgreementGoesStale: onBillingAgreement({
    isLive: (agreement) => agreement.state === "Draft",
    happen: (world, agreement) => cancelAgreement(world, agreement, "Stale"),
  }),
  billingAgreementReopens: onBillingAgreement({
    isLive: (agreement, event) => agreement.state === "Suspended" && agreement.reopensAt === event.at,
    happen: (world, agreement) => repairAgreement(world, agreement),
  }),
  authorizationProcessed: onAuthorization("Pending", (world, authorization) =>
    processAuthorization(world, authorization),
  ),
  authorizationExpires: onAuthorization("Open", expireAuthorization),
  authorizationSimulatedExpiry: onAuthorization("Open", expireAuthorization),
  authorizationAmazonCloses: onAuthorization("Open", (world, authorization) =>
    closeAuthorization(world, authorization, "AmazonClosed"),
  ),
  captureProcessed: onCapture("Pending", completeCapture),
  captureAmazonCloses: onCapture("Completed", (world, capture) => closeCapture(world, capture, "AmazonClosed")),
  refundProcessed: {
    isLive: (world, { id }) => world.refunds.get(id)?.state === "Pending",
    happen: (world, { id }) => processRefund(world, world.refunds.get(id) as Refund),
  },
};

/** A Pending refund comes to its outcome, or to the one given instead. */
export function processRefund(world: World, refund: Refund, outcome: Refund["outcome"] = refund.outcome): void {
  if (outcome === "declined") declineRefund(world, refund, "AmazonRejected");
  else {
    completeRefund(world, refund);
    closeAtRefundLimits(world, refund);
  }
}

function onOrderReference(row: {
  isLive: (order: OrderReference, event: DueEvent) => boolean;
  happen: (world: World, order: OrderReference) => void;
}): Row {
  return {
    isLive: (world, event) => {
      const order = world.orderReferences.get(event.id);
      return order !== undefined && row.isLive(order, event);
    },
    happen: (world, { id }) => row.happen(world, world.orderReferences.get(id) as OrderReference),
  };
}

function onBillingAgreement(row: {
  isLive: (agreement: BillingAgreement, event: DueEvent) => boolean;
  happen: (world: World, agreement: BillingAgreement) => void;
}): Row {
  return {
    isLive: (world, event) => {
      const agreement = world.billingAgreements.get(event.id);
      return agreement !== undefined && row.isLive(agreement, event);
    },
    happen: (world, { id }) => row.happen(world, world.billingAgreements.get(id) as BillingAgreement),
  };
}

function onAuthorization(
  state: Authorization["state"],
  happen: (world: World, authorization: Authorization) => void,
): Row {
  return {
    isLive: (world, { id }) => world.authorizations.get(id)?.state === state,
    happen: (world, { id }) => happen(world, world.authorizations.get(id) as Authorization),
  };
}

function onCapture(state: Capture["state"], happen: (world: World, capture: Capture) => void): Row {
  return {
    isLive: (world, { id }) => world.captures.get(id)?.state === state,
    happen: (world, { id }) => happen(world, world.captures.get(id) as Capture),
  };
}

export const isLive = (world: World, event: DueEvent): boolean => rows[event.kind].isLive(world, event);

/** Lets everything due at or before `until` happen, each at its own time, in order. */
export function runDue(world: World, until: number): void {
  for (let event = world.due.take(until); event; event = world.due.take(until)) {
    world.now = Math.max(world.now, event.at);
    world.history.cause = { by: "clock", name: event.kind };
    rows[event.kind].happen(world, event);
  }
  world.now = Math.max(world.now, until);
}
