import type { Order } from "../../model/order.ts";
import type { PersonalData } from "../../model/snapshots.ts";
import type { Page, Store } from "../store.ts";

interface Searched {
  readonly order: Order;
  readonly buyer: PersonalData | undefined;
}
type Filter = Parameters<Store["orders"]>[1];

/** One page of a merchant's orders, newest first. The cursor is the last order's id. */
export function pageOf(rows: readonly Searched[], filter: Filter): Page<Order> {
  const after = filter.cursor === undefined ? undefined : Buffer.from(filter.cursor, "base64url").toString();
  const found = rows
    .filter(({ order }) => after === undefined || order.orderId < after)
    .filter((row) => matches(row, filter))
    .map(({ order }) => order)
    .sort((a, b) => (a.orderId < b.orderId ? 1 : -1));
  const items = found.slice(0, filter.limit);
  const last = found.length > items.length ? items.at(-1) : undefined;
  return { items, nextCursor: last && Buffer.from(last.orderId).toString("base64url") };
}

function matches({ order, buyer }: Searched, { sellerOrderId, orderReferenceState, search }: Filter): boolean {
  if (sellerOrderId !== undefined && order.sellerOrderId !== sellerOrderId) return false;
  if (orderReferenceState !== undefined && order.orderReference.state !== orderReferenceState) return false;
  return search === undefined || (buyer !== undefined && isBuyer(buyer, search));
}

function isBuyer({ name, email, phone, address }: PersonalData, search: string): boolean {
  const wanted = folded(search);
  const digits = digitsOf(search);
  return (
    [name, address?.name].some((each) => each !== undefined && folded(each).includes(wanted)) ||
    (email !== undefined && folded(email) === wanted) ||
    (digits.length >= 9 && [phone, address?.phone].some((each) => each !== undefined && digitsOf(each) === digits))
  );
}

const folded = (text: string): string => text.normalize("NFKC").toLowerCase().replaceAll(/\s+/g, "");
const digitsOf = (text: string): string => text.normalize("NFKC").replaceAll(/\D/g, "");
