import { seededRandom, systemClock, timeOrderedIds } from "@noren-pay/base";
import { type TestDatabase, testDatabase } from "@noren-pay/testkit";
import type { Pool } from "pg";
import { afterAll } from "vitest";
import { storeContract } from "../store/contract.ts";
import { makePool } from "./db.ts";
import { migrate, sqlFolder } from "./migrate.ts";
import { postgresStore } from "./store.ts";

const opened: { readonly pool: Pool; readonly database: TestDatabase }[] = [];

afterAll(async () => {
  for (const { pool, database } of opened) {
    await pool.end();
    await database.close();
  }
});

storeContract("the PostgreSQL store", async () => {
  const database = await testDatabase({ migrationsDir: sqlFolder, migrate: (url) => migrate({ url }) });
  const pool = makePool(database.url, 5);
  opened.push({ pool, database });
  const random = seededRandom("contract");
  const ids = timeOrderedIds(systemClock, random);
  return {
    store: await postgresStore({ pool, masterKey: new Uint8Array(32).fill(1), clock: systemClock, random, ids }),
    // The database's clock cannot be moved, so what is compared with it is.
    async passWall(ms) {
      await pool.query("UPDATE orders SET lease_until = lease_until - $1 * interval '1 millisecond'", [ms]);
    },
  };
});
