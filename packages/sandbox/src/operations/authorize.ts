import { type Price, samePrice } from "@noren-pay/base";
import { limits, type Simulation } from "@noren-pay/protocol";
import { type AmazonRefusal, isRefusal, refuse } from "../refusal.ts";
import { authorizationsMax, chargeableAmount } from "../world/changes.ts";
import { authorizationView } from "../world/details.ts";
import { newTransactionId } from "../world/ids.ts";
import type { Authorization, AuthorizationOutcome, OrderReference } from "../world/objects.ts";
import { processAuthorization } from "../world/processing.ts";
import { freeId, referenceKey, type World } from "../world/world.ts";
import type { Handler, RequestFor } from "./handler.ts";
import { findOrderReference } from "./lookup.ts";
import { refusalOfAmount } from "./money.ts";
import { simulationOf } from "./simulated.ts";

export const authorize: Handler<"Authorize"> = (world, caller, request) => {
  const key = referenceKey(caller.seller.sellerId, "Authorize", request.AuthorizationReferenceId);
  const first = world.authorizations.get(world.references.get(key) ?? "");
  if (first) return replay(world, first, request);
  const order = findOrderReference(world, caller, request.AmazonOrderReferenceId);
  if (isRefusal(order)) return order;
  const refusal = refusalOf(world, order, request.AuthorizationAmount);
  if (refusal) return refusal;
  const simulation = simulationOf(caller, "Authorize", request.SellerAuthorizationNote);
  if (isRefusal(simulation)) return simulation;
  const authorization = create(world, order, request, simulation);
  world.references.set(key, authorization.id);
  const view = authorizationView(world, authorization);
  // Recorded answers of a CaptureNow print nothing captured, although a later read does.
  if (!authorization.captureId || !world.settings.captureNowAnswersZero) return { AuthorizationDetails: view };
  const nothing: Price = { amount: 0, currencyCode: authorization.amount.currencyCode };
  return { AuthorizationDetails: { ...view, CapturedAmount: nothing } };
};

type Request = RequestFor<"Authorize">;

const timeoutOf = (request: Request) => request.TransactionTimeout ?? limits.transactionTimeoutMinutesDefault;

/** The same call again gets the first one's authorization as it is now. */
function replay(world: World, first: Authorization, request: Request): ReturnType<typeof authorize> {
  if (first.orderReferenceId !== request.AmazonOrderReferenceId) return refuse("DuplicateReferenceId");
  const isSame =
    samePrice(first.amount, request.AuthorizationAmount) &&
    (first.note ?? "") === (request.SellerAuthorizationNote ?? "") &&
    (first.softDescriptor ?? "") === (request.SoftDescriptor ?? "") &&
    first.timeoutMinutes === timeoutOf(request) &&
    first.captureNow === (request.CaptureNow ?? false);
  return isSame ? { AuthorizationDetails: authorizationView(world, first) } : refuse("DuplicateRequest");
}

function refusalOf(world: World, order: OrderReference, amount: Price): AmazonRefusal | undefined {
  if (order.state !== "Open" || !order.orderTotal) {
    return refuse(
      "InvalidOrderReferenceStatus",
      `OrderReference ${order.id} is in state ${order.state} and cannot be authorized.`,
    );
  }
  if (order.countedAuthorizations >= authorizationsMax(world)) return refuse("TransactionCountExceeded");
  return refusalOfAmount(world, amount, {
    currencyCode: order.orderTotal.currencyCode,
    most: chargeableAmount(world, order) - order.liveAmount - order.capturedAmount,
  });
}

function create(
  world: World,
  order: OrderReference,
  request: Request,
  simulation: Simulation | undefined,
): Authorization {
  const timeoutMinutes = timeoutOf(request);
  const outcome = outcomeOf(world, order, { simulation, isSync: timeoutMinutes === 0 });
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
    outcome,
  };
  world.authorizations.set(authorization.id, authorization);
  order.authorizationIds.push(authorization.id);
  order.liveAmount += authorization.amount.amount;
  order.countedAuthorizations += 1;
  if (timeoutMinutes === 0) processAuthorization(world, authorization);
  else {
    const takesMs = Math.min(world.settings.processingMs, timeoutMinutes * 60_000);
    world.due.schedule("authorizationProcessed", world.now + takesMs, authorization.id);
  }
  return authorization;
}

/** A note goes before the card; without either it is approved. */
function outcomeOf(
  world: World,
  order: OrderReference,
  { simulation, isSync }: { simulation: Simulation | undefined; isSync: boolean },
): AuthorizationOutcome {
  const card = order.card?.simulation;
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
  if (card === "InvalidPaymentMethod") {
    return { kind: "declined", reason: card, reopensAfterMs: isSync ? undefined : world.settings.cardReopensAfterMs };
  }
  if (card === "AmazonRejected") return { kind: "declined", reason: card };
  if (card === "TransactionTimedOut" && (isSync || world.settings.timedOutCardDeclinesAsync)) {
    return { kind: "declined", reason: card };
  }
  return { kind: "approved" };
}
