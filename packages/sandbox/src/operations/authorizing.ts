// What Authorize and AuthorizeOnBillingAgreement share: making an authorization, and knowing a repeated call again.
import { type Price, samePrice } from "@noren-pay/base";
import { limits, type Simulation } from "@noren-pay/protocol";
import { agreementOf } from "../world/agreement-limits.ts";
import { reserve } from "../world/changes.ts";
import { type AuthorizationDetails, authorizationView } from "../world/details.ts";
import { newTransactionId } from "../world/ids.ts";
import type { Authorization, AuthorizationOutcome, OrderReference } from "../world/objects.ts";
import { processAuthorization } from "../world/processing.ts";
import { freeId, type World } from "../world/world.ts";
import type { RequestFor } from "./handler.ts";

/** The fields that both operations have. */
export type Authorizing = Omit<RequestFor<"Authorize">, "AmazonOrderReferenceId">;

const timeoutOf = (request: Authorizing) => request.TransactionTimeout ?? limits.transactionTimeoutMinutesDefault;

/** Whether the request is the one that made `first`, the object it names aside. */
export const isSameRequest = (first: Authorization, request: Authorizing): boolean =>
  samePrice(first.amount, request.AuthorizationAmount) &&
  (first.note ?? "") === (request.SellerAuthorizationNote ?? "") &&
  (first.softDescriptor ?? "") === (request.SoftDescriptor ?? "") &&
  first.timeoutMinutes === timeoutOf(request) &&
  first.captureNow === (request.CaptureNow ?? false);

/** Makes an authorization; a synchronous one comes to its outcome at once. */
export function makeAuthorization(
  world: World,
  order: OrderReference,
  { request, simulation }: { request: Authorizing; simulation: Simulation | undefined },
): Authorization {
  const timeoutMinutes = timeoutOf(request);
  const authorization: Authorization = {
    kind: "Authorization",
    id: freeId(world.authorizations, () => newTransactionId(world.random, order.id, "A")),
    orderReferenceId: order.id,
    sellerId: order.sellerId,
    referenceId: request.AuthorizationReferenceId,
    amount: request.AuthorizationAmount,
    note: request.SellerAuthorizationNote,
    timeoutMinutes,
    captureNow: request.CaptureNow ?? false,
    softDescriptor: request.SoftDescriptor,
    createdAt: world.now,
    state: "Pending",
    updatedAt: world.now,
    capturedAmount: 0,
    outcome: outcomeOf(world, order, { simulation, isSync: timeoutMinutes === 0 }),
  };
  reserve(world, order, authorization);
  if (timeoutMinutes === 0) processAuthorization(world, authorization);
  else {
    const takesMs = Math.min(world.settings.processingMs, timeoutMinutes * 60_000);
    world.due.schedule("authorizationProcessed", world.now + takesMs, authorization.id);
  }
  return authorization;
}

/** What the answer that made it says. */
export function firstAnswer(world: World, authorization: Authorization): AuthorizationDetails {
  const view = authorizationView(world, authorization);
  // Recorded answers of a CaptureNow print nothing captured, although a later read does.
  if (!authorization.captureId || !world.settings.captureNowAnswersZero) return view;
  const nothing: Price = { amount: 0, currencyCode: authorization.amount.currencyCode };
  return { ...view, CapturedAmount: nothing };
}

interface Circumstances {
  readonly simulation: Simulation | undefined;
  readonly isSync: boolean;
}

/** A note goes before the operator's wish, and both before the card; without any it is approved. */
function outcomeOf(world: World, order: OrderReference, { simulation, isSync }: Circumstances): AuthorizationOutcome {
  switch (simulation?.name) {
    case "authorizationInvalidPaymentMethod":
      return {
        kind: "declined",
        reason: "InvalidPaymentMethod",
        softDecline: simulation.softDecline,
        reopensAfterMs: isSync ? undefined : simulation.afterMs,
      };
    case "authorizationAmazonRejected":
      return { kind: "declined", reason: "AmazonRejected" };
    case "authorizationTransactionTimedOut":
      return { kind: "declined", reason: "TransactionTimedOut" };
    case "authorizationExpiredUnused":
      return { kind: "expiresUnused", afterMs: simulation.afterMs ?? 0 };
    case "authorizationAmazonClosed":
      return { kind: "amazonCloses" };
  }
  if (takeFailure(world, order)) return { kind: "declined", reason: "ProcessingFailure" };
  const card = order.card?.simulation;
  if (card === "InvalidPaymentMethod") {
    return { kind: "declined", reason: card, reopensAfterMs: isSync ? undefined : world.settings.cardReopensAfterMs };
  }
  if (card === "AmazonRejected") return { kind: "declined", reason: card };
  if (card === "TransactionTimedOut" && (isSync || world.settings.timedOutCardDeclinesAsync)) {
    return { kind: "declined", reason: card };
  }
  return { kind: "approved" };
}

/** Whether an operator wants this one to fail; the wish is then used up. */
function takeFailure(world: World, order: OrderReference): boolean {
  for (const object of [order, agreementOf(world, order)]) {
    if (!object?.nextAuthorizationFails) continue;
    object.nextAuthorizationFails = undefined;
    return true;
  }
  return false;
}
