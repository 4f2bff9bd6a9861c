// Leases. A worker learns which merchants have due work, then claims of each in turn: fair between merchants, and each
// claim is of one merchant's rows. Due is business time and a parameter; a lease is compared with this database's clock.
import type { Ids, Instant } from "@noren-pay/base";
import type { Claim, OrderKey, Store } from "../store/store.ts";
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
  readonly buyer_waits: boolean;
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

const dueOf = (buyerWaits: boolean) => `
  SELECT * FROM (
    SELECT merchant_id, order_id FROM orders
    WHERE merchant_id = $1 AND buyer_waits = ${buyerWaits} AND wake_at <= $2
      AND (lease_until IS NULL OR lease_until <= clock_timestamp())
    ORDER BY wake_at, order_id LIMIT $3 FOR UPDATE SKIP LOCKED) AS ${buyerWaits ? "waited_for" : "others"}`;

/** $1 merchant, $2 business time, $3 how many, $4 lease in ms, $5 token. The second group is read only if it is needed. */
export const claimSql = `
  WITH due AS MATERIALIZED (${dueOf(true)} UNION ALL ${dueOf(false)} LIMIT $3)
  UPDATE orders o SET lease_token = $5, lease_until = ${leaseEnd("$4")}
  FROM due WHERE o.merchant_id = due.merchant_id AND o.order_id = due.order_id
  RETURNING o.buyer_waits, o.wake_at, ${columnsOf("o")}`;

export function claims(db: Db, keys: KeyRing, ids: Ids): Pick<Store, "claim" | "claimOne" | "release" | "nextDue"> {
  /** The merchant that this process served last: the next round begins behind it. */
  let lastServed = "";
  const take = async (merchantId: string, ask: { now: Instant; limit: number; leaseMs: number }) => {
    const leaseToken = ids.next();
    const values = [merchantId, ask.now, ask.limit, ask.leaseMs, leaseToken];
    const rows = await run<ClaimedRow>(db, claimSql, values);
    return Promise.all(rows.map(async (row) => ({ row, claim: await claimOf(row, leaseToken, keys) })));
  };

  return {
    async claim(ask) {
      const merchants = inTurn(await run<DueGroup>(db, dueGroupsSql), ask.now, lastServed);
      const taken: Awaited<ReturnType<typeof take>> = [];
      const share = Math.max(1, Math.floor(ask.limit / Math.max(1, merchants.length)));
      let hungry = merchants;
      // Each round gives every merchant its share; what one leaves over goes to those that still have work.
      while (hungry.length > 0 && taken.length < ask.limit) {
        const round = hungry;
        hungry = [];
        for (const merchantId of round) {
          const limit = Math.min(share, ask.limit - taken.length);
          if (limit === 0) break;
          const got = await take(merchantId, { ...ask, limit });
          taken.push(...got);
          if (got.length > 0) lastServed = merchantId;
          if (got.length === limit) hungry.push(merchantId);
        }
      }
      return taken.sort((a, b) => firstComes(a.row, b.row)).map(({ claim }) => claim);
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
      return row && claimOf(row, leaseToken, keys);
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

/** Merchants with due work: those whose buyers wait, then the others; each part begins behind the one served last. */
function inTurn(groups: readonly DueGroup[], now: Instant, lastServed: string): string[] {
  const due = groups.filter(({ wake_at }) => Number(wake_at) <= now);
  const turned = (part: readonly DueGroup[]) => [
    ...part.filter(({ merchant_id }) => merchant_id > lastServed),
    ...part.filter(({ merchant_id }) => merchant_id <= lastServed),
  ];
  const [waited, others] = [true, false].map((waits) => turned(due.filter((each) => each.buyer_waits === waits)));
  return [...new Set([...(waited ?? []), ...(others ?? [])].map(({ merchant_id }) => merchant_id))];
}

function firstComes(a: ClaimedRow, b: ClaimedRow): number {
  if (a.buyer_waits !== b.buyer_waits) return a.buyer_waits ? -1 : 1;
  return Number(a.wake_at) - Number(b.wake_at);
}

async function claimOf(row: OrderRow, leaseToken: string, keys: KeyRing): Promise<Claim> {
  const key: OrderKey = { merchantId: row.merchant_id, orderId: row.order_id };
  return { key, leaseToken, order: await orderOf(row, keys) };
}
