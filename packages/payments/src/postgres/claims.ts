// Leases. A worker learns which merchants have due work, then claims of each in turn: fair between merchants, and each
// claim is of one merchant's rows. Due is business time and a parameter; a lease is compared with this database's clock.
import type { Ids, Instant } from "@noren-pay/base";
import type { Claim, Store } from "../store/store.ts";
import type { KeyRing } from "./crypto/key-ring.ts";
import { type Db, run } from "./db.ts";
import { leaseEnd, releaseStatement } from "./orders.ts";
import { columnsOf, type OrderRow, orderColumns, orderOf } from "./rows.ts";

interface DueGroup {
  readonly merchant_id: string;
  readonly buyer_waits: boolean;
  /** bigint comes as text. */
  readonly wake_at: string;
}

interface ClaimedRow extends OrderRow {
  readonly wake_at: string;
}

/**
 * The earliest wake of each merchant and of each of its two groups. PostgreSQL has no loose index scan of its own: this
 * steps from group to group, two probes of the partial index for each, however many orders wait behind them.
 */
export const dueGroupsSql = `
  WITH RECURSIVE due AS (
    (SELECT merchant_id, buyer_waits, wake_at FROM orders WHERE wake_at IS NOT NULL
     ORDER BY merchant_id, buyer_waits, wake_at LIMIT 1)
    UNION ALL
    SELECT next.* FROM due CROSS JOIN LATERAL (
      SELECT merchant_id, buyer_waits, wake_at FROM orders
      WHERE wake_at IS NOT NULL AND (merchant_id, buyer_waits) > (due.merchant_id, due.buyer_waits)
      ORDER BY merchant_id, buyer_waits, wake_at LIMIT 1) AS next)
  SELECT merchant_id, buyer_waits, wake_at FROM due`;

/** $1 merchant, $2 whether buyers wait, $3 business time, $4 how many, $5 lease in ms, $6 token. */
export const claimSql = `
  WITH due AS MATERIALIZED (
    SELECT merchant_id, order_id FROM orders
    WHERE merchant_id = $1 AND buyer_waits = $2 AND wake_at <= $3
      AND (lease_until IS NULL OR lease_until <= clock_timestamp())
    ORDER BY wake_at, order_id LIMIT $4 FOR UPDATE SKIP LOCKED)
  UPDATE orders o SET lease_token = $6, lease_until = ${leaseEnd("$5")}
  FROM due WHERE o.merchant_id = due.merchant_id AND o.order_id = due.order_id
  RETURNING o.wake_at, ${columnsOf("o")}`;

interface Ask {
  readonly now: Instant;
  readonly limit: number;
  readonly leaseMs: number;
  readonly buyerWaits: boolean;
}

export function claims(db: Db, keys: KeyRing, ids: Ids): Pick<Store, "claim" | "claimOne" | "release" | "nextDue"> {
  /** The merchant that this process served last: the next round begins behind it. */
  let lastServed = "";

  const claimOf = async (row: OrderRow, leaseToken: string): Promise<Claim> => ({
    key: { merchantId: row.merchant_id, orderId: row.order_id },
    leaseToken,
    order: await orderOf(row, keys),
  });

  const takeOf = async (merchantId: string, { buyerWaits, now, limit, leaseMs }: Ask): Promise<Claim[]> => {
    const leaseToken = ids.next();
    const rows = await run<ClaimedRow>(db, claimSql, [merchantId, buyerWaits, now, limit, leaseMs, leaseToken]);
    if (rows.length > 0) lastServed = merchantId;
    // UPDATE returns its rows in no order.
    rows.sort((a, b) => Number(a.wake_at) - Number(b.wake_at));
    return Promise.all(rows.map((row) => claimOf(row, leaseToken)));
  };

  /** Each merchant gets its share in turn; what one leaves over goes to those that still have work. */
  const takeInTurn = async (merchants: readonly string[], ask: Ask): Promise<Claim[]> => {
    const taken: Claim[] = [];
    const share = Math.max(1, Math.floor(ask.limit / Math.max(1, merchants.length)));
    let hungry = merchants;
    while (hungry.length > 0 && taken.length < ask.limit) {
      const still: string[] = [];
      for (const merchantId of hungry) {
        const limit = Math.min(share, ask.limit - taken.length);
        if (limit === 0) break;
        const got = await takeOf(merchantId, { ...ask, limit });
        taken.push(...got);
        if (got.length === limit) still.push(merchantId);
      }
      hungry = still;
    }
    return taken;
  };

  return {
    async claim({ now, limit, leaseMs }) {
      const due = (await run<DueGroup>(db, dueGroupsSql)).filter(({ wake_at }) => Number(wake_at) <= now);
      const taken: Claim[] = [];
      for (const buyerWaits of [true, false]) {
        const merchants = inTurn(
          due.filter((each) => each.buyer_waits === buyerWaits),
          lastServed,
        );
        taken.push(...(await takeInTurn(merchants, { now, limit: limit - taken.length, leaseMs, buyerWaits })));
      }
      return taken;
    },

    async claimOne({ merchantId, orderId }, leaseMs) {
      const leaseToken = ids.next();
      const [row] = await run<OrderRow>(
        db,
        `UPDATE orders SET lease_token = $3, lease_until = ${leaseEnd("$4")}
         WHERE merchant_id = $1 AND order_id = $2 AND (lease_until IS NULL OR lease_until <= clock_timestamp())
         RETURNING ${orderColumns}`,
        [merchantId, orderId, leaseToken, leaseMs],
      );
      return row && claimOf(row, leaseToken);
    },

    async release(claim) {
      const { text, values } = releaseStatement(claim);
      await run(db, text, values);
    },

    async nextDue() {
      const wakes = (await run<DueGroup>(db, dueGroupsSql)).map(({ wake_at }) => Number(wake_at));
      return wakes.length === 0 ? undefined : Math.min(...wakes);
    },
  };
}

/** Round by round: those behind the merchant served last, then from the front. */
const inTurn = (groups: readonly DueGroup[], lastServed: string): string[] => {
  const merchants = groups.map(({ merchant_id }) => merchant_id);
  return [...merchants.filter((id) => id > lastServed), ...merchants.filter((id) => id <= lastServed)];
};
