// What becomes of an authorization once Amazon has looked at it: at once when it is synchronous, later otherwise.
import { captureIdOf, declineEffects, lifetimes } from "@noren-pay/protocol";
import { suspendAgreement } from "./agreement-changes.ts";
import { agreementOf } from "./agreement-limits.ts";
import {
  acceptCapture,
  closeAuthorization,
  closeOrderReference,
  declineAuthorization,
  openAuthorization,
  orderOf,
  suspend,
} from "./changes.ts";
import { newTransactionId } from "./ids.ts";
import type { Authorization, AuthorizationOutcome, Capture } from "./objects.ts";
import { freeId, referenceKey, type World } from "./world.ts";

/** A Pending authorization comes to its outcome, or to the one given instead. */
export function processAuthorization(
  world: World,
  authorization: Authorization,
  outcome: AuthorizationOutcome = authorization.outcome,
): void {
  const { timeoutMinutes } = authorization;
  // Processing that would outlast the merchant's time limit is given up.
  const isTooSlow =
    outcome === authorization.outcome && timeoutMinutes > 0 && world.settings.processingMs > timeoutMinutes * 60_000;
  if (outcome.kind === "declined") decline(world, authorization, outcome);
  else if (isTooSlow) decline(world, authorization, { kind: "declined", reason: "TransactionTimedOut" });
  else if (outcome.kind === "approved" && authorization.captureNow) captureNow(world, authorization);
  else open(world, authorization, outcome);
}

function open(world: World, authorization: Authorization, outcome: AuthorizationOutcome): void {
  openAuthorization(world, authorization, lifetimeMs(world, authorization));
  if (outcome.kind === "expiresUnused") {
    world.due.schedule("authorizationSimulatedExpiry", world.now + outcome.afterMs, authorization.id);
  }
  if (outcome.kind === "amazonCloses") {
    const at = world.now + world.settings.amazonClosedAfterMs;
    world.due.schedule("authorizationAmazonCloses", at, authorization.id);
  }
}

const lifetimeMs = (world: World, authorization: Authorization): number =>
  world.settings.authorizationLifetimeMs ?? lifetimes.authorizationMs[orderOf(world, authorization).environment];

type Declined = Extract<AuthorizationOutcome, { kind: "declined" }>;

function decline(world: World, authorization: Authorization, outcome: Declined): void {
  const order = orderOf(world, authorization);
  const agreement = agreementOf(world, order);
  declineAuthorization(world, authorization, outcome);
  const reopensAt = outcome.reopensAfterMs === undefined ? undefined : world.now + outcome.reopensAfterMs;
  if (outcome.reason === "InvalidPaymentMethod" && order.state === "Open") {
    suspend(world, order, authorization.timeoutMinutes === 0 ? "sync" : "async");
    order.reopensAt = reopensAt;
    // An agreement that opens again takes its order references along.
    if (reopensAt !== undefined && !agreement) world.due.schedule("orderReferenceReopens", reopensAt, order.id);
  }
  if (agreement?.state === "Open" && declineEffects[outcome.reason].billingAgreement === "Suspended") {
    suspendAgreement(world, agreement, { reason: "InvalidPaymentMethod" });
    agreement.reopensAt = reopensAt;
    if (reopensAt !== undefined) world.due.schedule("billingAgreementReopens", reopensAt, agreement.id);
  }
  if (outcome.reason === "AmazonRejected" && (order.state === "Open" || order.state === "Suspended")) {
    closeOrderReference(world, order, "AmazonClosed");
  }
}

/** The capture has the authorization's digits and reference id. It never passes through Open. */
function captureNow(world: World, authorization: Authorization): void {
  const id = captureIdOf(authorization.id);
  const key = referenceKey(authorization.sellerId, "Capture", authorization.referenceId);
  const capture: Capture = {
    kind: "Capture",
    // A later capture may have drawn these digits, or the merchant used the reference id: rare, and no reason to fail.
    id: world.captures.has(id)
      ? freeId(world.captures, () => newTransactionId(world.random, authorization.orderReferenceId, "C"))
      : id,
    authorizationId: authorization.id,
    orderReferenceId: authorization.orderReferenceId,
    sellerId: authorization.sellerId,
    referenceId: authorization.referenceId,
    amount: authorization.amount,
    note: authorization.note,
    softDescriptor: authorization.softDescriptor,
    createdAt: world.now,
    state: "Pending",
    updatedAt: world.now,
    refundedAmount: 0,
    refundIds: [],
  };
  world.captures.set(capture.id, capture);
  if (!world.references.has(key)) world.references.set(key, capture.id);
  acceptCapture(world, capture, "Completed");
}

/** An Open authorization comes to the end of its life. */
export const expireAuthorization = (world: World, authorization: Authorization): void =>
  closeAuthorization(world, authorization, "ExpiredUnused");
