// Walks the chains of timelines and of staff actions. It finds what was changed, taken out or cut off behind our back.
// It cannot find an order that was removed with all its rows: for that the daily root is compared with an older one.
import type { Pool } from "pg";
import { chainHash, chainStart } from "../model/hash.ts";
import type { OrderKey } from "../store/store.ts";
import { type StaffAction, staffChainHash, staffChainStart } from "./staff-chain.ts";

export interface ChainFault {
  readonly merchantId: string;
  /** Undefined in the chain of staff actions. */
  readonly orderId?: string | undefined;
  /** Where the chain first breaks, from 1. */
  readonly sequence: number;
  /** `headDiffers`: rows are missing at the end, or all hashes were made anew; `orderMissing`: rows without an order. */
  readonly kind: "changed" | "missing" | "headDiffers" | "orderMissing";
}

export interface ChainReport {
  /** Chains that were walked. */
  readonly chains: number;
  readonly faults: readonly ChainFault[];
}

interface Chain<Row> {
  readonly head: string | null;
  readonly length: number;
  readonly rows: readonly Row[];
}

type Hashed = { readonly sequence: number; readonly hash: string };
type EventRow = Hashed & { readonly type: string; readonly at: number; readonly data: Record<string, unknown> };
type ActionRow = Hashed & { readonly action: StaffAction };

/** Chains read by one statement, which sees them at one moment: writers need not stop. */
const batch = 200;

/** All timelines, or one merchant's, or one order's; and the staff actions of the merchants unless an order is named. */
export async function verifyChain(options: {
  readonly pool: Pool;
  readonly merchantId?: string | undefined;
  readonly orderId?: string | undefined;
}): Promise<ChainReport> {
  const { pool, merchantId, orderId } = options;
  const faults: ChainFault[] = [];
  let chains = 0;
  let after: OrderKey = { merchantId: "", orderId: "" };
  for (let more = true; more; ) {
    const { rows } = await pool.query(timelinesSql, [after.merchantId, after.orderId, merchantId, orderId, batch]);
    for (const row of rows) {
      const key: OrderKey = { merchantId: row.merchant_id, orderId: row.order_id };
      const fault = walk<EventRow>(row, chainStart(key), (previous, each) => chainHash(previous, each));
      if (fault) faults.push({ ...key, ...fault });
      after = key;
    }
    chains += rows.length;
    more = rows.length === batch;
  }
  faults.push(...(await orphans(pool, merchantId, orderId)));
  if (orderId !== undefined) return { chains, faults };
  const staff = await verifyStaffActions(pool, merchantId);
  return { chains: chains + staff.chains, faults: [...faults, ...staff.faults] };
}

async function orphans(pool: Pool, merchantId?: string, orderId?: string): Promise<ChainFault[]> {
  const { rows } = await pool.query(
    `SELECT e.merchant_id AS "merchantId", e.order_id AS "orderId", min(e.sequence) AS sequence FROM order_events e
     WHERE ($1::text IS NULL OR e.merchant_id = $1) AND ($2::text IS NULL OR e.order_id = $2)
       AND NOT EXISTS (SELECT FROM orders o WHERE o.merchant_id = e.merchant_id AND o.order_id = e.order_id)
     GROUP BY e.merchant_id, e.order_id`,
    [merchantId, orderId],
  );
  return rows.map((row) => ({ ...row, kind: "orderMissing" as const }));
}

async function verifyStaffActions(pool: Pool, merchantId?: string): Promise<ChainReport> {
  const { rows } = await pool.query(staffSql, [merchantId]);
  const faults = rows.flatMap((row): ChainFault[] => {
    const start = staffChainStart(row.merchant_id);
    const fault = walk<ActionRow>(row, start, (previous, { sequence, action }) =>
      staffChainHash(previous, sequence, action),
    );
    return fault ? [{ merchantId: row.merchant_id, ...fault }] : [];
  });
  return { chains: rows.length, faults };
}

/** The first fault of a chain. */
function walk<Row extends Hashed>(
  chain: Chain<Row>,
  start: string,
  hashOf: (previous: string, row: Row) => string,
): Pick<ChainFault, "sequence" | "kind"> | undefined {
  let previous = start;
  for (const [at, row] of chain.rows.entries()) {
    const sequence = at + 1;
    if (row.sequence !== sequence) return { sequence, kind: "missing" };
    if (hashOf(previous, row) !== row.hash) return { sequence, kind: "changed" };
    previous = row.hash;
  }
  const whole = chain.rows.length === chain.length && (chain.head ?? start) === previous;
  return whole ? undefined : { sequence: chain.rows.length + 1, kind: "headDiffers" };
}

const timelinesSql = `
  SELECT o.merchant_id, o.order_id, encode(o.chain_head, 'hex') AS head, o.chain_length AS length,
    coalesce((SELECT json_agg(json_build_object('sequence', e.sequence, 'type', e.type, 'at', e.at, 'data', e.data,
        'hash', encode(e.hash, 'hex')) ORDER BY e.sequence)
      FROM order_events e WHERE e.merchant_id = o.merchant_id AND e.order_id = o.order_id), '[]') AS rows
  FROM orders o
  WHERE (o.merchant_id, o.order_id) > ($1, $2)
    AND ($3::text IS NULL OR o.merchant_id = $3) AND ($4::text IS NULL OR o.order_id = $4)
  ORDER BY o.merchant_id, o.order_id LIMIT $5`;

const staffSql = `
  SELECT m.merchant_id, encode(m.staff_chain_head, 'hex') AS head, m.staff_chain_length AS length,
    coalesce((SELECT json_agg(json_build_object('sequence', s.sequence, 'hash', encode(s.hash, 'hex'),
        'action', json_build_object('userId', s.user_id, 'action', s.action, 'orderId', s.order_id, 'at', s.at,
          'data', s.data)) ORDER BY s.sequence)
      FROM staff_actions s WHERE s.merchant_id = m.merchant_id), '[]') AS rows
  FROM merchants m WHERE ($1::text IS NULL OR m.merchant_id = $1) ORDER BY m.merchant_id`;
