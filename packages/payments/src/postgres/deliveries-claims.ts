// The same claim as for orders, for the tables of what goes out: due in business time, leased by this database's clock,
// fair between merchants.
import type { Ids, Instant } from "@noren-pay/base";
import { type Db, run } from "./db.ts";
import { leaseEnd } from "./orders.ts";

export interface OutboxTable {
  readonly table: "webhook_deliveries" | "outgoing_mails";
  readonly id: "delivery_id" | "mail_id";
}

export interface Ask {
  readonly now: Instant;
  readonly limit: number;
  readonly leaseMs: number;
}

export interface OutboxClaims<Row> {
  claim(ask: Ask): Promise<readonly (Row & { readonly lease_token: string })[]>;
  nextDue(): Promise<Instant | undefined>;
}

interface DueMerchant {
  readonly merchant_id: string;
  /** bigint comes as text. */
  readonly wake_at: string;
}

export function outboxClaims<Row>(db: Db, ids: Ids, { table, id }: OutboxTable): OutboxClaims<Row> {
  /** The merchant that this process served last: the next round begins behind it. */
  let lastServed = "";
  const dueMerchants = () => run<DueMerchant>(db, dueSql(table));
  const takeOf = (merchantId: string, { now, limit, leaseMs }: Ask) =>
    run<Row & { readonly lease_token: string }>(db, claimSql(table, id), [merchantId, now, limit, leaseMs, ids.next()]);
  return {
    async claim(ask) {
      const due = (await dueMerchants()).filter(({ wake_at }) => Number(wake_at) <= ask.now);
      const all = due.map(({ merchant_id }) => merchant_id);
      const inTurn = [...all.filter((each) => each > lastServed), ...all.filter((each) => each <= lastServed)];
      const share = Math.max(1, Math.ceil(ask.limit / Math.max(1, inTurn.length)));
      const taken = [];
      for (const merchantId of inTurn) {
        const limit = Math.min(share, ask.limit - taken.length);
        if (limit <= 0) break;
        taken.push(...(await takeOf(merchantId, { ...ask, limit })));
        lastServed = merchantId;
      }
      return taken;
    },
    async nextDue() {
      const wakes = (await dueMerchants()).map(({ wake_at }) => Number(wake_at));
      return wakes.length === 0 ? undefined : Math.min(...wakes);
    },
  };
}

/** The earliest wake of each merchant, stepping through the partial index. */
const dueSql = (table: string): string => `
  WITH RECURSIVE due AS (
    (SELECT merchant_id, wake_at FROM ${table} WHERE wake_at IS NOT NULL ORDER BY merchant_id, wake_at LIMIT 1)
    UNION ALL
    SELECT next.* FROM due CROSS JOIN LATERAL (
      SELECT merchant_id, wake_at FROM ${table} WHERE wake_at IS NOT NULL AND merchant_id > due.merchant_id
      ORDER BY merchant_id, wake_at LIMIT 1) AS next)
  SELECT merchant_id, wake_at FROM due`;

/** $1 merchant, $2 business time, $3 how many, $4 lease in ms, $5 token. */
const claimSql = (table: string, id: string): string => `
  WITH due AS MATERIALIZED (
    SELECT merchant_id, ${id} FROM ${table}
    WHERE merchant_id = $1 AND wake_at <= $2 AND (lease_until IS NULL OR lease_until <= clock_timestamp())
    ORDER BY wake_at, ${id} LIMIT $3 FOR UPDATE SKIP LOCKED)
  UPDATE ${table} t SET lease_token = $5, lease_until = ${leaseEnd("$4")}
  FROM due WHERE t.merchant_id = due.merchant_id AND t.${id} = due.${id}
  RETURNING t.*`;
