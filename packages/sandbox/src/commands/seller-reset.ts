// Makes one seller as freshly made, or takes it away, without touching what others have.
import { SandboxError } from "../errors.ts";
import type { Seller } from "../world/objects.ts";
import type { World } from "../world/world.ts";
import { forgetClient, sellerOf } from "./sellers.ts";

type Owned = { readonly sellerId?: string | undefined; readonly buyerId?: string | undefined };

/** These outlive a seller's reset. Buyers belong to nobody, but may be the same person as a seller. */
const lasting: ReadonlySet<string> = new Set(["sellers", "sellersByAccessKey", "clients", "buyers", "buyersByEmail"]);

/** Every map of things that come and go and name their seller or buyer, whatever kinds of them there are. */
export function* ownedObjects(world: World): Generator<{ readonly objects: Map<string, Owned> }> {
  for (const [name, objects] of Object.entries(world)) {
    if (objects instanceof Map && !lasting.has(name) && name !== "tokens") yield { objects };
  }
}

export interface ResetSeller {
  readonly sellerId: string;
}

/** Takes away the seller's objects, notices and its buyers' tokens; keys, clients and addresses stay. Throws UnknownSeller. */
export function resetSeller(world: World, { sellerId }: ResetSeller): Seller {
  const seller = sellerOf(world, sellerId);
  for (const { objects } of ownedObjects(world)) {
    for (const [key, object] of objects) {
      // The merchant's own reference ids are kept under keys that begin with the seller.
      if (object.sellerId === sellerId || key.startsWith(`${sellerId} `)) objects.delete(key);
    }
  }
  for (const [text, token] of world.tokens) {
    if (seller.clientIds.includes(token.clientId)) world.tokens.delete(text);
  }
  for (const buyer of world.buyers.values()) {
    for (const clientId of seller.clientIds) buyer.consents.delete(clientId);
  }
  world.notices.forgetSeller(sellerId);
  return seller;
}

/** Takes a seller away with all it has. The first one stays. Throws UnknownSeller, StillNeeded. */
export function deleteSeller(world: World, { sellerId }: ResetSeller): void {
  const seller = sellerOf(world, sellerId);
  if (world.sellers.keys().next().value === sellerId) throw new SandboxError("StillNeeded", { field: "sellerId" });
  resetSeller(world, { sellerId });
  for (const clientId of seller.clientIds) forgetClient(world, clientId);
  for (const { accessKey } of seller.keys) world.sellersByAccessKey.delete(accessKey);
  world.sellers.delete(sellerId);
}
