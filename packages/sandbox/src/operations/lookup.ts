// Finding what a call names. Another seller's object, or one of the other environment, is as good as none.
import { type AmazonRefusal, refuse } from "../refusal.ts";
import type { BillingAgreement } from "../world/billing-agreement.ts";
import type { Authorization, Capture, OrderReference, Refund } from "../world/objects.ts";
import type { World } from "../world/world.ts";
import type { Caller } from "./handler.ts";

export function findOrderReference(world: World, caller: Caller, id: string): OrderReference | AmazonRefusal {
  const order = world.orderReferences.get(id);
  if (order && order.sellerId === caller.seller.sellerId && order.environment === caller.environment) return order;
  return refuse("InvalidOrderReferenceId", `The OrderReferenceId ${id} is invalid.`);
}

export function findBillingAgreement(world: World, caller: Caller, id: string): BillingAgreement | AmazonRefusal {
  const agreement = world.billingAgreements.get(id);
  const isTheirs = agreement?.sellerId === caller.seller.sellerId && agreement.environment === caller.environment;
  return isTheirs ? agreement : refuse("InvalidBillingAgreementId", `The BillingAgreementId ${id} is invalid.`);
}

export const findAuthorization = (world: World, caller: Caller, id: string): Authorization | AmazonRefusal =>
  find(world, caller, world.authorizations.get(id)) ?? unknown("Authorization", id);

export const findCapture = (world: World, caller: Caller, id: string): Capture | AmazonRefusal =>
  find(world, caller, world.captures.get(id)) ?? unknown("Capture", id);

export const findRefund = (world: World, caller: Caller, id: string): Refund | AmazonRefusal =>
  find(world, caller, world.refunds.get(id)) ?? unknown("Refund", id);

function find<T extends { sellerId: string; orderReferenceId: string }>(
  world: World,
  caller: Caller,
  object: T | undefined,
): T | undefined {
  if (!object || object.sellerId !== caller.seller.sellerId) return undefined;
  return world.orderReferences.get(object.orderReferenceId)?.environment === caller.environment ? object : undefined;
}

const unknown = (kind: string, id: string) => refuse("InvalidTransactionId", `The ${kind}Id ${id} is invalid.`);
