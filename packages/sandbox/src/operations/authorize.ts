import type { Price } from "@noren-pay/base";
import { type AmazonRefusal, isRefusal, refuse } from "../refusal.ts";
import { agreementOf, limitsOf } from "../world/agreement-limits.ts";
import { authorizationsMax, chargeableAmount } from "../world/changes.ts";
import { authorizationView } from "../world/details.ts";
import type { Authorization, OrderReference } from "../world/objects.ts";
import { referenceKey, type World } from "../world/world.ts";
import { firstAnswer, isSameRequest, makeAuthorization } from "./authorizing.ts";
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
  const authorization = makeAuthorization(world, order, { request, simulation });
  world.references.set(key, authorization.id);
  return { AuthorizationDetails: firstAnswer(world, authorization) };
};

/** The same call again gets the first one's authorization as it is now. */
function replay(world: World, first: Authorization, request: RequestFor<"Authorize">): ReturnType<typeof authorize> {
  if (first.orderReferenceId !== request.AmazonOrderReferenceId) return refuse("DuplicateReferenceId");
  return isSameRequest(first, request)
    ? { AuthorizationDetails: authorizationView(world, first) }
    : refuse("DuplicateRequest");
}

function refusalOf(world: World, order: OrderReference, amount: Price): AmazonRefusal | undefined {
  if (order.state !== "Open" || !order.orderTotal) {
    return refuse(
      "InvalidOrderReferenceStatus",
      `OrderReference ${order.id} is in state ${order.state} and cannot be authorized.`,
    );
  }
  if (order.paymentAuthentication?.state === "REQUIRED") {
    return refuse(
      "InvalidOrderReferenceStatus",
      `OrderReference ${order.id} cannot be authorized before the buyer has been authenticated.`,
    );
  }
  const agreement = agreementOf(world, order);
  if (agreement?.state === "Suspended" && world.settings.suspendedAgreementBlocksOrders) {
    return refuse(
      "InvalidOrderReferenceStatus",
      `OrderReference ${order.id} cannot be authorized while BillingAgreement ${agreement.id} is Suspended.`,
    );
  }
  if (order.countedAuthorizations >= authorizationsMax(world)) return refuse("TransactionCountExceeded");
  const refusal = refusalOfAmount(world, amount, {
    currencyCode: order.orderTotal.currencyCode,
    most: chargeableAmount(world, order) - order.liveAmount - order.capturedAmount,
  });
  if (refusal || !agreement) return refusal;
  return amount.amount > limitsOf(world, agreement).remaining.amount ? refuse("PeriodicAmountExceeded") : undefined;
}
