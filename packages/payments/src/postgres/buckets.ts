// Token buckets: the pure function of `store/buckets.ts` over one row, in a transaction of two strokes, never held
// across a call.
import { emptied, takeFrom } from "../store/buckets.ts";
import type { Store } from "../store/store.ts";
import { type Db, type Statement, transaction } from "./db.ts";

type Row = { readonly tokens: number; readonly at: string };

/** A bucket is a guess at Amazon's; losing the last moment of it in a crash of the machine costs one throttled call. */
const withoutWaitingForDisk: Statement = { text: "SET LOCAL synchronous_commit = off" };

export function buckets(db: Db): Pick<Store, "takeToken" | "emptyBucket"> {
  return {
    async takeToken({ accountId, call, quota, buyerWaits, now }) {
      const outcome = await transaction(db, async (tx) => {
        const [, locked] = await tx.first(withoutWaitingForDisk, {
          text: "SELECT tokens, at FROM buckets WHERE account_id = $1 AND call = $2 FOR UPDATE",
          values: [accountId, call],
        });
        const row: Row | undefined = locked?.rows[0];
        const taken = takeFrom(row && { tokens: row.tokens, at: Number(row.at) }, quota, { now, buyerWaits });
        const { tokens, at } = taken.bucket;
        const [written] = await tx.last({
          text: row
            ? "UPDATE buckets SET tokens = $3, at = $4 WHERE account_id = $1 AND call = $2"
            : "INSERT INTO buckets (account_id, call, tokens, at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING",
          values: [accountId, call, tokens, at],
        });
        // Somebody else made the first row meanwhile: nothing was taken, and now there is a row to lock.
        return written?.rowCount === 1 ? taken : undefined;
      });
      if (!outcome) return this.takeToken({ accountId, call, quota, buyerWaits, now });
      return outcome.taken ? { taken: true } : { taken: false, at: outcome.at };
    },

    async emptyBucket(accountId, call, now) {
      const { tokens, at } = emptied(now);
      await db.pool.query(
        `INSERT INTO buckets (account_id, call, tokens, at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (account_id, call) DO UPDATE SET tokens = excluded.tokens, at = excluded.at`,
        [accountId, call, tokens, at],
      );
    },
  };
}
