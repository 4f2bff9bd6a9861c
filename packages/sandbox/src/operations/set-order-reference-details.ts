import { regions } from "@noren-pay/protocol";
import { isRefusal, refuse } from "../refusal.ts";
import { noToken, orderReferenceView } from "../world/details.ts";
import { applyAttributes } from "./attributes.ts";
import type { Handler } from "./handler.ts";
import { findOrderReference } from "./lookup.ts";
import { simulateOnDraft, simulationOf } from "./simulated.ts";

export const setOrderReferenceDetails: Handler<"SetOrderReferenceDetails"> = (world, caller, request) => {
  const attributes = request.OrderReferenceAttributes;
  const order = findOrderReference(world, caller, request.AmazonOrderReferenceId);
  if (isRefusal(order)) return order;
  if (order.state !== "Draft") {
    return refuse(
      "OrderReferenceNotModifiable",
      `OrderReference ${order.id} is not in draft state and cannot be modified with the request submitted by you.`,
    );
  }
  if (attributes.OrderTotal.currencyCode !== regions[world.settings.region].currency) return refuse("CurrencyMismatch");
  const simulation = simulationOf(caller, "SetOrderReferenceDetails", attributes.SellerNote);
  if (isRefusal(simulation)) return simulation;
  applyAttributes(world, order, attributes);
  if (attributes.SellerNote !== undefined) simulateOnDraft(order, simulation);
  return { OrderReferenceDetails: orderReferenceView(world, order, noToken) };
};
