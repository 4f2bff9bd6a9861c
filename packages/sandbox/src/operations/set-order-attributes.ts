import { regions } from "@noren-pay/protocol";
import { type AmazonRefusal, isRefusal, refuse } from "../refusal.ts";
import { noToken, orderReferenceView } from "../world/details.ts";
import type { OrderReference } from "../world/objects.ts";
import type { World } from "../world/world.ts";
import { type Attributes, applyAttributes, firstChanged } from "./attributes.ts";
import type { Handler } from "./handler.ts";
import { findOrderReference } from "./lookup.ts";
import { simulateOnDraft, simulationOf } from "./simulated.ts";

export const setOrderAttributes: Handler<"SetOrderAttributes"> = (world, caller, request) => {
  const attributes = request.OrderAttributes;
  const order = findOrderReference(world, caller, request.AmazonOrderReferenceId);
  if (isRefusal(order)) return order;
  const refusal = order.state === "Draft" ? undefined : refusalAfterConfirmation(world, order, attributes);
  if (refusal) return refusal;
  const currencyCode = attributes.OrderTotal?.currencyCode;
  if (currencyCode && currencyCode !== regions[world.settings.region].currency) return refuse("CurrencyMismatch");
  const simulation = simulationOf(caller, "SetOrderAttributes", attributes.SellerNote);
  if (isRefusal(simulation)) return simulation;
  applyAttributes(world, order, attributes);
  if (attributes.SellerNote !== undefined && order.state === "Draft") simulateOnDraft(order, simulation);
  return { OrderReferenceDetails: orderReferenceView(world, order, noToken) };
};

/** Once confirmed, total, platform and categories stand; the rest can be added to. */
function refusalAfterConfirmation(
  world: World,
  order: OrderReference,
  attributes: Attributes,
): AmazonRefusal | undefined {
  const isSettable =
    order.state === "Open" ||
    order.state === "Suspended" ||
    (order.state === "Closed" && world.settings.setAttributesOnClosed);
  const fixed = attributes.OrderTotal
    ? "OrderTotal"
    : attributes.PlatformId
      ? "PlatformId"
      : attributes.SellerOrderAttributes?.OrderItemCategories
        ? "SellerOrderAttributes.OrderItemCategories"
        : undefined;
  const changed = world.settings.overwriteAttributesAfterConfirmation ? undefined : firstChanged(order, attributes);
  if (isSettable && !fixed && !changed) return undefined;
  return refuse(
    "OrderReferenceNotModifiable",
    isSettable
      ? `${fixed ?? changed} of OrderReference ${order.id} cannot be changed after confirmation.`
      : `OrderReference ${order.id} is in state ${order.state} and cannot be modified with the request submitted by you.`,
  );
}
