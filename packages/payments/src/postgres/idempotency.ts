// Idempotency keys: wall time, by the database's clock.
import type { KeptAnswer, KeyTaken, Store } from "../store/store.ts";
import type { KeyRing } from "./crypto/key-ring.ts";
import { type Db, run } from "./db.ts";
import { leaseEnd } from "./orders.ts";
import { addAnswer, answerPlace, newParts, statementOf } from "./write.ts";

interface Kept {
  readonly body_hash: string;
  readonly status: number | null;
  readonly answer_sealed: Buffer | null;
}

/** One call in so many also deletes keys that are over. */
const sweepEvery = 256;
const sweepMax = 1_000;

/** `reservedMs`: how long a request that never answered holds its key. */
export function idempotency(
  db: Db,
  keys: KeyRing,
  reservedMs = 120_000,
): Pick<Store, "takeKey" | "keepAnswer" | "forgetKey"> {
  const sweep = () =>
    run(
      db,
      `DELETE FROM idempotency_keys WHERE (merchant_id, route, key) IN (
         SELECT merchant_id, route, key FROM idempotency_keys WHERE expires_at < clock_timestamp()
         LIMIT ${sweepMax} FOR UPDATE SKIP LOCKED)`,
    );
  const answerOf = async (merchantId: string, place: string, { status, answer_sealed }: Kept): Promise<KeptAnswer> => ({
    status: status ?? 200,
    body: JSON.parse((await keys.merchant(merchantId)).open(answer_sealed ?? Buffer.alloc(0), place)),
  });

  return {
    async takeKey({ merchantId, route, key, bodyHash }): Promise<KeyTaken> {
      if (db.random.int(sweepEvery) === 0) await sweep();
      const taken = await run(
        db,
        `INSERT INTO idempotency_keys AS known (merchant_id, route, key, body_hash, reserved_until, expires_at)
         VALUES ($1, $2, $3, $4, ${leaseEnd("$5")}, clock_timestamp() + interval '30 days')
         ON CONFLICT (merchant_id, route, key) DO UPDATE SET body_hash = excluded.body_hash, status = NULL,
           answer_sealed = NULL, reserved_until = excluded.reserved_until, expires_at = excluded.expires_at
         WHERE known.expires_at <= clock_timestamp() OR (known.answer_sealed IS NULL
           AND known.reserved_until <= clock_timestamp() AND known.body_hash = excluded.body_hash)
         RETURNING true`,
        [merchantId, route, key, bodyHash, reservedMs],
      );
      if (taken.length > 0) return { outcome: "new" };
      const [kept] = await run<Kept>(
        db,
        `SELECT body_hash, status, answer_sealed FROM idempotency_keys
         WHERE merchant_id = $1 AND route = $2 AND key = $3`,
        [merchantId, route, key],
      );
      // Forgotten between the two statements: the first request gave up, so the caller may come again.
      if (!kept) return { outcome: "running" };
      if (kept.body_hash !== bodyHash) return { outcome: "otherBody" };
      if (kept.answer_sealed === null) return { outcome: "running" };
      return { outcome: "answered", answer: await answerOf(merchantId, answerPlace(route, key), kept) };
    },

    async keepAnswer(kept) {
      const parts = newParts();
      addAnswer(parts, kept, await keys.merchant(kept.merchantId));
      const { text, values } = statementOf(parts, "SELECT");
      await run(db, text, values);
    },

    async forgetKey({ merchantId, route, key }) {
      await run(
        db,
        `DELETE FROM idempotency_keys
         WHERE merchant_id = $1 AND route = $2 AND key = $3 AND answer_sealed IS NULL`,
        [merchantId, route, key],
      );
    },
  };
}
