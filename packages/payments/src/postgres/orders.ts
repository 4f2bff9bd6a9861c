// An order's way into the database: made once, then changed under its row lock.
import type { Ids } from "@noren-pay/base";
import { chained } from "../model/hash.ts";
import type { Order } from "../model/order.ts";
import type { Change, Claim, Store } from "../store/store.ts";
import type { Box, KeyRing } from "./crypto/key-ring.ts";
import { type Db, run, type Statement, sqlStateOf, transaction } from "./db.ts";
import { columnsOf, keyOf, type OrderRow, openedOrder, orderColumns, orderOf, valuesOf } from "./rows.ts";
import { addRows, newParts, statementOf } from "./write.ts";

interface LockedRow extends OrderRow {
  readonly chain_head: Buffer | null;
  readonly chain_length: number;
  /** Whether the lease that the caller names still stands. */
  readonly held: boolean | null;
}

const uniqueViolation = "23505";

export function orderWrites(db: Db, keys: KeyRing, ids: Ids): Pick<Store, "create" | "change"> {
  return {
    async create(change, { leaseMs } = {}) {
      const key = keyOf(change.order);
      const leaseToken = leaseMs === undefined ? undefined : ids.next();
      const statement = insertion(change, { leaseMs, leaseToken }, await keys.merchant(key.merchantId));
      try {
        await db.pool.query(statement.text, statement.values);
      } catch (error) {
        if (sqlStateOf(error) !== uniqueViolation) throw error;
        const stored = await orderInTheWay(db, keys, change.order);
        if (!stored) throw error;
        return { created: false, order: stored };
      }
      const { buyer: _, ...order } = change.order;
      const claim: Claim | undefined = leaseToken === undefined ? undefined : { key, leaseToken, order };
      return { created: true, order, claim };
    },

    async change(key, apply, { leaseToken } = {}) {
      // Before the transaction: fetching keys inside it would need a second connection, and when every connection waits
      // for this row's lock there is none.
      const box = await keys.merchant(key.merchantId);
      return transaction(db, async (tx) => {
        const [found] = await tx.first({
          text: `SELECT ${orderColumns}, chain_head, chain_length,
              lease_token = $3 AND lease_until > clock_timestamp() AS held
            FROM orders WHERE merchant_id = $1 AND order_id = $2 FOR UPDATE`,
          values: [key.merchantId, key.orderId, leaseToken ?? null],
        });
        const row: LockedRow | undefined = found?.rows[0];
        if (!row || (leaseToken !== undefined && row.held !== true)) {
          await tx.abandon();
          return undefined;
        }
        const before = openedOrder(row, box);
        const { change, result, releases } = apply(before);
        if (change) await tx.last(update({ before, change, row, releases }, box));
        else if (releases !== undefined) await tx.last(releaseStatement({ key, leaseToken: releases }));
        else await tx.abandon();
        return result;
      });
    },
  };
}

/** Ends a lease, if it still stands. */
export const releaseStatement = ({ key, leaseToken }: Pick<Claim, "key" | "leaseToken">): Statement => ({
  text: `UPDATE orders SET lease_until = NULL, lease_token = NULL
    WHERE merchant_id = $1 AND order_id = $2 AND lease_token = $3`,
  values: [key.merchantId, key.orderId, leaseToken],
});

function insertion(
  change: Change,
  lease: { readonly leaseMs: number | undefined; readonly leaseToken: string | undefined },
  box: Box,
): Statement {
  const { order } = change;
  const rows = chained(keyOf(order), undefined, change.events);
  const parts = newParts();
  addRows(parts, { before: undefined, change, rows }, box);
  const columns: Record<string, unknown> = {
    merchant_id: order.merchantId,
    order_id: order.orderId,
    account_id: order.account.accountId,
    amazon_order_reference_id: order.amazonOrderReferenceId,
    seller_order_id: order.sellerOrderId,
    created_at: order.createdAt,
    ...valuesOf(order, box),
    ...chainOf(rows),
    lease_token: lease.leaseToken ?? null,
  };
  const values = Object.values(columns).map(parts.value).join(", ");
  return statementOf(
    parts,
    `INSERT INTO orders (${Object.keys(columns).join(", ")}, lease_until)
     VALUES (${values}, ${leaseEnd(parts.value(lease.leaseMs ?? null))})`,
  );
}

/** When a lease of so many ms ends, by the database's clock. */
export const leaseEnd = (placeholder: string): string =>
  `clock_timestamp() + ${placeholder}::double precision * interval '1 millisecond'`;

function update(
  written: {
    readonly before: Order;
    readonly change: Change;
    readonly row: LockedRow;
    readonly releases: string | undefined;
  },
  box: Box,
): Statement {
  const { before, change, row, releases } = written;
  const key = keyOf(before);
  const last = row.chain_head ? { sequence: row.chain_length, hash: row.chain_head.toString("hex") } : undefined;
  const rows = chained(key, last, change.events);
  const parts = newParts();
  addRows(parts, { before, change, rows }, box);
  const columns = { ...valuesOf(change.order, box), ...(rows.length > 0 ? chainOf(rows) : {}) };
  const sets = Object.entries(columns).map(([name, value]) => `${name} = ${parts.value(value)}`);
  if (releases !== undefined) {
    const ends = `lease_token = ${parts.value(releases)}`;
    sets.push(
      `lease_until = CASE WHEN ${ends} THEN NULL ELSE lease_until END`,
      `lease_token = CASE WHEN ${ends} THEN NULL ELSE lease_token END`,
    );
  }
  return statementOf(
    parts,
    `UPDATE orders SET ${sets.join(", ")}, version = version + 1
     WHERE merchant_id = ${parts.value(key.merchantId)} AND order_id = ${parts.value(key.orderId)}`,
  );
}

function chainOf(rows: readonly { readonly sequence: number; readonly hash: string }[]) {
  const last = rows.at(-1);
  return { chain_length: last?.sequence ?? 0, chain_head: last ? Buffer.from(last.hash, "hex") : null };
}

async function orderInTheWay(db: Db, keys: KeyRing, order: Order): Promise<Order | undefined> {
  const columns = columnsOf("o");
  const [row] = await run<OrderRow>(
    db,
    `SELECT ${columns} FROM orders o WHERE merchant_id = $1 AND order_id = $2
     UNION ALL
     SELECT ${columns} FROM amazon_ids a JOIN orders o USING (merchant_id, order_id)
     WHERE a.account_id = $3 AND a.amazon_id = $4
     LIMIT 1`,
    [order.merchantId, order.orderId, order.account.accountId, order.amazonOrderReferenceId],
  );
  return row && orderOf(row, keys);
}
