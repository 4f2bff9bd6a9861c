import { tokenOf } from "../commands/tokens.ts";
import { type AmazonRefusal, refuse } from "../refusal.ts";
import { noToken, type Visibility } from "../world/details.ts";
import type { World } from "../world/world.ts";

interface Tokens {
  readonly AccessToken?: string | undefined;
  readonly AddressConsentToken?: string | undefined;
}

/** What the token adds. It must be alive, this buyer's, and given to one of this seller's clients. */
export function visibility(
  world: World,
  object: { readonly buyerId: string; readonly sellerId: string },
  tokens: Tokens,
): Visibility | AmazonRefusal {
  const text = tokens.AccessToken ?? tokens.AddressConsentToken;
  if (text === undefined) return noToken;
  const token = tokenOf(world, text, world.now);
  const isOurs =
    token?.buyerId === object.buyerId && world.clients.get(token?.clientId ?? "")?.sellerId === object.sellerId;
  if (!token || !isOurs) return refuse("InvalidAddressConsentToken");
  return {
    shippingAddress: token.scopes.includes("payments:shipping_address"),
    // The older token opens the shipping address alone.
    billingAddress: tokens.AccessToken !== undefined && token.scopes.includes("payments:billing_address"),
  };
}
