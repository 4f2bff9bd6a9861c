import { seededRandom, systemClock } from "@noren-pay/base";
import { type TestDatabase, testDatabase } from "@noren-pay/testkit";
import type { Pool } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { memoryBuckets } from "../store/memory/intake.ts";
import { buckets } from "./buckets.ts";
import { makePool } from "./db.ts";
import { migrate, sqlFolder } from "./migrate.ts";

let database: TestDatabase;
let pool: Pool;

beforeAll(async () => {
  database = await testDatabase({ migrationsDir: sqlFolder, migrate: (url) => migrate({ url }) });
  pool = makePool(database.url, 2);
});

afterAll(async () => {
  await pool?.end();
  await database?.close();
});

describe("a bucket in SQL", () => {
  const quotas = [
    { burst: 2, perSecond: 0.5 },
    { burst: 10, perSecond: 1 },
    { burst: 20, perSecond: 2 },
    { burst: 2, perSecond: 1 / 300 },
    { burst: 4, perSecond: 1 / 3 },
  ];
  test.each(quotas)("answers as the one in memory, over random times, with %j", async (quota) => {
    const random = seededRandom(`bucket ${quota.burst} ${quota.perSecond}`);
    const [sql, memory] = [buckets({ pool, clock: systemClock, random }), memoryBuckets()];
    const accountId = `account ${quota.burst} ${quota.perSecond}`;
    let now = Date.UTC(2026, 3, 1);
    for (let step = 0; step < 300; step++) {
      // Mostly little steps on, sometimes one back, and sometimes just the moment that a refusal named.
      now += random.next() < 0.1 ? -random.int(1_000) : random.int(Math.ceil(1_500 / quota.perSecond));
      if (random.next() < 0.05)
        await Promise.all([sql, memory].map((each) => each.emptyBucket(accountId, "capture", now)));
      const ask = { accountId, call: "capture", quota, buyerWaits: random.next() < 0.5, now } as const;
      const expected = await memory.takeToken(ask);
      expect(await sql.takeToken(ask), `step ${step}`).toEqual(expected);
      if (!expected.taken && random.next() < 0.5) now = expected.at;
    }
  });
});
