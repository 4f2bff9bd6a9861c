// Order references by the merchant's own order id, for lists.
import type { Environment } from "@noren-pay/protocol";
import type { OrderReference } from "./objects.ts";
import type { World } from "./world.ts";

const keyOf = (of: { sellerId: string; environment: Environment }, sellerOrderId: string) =>
  `${of.sellerId} ${of.environment} ${sellerOrderId}`;

/** After its attributes were set. `before`: the SellerOrderId that it had. */
export function rememberSellerOrder(world: World, order: OrderReference, before: string | undefined): void {
  const sellerOrderId = order.sellerOrderAttributes?.SellerOrderId;
  if (sellerOrderId === before) return;
  if (before !== undefined) world.sellerOrders.get(keyOf(order, before))?.delete(order.id);
  if (sellerOrderId === undefined) return;
  const key = keyOf(order, sellerOrderId);
  const ids = world.sellerOrders.get(key) ?? new Set();
  world.sellerOrders.set(key, ids.add(order.id));
}

/** Oldest first. */
export function sellerOrdersOf(
  world: World,
  of: { sellerId: string; environment: Environment },
  sellerOrderId: string,
): OrderReference[] {
  const ids = world.sellerOrders.get(keyOf(of, sellerOrderId)) ?? [];
  const found = [...ids].flatMap((id) => world.orderReferences.get(id) ?? []);
  return found.sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
}
