// The audit chain of one merchant's staff: each row's hash covers the one before it.
import { canonicalJson, sha256 } from "@noren-pay/payments";
import type { StaffAct } from "./people.ts";
import type { SqlPool } from "./pool.ts";

export const staffChainStart = (merchantId: string): string => sha256(`noren staff:${merchantId}`);

export const staffHash = (
  previous: string,
  sequence: number,
  { userId, action, orderId, at, data }: StaffAct,
): string => sha256(`${previous}\n${canonicalJson({ sequence, userId, action, orderId, at, data })}`);

/** Tries again when another process appended in between; each try reads the head anew. */
const triesMax = 20;

/** Appends one row. The head moves only from where it was read, so no two rows can follow the same one. */
export async function recordAct(pool: SqlPool, act: StaffAct): Promise<void> {
  for (let tries = 0; tries < triesMax; tries++) {
    const { rows } = await pool.query<{ head: Buffer | null; length: number }>(
      "SELECT staff_chain_head AS head, staff_chain_length AS length FROM merchants WHERE merchant_id = $1",
      [act.merchantId],
    );
    const [at] = rows;
    if (at === undefined) throw new Error("a staff act of no merchant");
    const sequence = at.length + 1;
    const hash = staffHash(at.head?.toString("hex") ?? staffChainStart(act.merchantId), sequence, act);
    const written = await pool.query(
      `WITH moved AS (
         UPDATE merchants SET staff_chain_head = $8, staff_chain_length = $2
         WHERE merchant_id = $1 AND staff_chain_length = $2 - 1 RETURNING merchant_id
       )
       INSERT INTO staff_actions (merchant_id, sequence, user_id, action, order_id, at, data, hash)
       SELECT merchant_id, $2, $3, $4, $5, $6, $7, $8 FROM moved RETURNING sequence`,
      [
        act.merchantId,
        sequence,
        act.userId,
        act.action,
        act.orderId ?? null,
        act.at,
        JSON.stringify(act.data),
        Buffer.from(hash, "hex"),
      ],
    );
    if (written.rows.length === 1) return;
  }
  throw new Error("the staff chain's head moves too fast");
}
