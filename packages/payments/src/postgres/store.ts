// The store port on PostgreSQL: one short transaction for each change.
import type { Clock, Ids, Random } from "@noren-pay/base";
import type { Pool } from "pg";
import type { Store } from "../store/store.ts";
import { buckets } from "./buckets.ts";
import { claims } from "./claims.ts";
import { checkMasterKey, keyRing } from "./crypto/key-ring.ts";
import { type Db, makePool, quiet } from "./db.ts";
import { idempotency } from "./idempotency.ts";
import { notices } from "./notices.ts";
import { orderWrites } from "./orders.ts";
import { orderReads } from "./reads.ts";
import { tenants } from "./tenants.ts";

export interface PostgresStoreOptions {
  /** Someone else's pool, which stays open after `close`. Its statements are pipelined if it was made so. */
  readonly pool?: Pool;
  /** Or the address to make a pool for. May lead through a transaction-pooling pgbouncer. */
  readonly url?: string;
  /** Connections of an own pool. Default 10. */
  readonly connectionsMax?: number;
  /** 32 bytes, as `loadMasterKey` gives them. */
  readonly masterKey: Uint8Array;
  readonly clock: Pick<Clock, "sleep">;
  readonly random: Random;
  readonly ids: Ids;
  /**
   * How long a request that never answered holds its Idempotency-Key, in ms of wall time: longer than any request runs,
   * since its server may have died. Default 120 s.
   */
  readonly keyReservedMs?: number;
}

/** The store on a database that `migrate` has brought up to date. Throws `masterKeyWrong`. */
export async function postgresStore(options: PostgresStoreOptions): Promise<Store> {
  const pool = options.pool ? quiet(options.pool) : makePool(options.url ?? "", options.connectionsMax);
  const db: Db = { pool, clock: options.clock, random: options.random };
  const close = async () => {
    if (!options.pool) await pool.end();
  };
  await checkMasterKey(db, options.masterKey).catch(async (error) => {
    await close();
    throw error;
  });
  const keys = keyRing(db, options.masterKey);
  return {
    ...orderWrites(db, keys, options.ids),
    ...orderReads(db, keys),
    ...claims(db, keys, options.ids),
    ...buckets(db),
    ...idempotency(db, keys, options.keyReservedMs),
    ...notices(db, keys),
    ...tenants(db, keys),
    close,
  };
}
