// Between an order and its row. The buyer and free text never stand in the plain columns.
import { runsOutAtOf } from "../decide/guard-times.ts";
import { nextStepOf } from "../decide/next-step.ts";
import { PaymentsError } from "../errors.ts";
import type { Order } from "../model/order.ts";
import type { OrderKey } from "../store/store.ts";
import type { Box, KeyRing } from "./crypto/key-ring.ts";
import { withNotes, withoutNotes } from "./notes.ts";

/** Columns from which an order is read; `body` comes as text, because it is parsed together with its notes. */
export const columnsOf = (table: string): string =>
  `${table}.merchant_id, ${table}.order_id, ${table}.body::text AS body, ${table}.notes_sealed`;
export const orderColumns = columnsOf("orders");

export interface OrderRow {
  readonly merchant_id: string;
  readonly order_id: string;
  readonly body: string;
  readonly notes_sealed: Buffer | null;
}

/** What a write sets, beside the keys, the lease and the chain. */
export interface OrderValues {
  readonly state: string;
  readonly next_step: string;
  readonly body: string;
  readonly notes_sealed: Buffer | null;
  readonly wake_at: number | null;
  readonly runs_out_at: number | null;
  readonly buyer_waits: boolean;
  readonly updated_at: number;
}

export function valuesOf(order: Order, box: Box): OrderValues {
  const { buyer: _, ...plain } = order;
  const { json, notes } = withoutNotes(plain);
  return {
    state: order.orderReference.state,
    next_step: nextStepOf(order),
    body: json,
    notes_sealed: sealNotes(notes, box, `orders.notes|${order.orderId}`),
    wake_at: order.wakeAt ?? null,
    runs_out_at: runsOutAtOf(order) ?? null,
    buyer_waits: order.buyerWaits,
    updated_at: order.updatedAt,
  };
}

/** Throws `damagedData` when the notes do not open. */
export const orderOf = async (row: OrderRow, keys: KeyRing): Promise<Order> =>
  openedOrder(row, row.notes_sealed === null ? undefined : await keys.merchant(row.merchant_id));

/** The same with the merchant's keys in hand; inside a transaction there is no other way to read. */
export function openedOrder(row: OrderRow, box: Box | undefined): Order {
  const { body, notes_sealed } = row;
  // Without notes there is nothing to put back, unless they were erased: then their places must go.
  if (notes_sealed === null) return (body.includes('{"sealed":') ? withNotes(body, []) : JSON.parse(body)) as Order;
  if (box === undefined) throw new PaymentsError("damagedData", { operation: "openedOrder" });
  return withNotes(body, JSON.parse(box.open(notes_sealed, `orders.notes|${row.order_id}`))) as Order;
}

/** Null when there is nothing to hide. */
export const sealNotes = (notes: readonly string[], box: Box, boundTo: string): Buffer | null =>
  notes.length === 0 ? null : box.seal(JSON.stringify(notes), boundTo);

/** Every id of Amazon's that leads to this order. */
export const amazonIdsOf = (order: Order): string[] => [
  order.amazonOrderReferenceId,
  ...[...order.authorizations, ...order.captures, ...order.refunds].flatMap(({ amazonId }) => amazonId ?? []),
];

export const keyOf = (order: Order): OrderKey => ({ merchantId: order.merchantId, orderId: order.orderId });
