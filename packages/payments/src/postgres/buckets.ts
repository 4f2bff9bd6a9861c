// Token buckets: one statement for each token. It does what the pure function of `store/buckets.ts` does, in the same
// order of the same floating-point steps; a test compares the two over random times. Never held across a call.
import { emptied, takeFrom, tokenSlack, tokensNeeded } from "../store/buckets.ts";
import type { Store } from "../store/store.ts";
import { type Db, run } from "./db.ts";

/**
 * $1 account, $2 call, $3 burst, $4 tokens a second, $5 tokens needed, $6 now, $7 and $8 what becomes of a full bucket.
 * Time that went back refills nothing and must not take anything away.
 * A bucket is a guess at Amazon's, so nobody waits for the disk: a crash of the machine costs one throttled call.
 */
const takeSql = `
  WITH quick AS MATERIALIZED (SELECT set_config('synchronous_commit', 'off', true))
  INSERT INTO buckets AS bucket (account_id, call, tokens, at, taken)
  SELECT $1, $2, $7::double precision, $6::bigint, $8::boolean FROM quick
  ON CONFLICT (account_id, call) DO UPDATE SET (tokens, at, taken) = (
    SELECT refilled - (needed - refilled <= ${tokenSlack})::integer, excluded.at, needed - refilled <= ${tokenSlack}
    FROM (SELECT $5::double precision AS needed, least($3::double precision, bucket.tokens
      + greatest(0, excluded.at - bucket.at)::double precision / 1000 * $4::double precision) AS refilled) AS now)
  RETURNING tokens, taken`;

export function buckets(db: Db): Pick<Store, "takeToken" | "emptyBucket"> {
  return {
    async takeToken({ accountId, call, quota, buyerWaits, now }) {
      const full = takeFrom(undefined, quota, { now, buyerWaits });
      const needed = tokensNeeded(quota, buyerWaits);
      const { burst, perSecond } = quota;
      const [row] = await run<{ tokens: number; taken: boolean }>(db, takeSql, [
        ...[accountId, call, burst, perSecond, needed, now],
        ...[full.bucket.tokens, full.taken],
      ]);
      if (row?.taken) return { taken: true };
      const refused = takeFrom({ tokens: row?.tokens ?? 0, at: now }, quota, { now, buyerWaits });
      return { taken: false, at: refused.taken ? now : refused.at };
    },

    async emptyBucket(accountId, call, now) {
      const { tokens, at } = emptied(now);
      await run(
        db,
        `INSERT INTO buckets (account_id, call, tokens, at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (account_id, call) DO UPDATE SET tokens = excluded.tokens, at = excluded.at`,
        [accountId, call, tokens, at],
      );
    },
  };
}
