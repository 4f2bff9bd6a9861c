// Reading orders for people and shops. Another merchant's order is not found, whoever asks.
import { nextStepOf, type Order, type OrderKey } from "@noren-pay/payments";
import type { z } from "zod";
import { orderJson } from "../json/order.ts";
import { ServerError } from "../problem/problem.ts";
import type { orderSchema, ordersPageSchema } from "../schemas/order.ts";
import type { Services } from "../services.ts";

/** Throws `orderNotFound`. */
export async function findOrder({ store }: Pick<Services, "store">, key: OrderKey): Promise<Order> {
  const order = await store.order(key);
  if (order === undefined) throw new ServerError("orderNotFound");
  return order;
}

export async function orderView(
  services: Pick<Services, "store">,
  key: OrderKey,
): Promise<z.infer<typeof orderSchema>> {
  const order = await findOrder(services, key);
  return orderJson(order, nextStepOf(order));
}

interface Query {
  readonly cursor?: string | undefined;
  readonly limit: number;
  readonly sellerOrderId?: string | undefined;
  readonly state?: string | undefined;
  readonly search?: string | undefined;
}

export async function listOrders(
  services: Services,
  merchantId: string,
  query: Query,
): Promise<z.infer<typeof ordersPageSchema>> {
  const { cursor, limit, sellerOrderId, state, search } = query;
  const named = cursor === undefined && search !== undefined ? await namedBy(services, merchantId, search.trim()) : [];
  const page = await services.store.orders(merchantId, {
    limit,
    ...(cursor === undefined ? {} : { cursor }),
    ...(sellerOrderId === undefined ? {} : { sellerOrderId }),
    ...(state === undefined ? {} : { orderReferenceState: state }),
    ...(search === undefined || search.trim() === "" ? {} : { search: search.trim() }),
  });
  const known = new Set(named.map((order) => order.orderId));
  const orders = [...named, ...page.items.filter((order) => !known.has(order.orderId))];
  return {
    items: orders.map((order) => orderJson(order, nextStepOf(order))),
    ...(page.nextCursor === undefined ? {} : { nextCursor: page.nextCursor }),
  };
}

/** Orders whose number or id of Amazon's is exactly what was typed. */
async function namedBy({ store, accounts }: Services, merchantId: string, text: string): Promise<Order[]> {
  if (/^[PS]\d{2}-\d{7}-\d{7}/.test(text)) {
    const { account } = await accounts.ofMerchant(merchantId);
    const key = await store.orderOfAmazonId(account.accountId, text);
    const order = key?.merchantId === merchantId ? await store.order(key) : undefined;
    return order === undefined ? [] : [order];
  }
  return text === "" ? [] : [...(await store.orders(merchantId, { limit: 20, sellerOrderId: text })).items];
}
