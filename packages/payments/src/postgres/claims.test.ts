import { seededRandom, systemClock, timeOrderedIds } from "@noren-pay/base";
import { type TestDatabase, testDatabase } from "@noren-pay/testkit";
import type { Pool } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { changeOf, noon, orderOf } from "../store/contract-samples.ts";
import type { Store } from "../store/store.ts";
import { claimSql, dueGroupsSql } from "./claims.ts";
import { makePool } from "./db.ts";
import { migrate, sqlFolder } from "./migrate.ts";
import { postgresStore } from "./store.ts";

let database: TestDatabase;
let pool: Pool;
let store: Store;
const random = seededRandom("claims");

/** 100,000 orders of 20 merchants: 200 of each are due, a third sleeps for ever, nobody waits but in one of a thousand. */
const ordersMax = 100_000;

beforeAll(async () => {
  database = await testDatabase({ migrationsDir: sqlFolder, migrate: (url) => migrate({ url }) });
  pool = makePool(database.url, 4);
  const ids = timeOrderedIds(systemClock, random);
  store = await postgresStore({ pool, masterKey: new Uint8Array(32), clock: systemClock, random, ids });
  await store.create(changeOf(orderOf("m00", 1)));
  await pool.query(
    `INSERT INTO orders (merchant_id, order_id, account_id, amazon_order_reference_id, seller_order_id, state, next_step,
       body, wake_at, buyer_waits, created_at, updated_at)
     SELECT 'm' || lpad((n % 20)::text, 2, '0'), md5(n::text), account_id, 'S03-' || n, n::text, state, next_step, body,
       CASE WHEN n % 3 = 0 THEN NULL WHEN n <= 6000 THEN $2::bigint - n ELSE $2::bigint + n END, n % 1000 = 1, $2, $2
     FROM orders CROSS JOIN generate_series(1, $1::int) AS n`,
    [ordersMax, noon],
  );
  await pool.query("ANALYZE orders");
}, 120_000);

afterAll(async () => {
  await pool?.end();
  await database?.close();
});

const explain = async (sql: string, values: unknown[]) => {
  const { rows } = await pool.query(`EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${sql}`, values);
  const plan = rows[0]["QUERY PLAN"][0].Plan;
  return { text: JSON.stringify(plan), blocks: plan["Shared Hit Blocks"] + plan["Shared Read Blocks"] };
};

describe("among 100,000 orders", () => {
  test("merchants with due work are found by stepping through the partial index", async () => {
    const { text, blocks } = await explain(dueGroupsSql, []);
    expect(text).toContain("orders_due");
    expect(text).not.toContain("Seq Scan");
    // 40 groups, a few blocks for each step; the table has thousands.
    expect(blocks).toBeLessThan(400);
  });

  test("a claim reads what it takes and no more", async () => {
    const { text, blocks } = await explain(claimSql, ["m01", false, noon, 10, 60_000, "token"]);
    expect(text).toContain("orders_due");
    expect(text).not.toContain("Seq Scan");
    expect(blocks).toBeLessThan(500);
    const nothing = await explain(claimSql, ["m01", false, 0, 10, 60_000, "token"]);
    expect(nothing.blocks).toBeLessThan(10);
  });

  test("every merchant gets its share, and who waits comes first", async () => {
    const claims = await store.claim({ now: noon, limit: 40, leaseMs: 60_000 });
    expect(claims).toHaveLength(40);
    const { rows } = await pool.query(
      "SELECT count(*)::int AS waiting FROM orders WHERE buyer_waits AND wake_at <= $1 AND lease_token IS NULL",
      [noon],
    );
    expect(rows[0].waiting).toBe(0);
    expect(new Set(claims.map(({ key }) => key.merchantId)).size).toBe(20);
  });

  test("the next round begins behind the merchant served last", async () => {
    const served: string[] = [];
    for (let round = 0; round < 20; round++) {
      const claims = await store.claim({ now: noon, limit: 1, leaseMs: 60_000 });
      served.push(...claims.map(({ key }) => key.merchantId));
    }
    expect(new Set(served).size).toBe(20);
  });
});
