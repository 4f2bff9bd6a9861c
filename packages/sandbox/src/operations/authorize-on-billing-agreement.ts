// Makes an order reference of the agreement, authorizes on it and closes it, in one call.
import { regions } from "@noren-pay/protocol";
import { type AmazonRefusal, isRefusal, refuse } from "../refusal.ts";
import { limitsOf } from "../world/agreement-limits.ts";
import type { BillingAgreement } from "../world/billing-agreement.ts";
import { closeOrderReference, confirm, orderOf } from "../world/changes.ts";
import { authorizationView } from "../world/details.ts";
import type { Authorization, OrderReference } from "../world/objects.ts";
import { referenceKey, type World } from "../world/world.ts";
import { applyAttributes } from "./attributes.ts";
import { firstAnswer, isSameRequest, makeAuthorization } from "./authorizing.ts";
import type { Handler, RequestFor } from "./handler.ts";
import { findBillingAgreement } from "./lookup.ts";
import { makeChild } from "./make-child.ts";
import { refusalOfAmount } from "./money.ts";
import { simulationOf } from "./simulated.ts";

type Request = RequestFor<"AuthorizeOnBillingAgreement">;

export const authorizeOnBillingAgreement: Handler<"AuthorizeOnBillingAgreement"> = (world, caller, request) => {
  const key = referenceKey(caller.seller.sellerId, "Authorize", request.AuthorizationReferenceId);
  const first = world.authorizations.get(world.references.get(key) ?? "");
  if (first) return replay(world, first, request);
  const agreement = findBillingAgreement(world, caller, request.AmazonBillingAgreementId);
  if (isRefusal(agreement)) return agreement;
  const refusal = refusalOf(world, agreement, request);
  if (refusal) return refusal;
  const simulation = simulationOf(caller, "AuthorizeOnBillingAgreement", request.SellerAuthorizationNote);
  if (isRefusal(simulation)) return simulation;
  const order = makeOrder(world, agreement, request);
  const authorization = makeAuthorization(world, order, { request, simulation });
  world.references.set(key, authorization.id);
  return { AuthorizationDetails: firstAnswer(world, authorization), AmazonOrderReferenceId: order.id };
};

function refusalOf(world: World, agreement: BillingAgreement, request: Request): AmazonRefusal | undefined {
  if (agreement.state !== "Open" || agreement.paymentAuthentication?.state === "REQUIRED") {
    return refuse(
      "InvalidBillingAgreementStatus",
      `BillingAgreement ${agreement.id} is in state ${agreement.state} and cannot be authorized.`,
    );
  }
  const refusal = refusalOfAmount(world, request.AuthorizationAmount, {
    currencyCode: regions[world.settings.region].currency,
    most: Number.MAX_SAFE_INTEGER,
  });
  if (refusal) return refusal;
  const { remaining } = limitsOf(world, agreement);
  return request.AuthorizationAmount.amount > remaining.amount ? refuse("PeriodicAmountExceeded") : undefined;
}

/** The same call again gets the first one's authorization as it is now. */
function replay(world: World, first: Authorization, request: Request): ReturnType<typeof authorizeOnBillingAgreement> {
  const order = orderOf(world, first);
  if (order.billingAgreementId !== request.AmazonBillingAgreementId) return refuse("DuplicateReferenceId");
  if (!isSameRequest(first, request) || !isSameOrder(order, request)) return refuse("DuplicateRequest");
  return { AuthorizationDetails: authorizationView(world, first), AmazonOrderReferenceId: order.id };
}

/** What SetOrderAttributes may have added since is no difference. */
function isSameOrder(order: OrderReference, request: Request): boolean {
  const wanted = request.SellerOrderAttributes ?? {};
  const had: Readonly<Record<string, unknown>> = { ...order.sellerOrderAttributes };
  return (
    (request.SellerNote === undefined || request.SellerNote === order.sellerNote) &&
    (request.PlatformId === undefined || request.PlatformId === order.platformId) &&
    Object.entries(wanted).every(([name, value]) => value === undefined || had[name] === value)
  );
}

/** Closed before the authorization is made: nothing that becomes of it opens it to another one. */
function makeOrder(world: World, agreement: BillingAgreement, request: Request): OrderReference {
  const order = makeChild(world, agreement, { inheritsAddress: request.InheritShippingAddress ?? true });
  applyAttributes(world, order, {
    OrderTotal: request.AuthorizationAmount,
    SellerNote: request.SellerNote,
    PlatformId: request.PlatformId,
    SellerOrderAttributes: request.SellerOrderAttributes,
  });
  confirm(world, order);
  closeOrderReference(world, order, "SellerClosed");
  return order;
}
