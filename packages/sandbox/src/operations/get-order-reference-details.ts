import { isRefusal, refuse } from "../refusal.ts";
import { orderReferenceView } from "../world/details.ts";
import type { Handler } from "./handler.ts";
import { findOrderReference } from "./lookup.ts";
import { visibility } from "./visibility.ts";

export const getOrderReferenceDetails: Handler<"GetOrderReferenceDetails"> = (world, caller, request) => {
  if (request.AccessToken && request.AddressConsentToken) return refuse("AmbiguousToken");
  const order = findOrderReference(world, caller, request.AmazonOrderReferenceId);
  if (isRefusal(order)) return order;
  const seen = visibility(world, order, request);
  return isRefusal(seen) ? seen : { OrderReferenceDetails: orderReferenceView(world, order, seen) };
};
