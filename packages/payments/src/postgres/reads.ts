// Reading orders and what belongs to them. Every statement names its merchant first.
import type { CurrencyCode } from "@noren-pay/base";
import { PaymentsError } from "../errors.ts";
import type { LedgerAccount, LedgerEntry } from "../model/change.ts";
import type { Order } from "../model/order.ts";
import type { PersonalData } from "../model/snapshots.ts";
import type { OrderKey, Page, Store } from "../store/store.ts";
import type { Box, KeyRing } from "./crypto/key-ring.ts";
import { holds, searchedTokens } from "./crypto/search-tokens.ts";
import { type Db, run } from "./db.ts";
import { columnsOf, type OrderRow, orderColumns, orderOf } from "./rows.ts";
import { buyerPlace } from "./write.ts";

type Reads = Pick<Store, "order" | "orderOfAmazonId" | "orders" | "expiring" | "timeline" | "entries" | "personalData">;
type Filter = Parameters<Store["orders"]>[1];

/** How many candidates of a search may fail the exact check before the page is given up and its cursor returned. */
const falseMatchesMax = 1_000;

export function orderReads(db: Db, keys: KeyRing): Reads {
  return {
    async order({ merchantId, orderId }) {
      const [row] = await run<OrderRow>(
        db,
        `SELECT ${orderColumns} FROM orders WHERE merchant_id = $1 AND order_id = $2`,
        [merchantId, orderId],
      );
      return row && orderOf(row, keys);
    },

    async orderOfAmazonId(accountId, amazonId) {
      const [row] = await run<{ merchant_id: string; order_id: string }>(
        db,
        "SELECT merchant_id, order_id FROM amazon_ids WHERE account_id = $1 AND amazon_id = $2",
        [accountId, amazonId],
      );
      return row && { merchantId: row.merchant_id, orderId: row.order_id };
    },

    orders: (merchantId, filter) =>
      filter.search === undefined ? list(db, keys, { merchantId, filter }) : search(db, keys, { merchantId, filter }),

    async expiring(merchantId, { before, limit }) {
      const rows = await run<OrderRow>(
        db,
        `SELECT ${orderColumns} FROM orders WHERE merchant_id = $1 AND runs_out_at < $2 ORDER BY runs_out_at LIMIT $3`,
        [merchantId, before, limit],
      );
      return Promise.all(rows.map((row) => orderOf(row, keys)));
    },

    async timeline({ merchantId, orderId }) {
      const rows = await run<{ sequence: number; type: string; at: string; data: object; hash: Buffer }>(
        db,
        `SELECT sequence, type, at, data, hash FROM order_events WHERE merchant_id = $1 AND order_id = $2
         ORDER BY sequence`,
        [merchantId, orderId],
      );
      return rows.map(({ sequence, type, at, data, hash }) => ({
        sequence,
        type,
        at: Number(at),
        data: data as Record<string, unknown>,
        hash: hash.toString("hex"),
      }));
    },

    entries: (key) => entries(db, key),

    async personalData(key) {
      const [row] = await run<{ sealed: Buffer }>(
        db,
        "SELECT sealed FROM order_personal_data WHERE merchant_id = $1 AND order_id = $2",
        [key.merchantId, key.orderId],
      );
      return row && personOf(await keys.merchant(key.merchantId), key.orderId, row.sealed);
    },
  };
}

const personOf = (box: Box, orderId: string, sealed: Buffer): PersonalData =>
  JSON.parse(box.open(sealed, buyerPlace(orderId)));

/** Conditions and values of a list; $1 is the merchant. */
function conditionsOf(merchantId: string, filter: Filter) {
  const values: unknown[] = [merchantId];
  const conditions = ["o.merchant_id = $1"];
  const demand = (condition: string, value: unknown) => {
    if (value !== undefined) conditions.push(condition.replace("?", `$${values.push(value)}`));
  };
  demand("o.order_id < ?", filter.cursor === undefined ? undefined : orderIdOf(filter.cursor));
  demand("o.seller_order_id = ?", filter.sellerOrderId);
  demand("o.state = ?", filter.orderReferenceState);
  return { conditions, values, demand };
}

async function list(
  db: Db,
  keys: KeyRing,
  { merchantId, filter }: { readonly merchantId: string; readonly filter: Filter },
): Promise<Page<Order>> {
  const { conditions, values } = conditionsOf(merchantId, filter);
  const rows = await run<OrderRow>(
    db,
    `SELECT ${columnsOf("o")} FROM orders o WHERE ${conditions.join(" AND ")}
     ORDER BY o.order_id DESC LIMIT $${values.push(filter.limit + 1)}`,
    values,
  );
  const items = await Promise.all(rows.slice(0, filter.limit).map((row) => orderOf(row, keys)));
  return rows.length > filter.limit ? { items, nextCursor: cursorAfter(items.at(-1)?.orderId ?? "") } : { items };
}

async function search(
  db: Db,
  keys: KeyRing,
  { merchantId, filter }: { readonly merchantId: string; readonly filter: Filter },
): Promise<Page<Order>> {
  const box = await keys.merchant(merchantId);
  const words = filter.search ?? "";
  const tokens = searchedTokens(words, box.token);
  if (tokens.length === 0) return { items: [] };
  const found: OrderRow[] = [];
  let { cursor } = filter;
  for (let looked = 0; looked < falseMatchesMax && found.length <= filter.limit; ) {
    const { conditions, values, demand } = conditionsOf(merchantId, { ...filter, cursor } as Filter);
    demand("p.tokens @> ?::bytea[]", tokens);
    const rows = await run<OrderRow & { sealed: Buffer }>(
      db,
      `SELECT ${columnsOf("o")}, p.sealed FROM orders o JOIN order_personal_data p USING (merchant_id, order_id)
       WHERE ${conditions.join(" AND ")} ORDER BY o.order_id DESC LIMIT $${values.push(filter.limit + 1)}`,
      values,
    );
    found.push(...rows.filter(({ order_id, sealed }) => holds(personOf(box, order_id, sealed), words)));
    looked += rows.length;
    const last = rows.at(-1);
    cursor = last && rows.length > filter.limit ? cursorAfter(last.order_id) : undefined;
    if (cursor === undefined) break;
  }
  const items = await Promise.all(found.slice(0, filter.limit).map((row) => orderOf(row, keys)));
  if (found.length > filter.limit) return { items, nextCursor: cursorAfter(items.at(-1)?.orderId ?? "") };
  return cursor === undefined ? { items } : { items, nextCursor: cursor };
}

async function entries(db: Db, { merchantId, orderId }: OrderKey): Promise<LedgerEntry[]> {
  const rows = await run<{
    entry_id: string;
    at: string;
    cause: LedgerEntry["cause"];
    object_id: string;
    lines: readonly { account: LedgerAccount; amount: number; currency: CurrencyCode }[];
  }>(
    db,
    `SELECT e.entry_id, e.at, e.cause, e.object_id, json_agg(json_build_object(
        'account', l.account, 'amount', l.amount, 'currency', l.currency_code) ORDER BY l.line) AS lines
     FROM ledger_entries e JOIN ledger_lines l USING (merchant_id, order_id, entry_id)
     WHERE e.merchant_id = $1 AND e.order_id = $2
     GROUP BY e.merchant_id, e.order_id, e.entry_id ORDER BY e.at, e.entry_id`,
    [merchantId, orderId],
  );
  return rows.map(({ entry_id, at, cause, object_id, lines }) => ({
    id: entry_id,
    at: Number(at),
    cause,
    objectId: object_id,
    lines: lines.map(({ account, amount, currency }) => ({ account, amount: { amount, currencyCode: currency } })),
  }));
}

const cursorAfter = (orderId: string): string => Buffer.from(orderId).toString("base64url");

function orderIdOf(cursor: string): string {
  const orderId = Buffer.from(cursor, "base64url").toString("utf8");
  if (cursorAfter(orderId) !== cursor) throw new PaymentsError("cursorInvalid", { field: "cursor" });
  return orderId;
}
