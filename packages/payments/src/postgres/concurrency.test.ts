import { seededRandom, systemClock, timeOrderedIds, yen } from "@noren-pay/base";
import { type TestDatabase, testDatabase } from "@noren-pay/testkit";
import type { Pool } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Order } from "../model/order.ts";
import { changeOf, keyOf, noon, orderOf } from "../store/contract-samples.ts";
import type { OrderKey, Store } from "../store/store.ts";
import { makePool } from "./db.ts";
import { migrate, sqlFolder } from "./migrate.ts";
import { postgresStore } from "./store.ts";
import { verifyChain } from "./verify-chain.ts";

const masterKey = new Uint8Array(32).fill(7);
let database: TestDatabase;
let pool: Pool;
let stores: readonly [Store, Store];
const ids = timeOrderedIds(systemClock, seededRandom("concurrency"));

beforeAll(async () => {
  database = await testDatabase({ migrationsDir: sqlFolder, migrate: (url) => migrate({ url }) });
  pool = makePool(database.url, 2);
  const open = (seed: string) =>
    postgresStore({ url: database.url, masterKey, clock: systemClock, random: seededRandom(seed), ids });
  stores = [await open("one"), await open("two")];
});

afterAll(async () => {
  await Promise.all(stores?.map((store) => store.close()) ?? []);
  await pool?.end();
  await database?.close();
});

let made = 0;

async function make(merchantId: string, over: Partial<Order> = {}): Promise<OrderKey> {
  made += 1;
  const order = { ...orderOf(merchantId, made), ...over };
  await stores[0].create(changeOf(order, [{ type: "orderCreated", at: noon, data: {} }]));
  return keyOf(order);
}

describe("changes to one order", () => {
  test("50 at once from two processes are all there, in one unbroken timeline", async () => {
    const key = await make("m1");
    await Promise.all(
      Array.from({ length: 50 }, (_, at) =>
        (stores[at % 2] ?? stores[0]).change(key, (order) => ({
          result: undefined,
          change: changeOf({ ...order, attempts: order.attempts + 1 }, [
            { type: "counted", at: noon, data: { attempts: order.attempts + 1 } },
          ]),
        })),
      ),
    );
    expect((await stores[1].order(key))?.attempts).toBe(50);
    const timeline = await stores[0].timeline(key);
    expect(timeline.slice(1).map(({ data }) => data.attempts)).toEqual(Array.from({ length: 50 }, (_, at) => at + 1));
    expect(await verifyChain({ pool, ...key })).toEqual({ chains: 1, faults: [] });
  });

  test("one that fails leaves nothing behind", async () => {
    const key = await make("m1");
    const unbalanced = {
      id: "capture-1",
      at: noon,
      cause: "capture",
      objectId: "c1",
      lines: [
        { account: "amazonBalance", amount: yen(100) },
        { account: "sales", amount: yen(-99) },
      ],
    } as const;
    const failing = stores[0].change(key, (order) => ({
      result: undefined,
      change: { ...changeOf({ ...order, attempts: 9 }), entries: [unbalanced] },
    }));
    await expect(failing).rejects.toThrow("does not balance");
    expect((await stores[0].order(key))?.attempts).toBe(0);
    expect(await stores[0].timeline(key)).toHaveLength(1);
    expect(await stores[0].entries(key)).toEqual([]);
  });

  test("one order is made of an order reference, however many try", async () => {
    const orders = Array.from({ length: 10 }, (_, at) => ({
      ...orderOf("m3", at),
      amazonOrderReferenceId: "S03-7777777-7777777",
    }));
    const answers = await Promise.all(orders.map((order, at) => (stores[at % 2] ?? stores[0]).create(changeOf(order))));
    expect(answers.filter(({ created }) => created)).toHaveLength(1);
    expect(new Set(answers.map(({ order }) => order.orderId)).size).toBe(1);
  });
});

describe("claims", () => {
  test("two processes never hold one order at once", async () => {
    await Promise.all(Array.from({ length: 60 }, () => make("m4", { wakeAt: noon - 1_000 })));
    const taken: string[] = [];
    // Every call takes what is left, so the last ones come back empty.
    await Promise.all(
      Array.from({ length: 20 }, async (_, at) => {
        const claims = await (stores[at % 2] ?? stores[0]).claim({ now: noon, limit: 7, leaseMs: 60_000 });
        taken.push(...claims.map(({ key }) => key.orderId));
      }),
    );
    expect(new Set(taken).size).toBe(taken.length);
    expect(taken.length).toBeGreaterThanOrEqual(60);
  });

  test("a lease ends by the database's clock", async () => {
    const key = await make("m5");
    const claim = await stores[0].claimOne(key, 60_000);
    expect(claim).toBeDefined();
    expect(await stores[1].claimOne(key, 60_000)).toBeUndefined();
    const { merchantId, orderId } = key;
    await pool.query(
      "UPDATE orders SET lease_until = clock_timestamp() - interval '1 ms' WHERE merchant_id = $1 AND order_id = $2",
      [merchantId, orderId],
    );
    const held = { leaseToken: claim?.leaseToken ?? "" };
    const late = await stores[0].change(key, () => ({ result: "applied", change: undefined }), held);
    expect(late).toBeUndefined();
    expect(await stores[1].claimOne(key, 60_000)).toBeDefined();
  });
});

describe("tokens", () => {
  test("many at once take no more than the bucket holds", async () => {
    const ask = {
      accountId: "f".repeat(32),
      call: "authorize",
      quota: { burst: 3, perSecond: 0.5 },
      buyerWaits: false,
      now: noon,
    } as const;
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, at) => (stores[at % 2] ?? stores[0]).takeToken(ask)),
    );
    expect(answers.filter(({ taken }) => taken)).toHaveLength(3);
  });
});
