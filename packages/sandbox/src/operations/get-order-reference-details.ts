import { tokenOf } from "../commands/tokens.ts";
import { type AmazonRefusal, isRefusal, refuse } from "../refusal.ts";
import { noToken, orderReferenceView, type Visibility } from "../world/details.ts";
import type { OrderReference } from "../world/objects.ts";
import type { World } from "../world/world.ts";
import type { Handler } from "./handler.ts";
import { findOrderReference } from "./lookup.ts";

export const getOrderReferenceDetails: Handler<"GetOrderReferenceDetails"> = (world, caller, request) => {
  if (request.AccessToken && request.AddressConsentToken) return refuse("AmbiguousToken");
  const order = findOrderReference(world, caller, request.AmazonOrderReferenceId);
  if (isRefusal(order)) return order;
  const seen = visibility(world, order, request);
  return isRefusal(seen) ? seen : { OrderReferenceDetails: orderReferenceView(world, order, seen) };
};

interface Tokens {
  readonly AccessToken?: string | undefined;
  readonly AddressConsentToken?: string | undefined;
}

/** The token must be alive, this buyer's, and given to one of this seller's clients. */
function visibility(world: World, order: OrderReference, tokens: Tokens): Visibility | AmazonRefusal {
  const text = tokens.AccessToken ?? tokens.AddressConsentToken;
  if (text === undefined) return noToken;
  const token = tokenOf(world, text, world.now);
  const isOurs =
    token?.buyerId === order.buyerId && world.clients.get(token?.clientId ?? "")?.sellerId === order.sellerId;
  if (!token || !isOurs) return refuse("InvalidAddressConsentToken");
  return {
    shippingAddress: token.scopes.includes("payments:shipping_address"),
    // The older token opens the shipping address alone.
    billingAddress: tokens.AccessToken !== undefined && token.scopes.includes("payments:billing_address"),
  };
}
