import { seededRandom, systemClock, timeOrderedIds } from "@noren-pay/base";
import { type TestDatabase, testDatabase } from "@noren-pay/testkit";
import type { Pool } from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { changeOf, keyOf, merchantOf, noon, orderOf } from "../store/contract-samples.ts";
import type { Store } from "../store/store.ts";
import { makePool } from "./db.ts";
import { migrate, sqlFolder } from "./migrate.ts";
import { staffChainHash, staffChainStart } from "./staff-chain.ts";
import { postgresStore } from "./store.ts";
import { verifyChain } from "./verify-chain.ts";

const random = seededRandom("chain");
let database: TestDatabase;
let pool: Pool;
let store: Store;
let orders = 0;

beforeAll(async () => {
  database = await testDatabase({ migrationsDir: sqlFolder, migrate: (url) => migrate({ url }) });
  pool = makePool(database.url, 3);
  const ids = timeOrderedIds(systemClock, random);
  store = await postgresStore({ pool, masterKey: new Uint8Array(32), clock: systemClock, random, ids });
  await store.saveMerchant(merchantOf("staffed", "a"));
});

afterAll(async () => {
  await pool?.end();
  await database?.close();
});

/** As the tables' owner could do it: with the triggers that refuse it taken off. */
async function tamper(statement: string, values: unknown[]): Promise<void> {
  const triggers = async (state: "DISABLE" | "ENABLE") => {
    for (const table of ["order_events", "staff_actions"])
      await pool.query(`ALTER TABLE ${table} ${state} TRIGGER USER`);
  };
  await triggers("DISABLE");
  await pool.query(statement, values).finally(() => triggers("ENABLE"));
}

async function orderOfFourRows() {
  orders += 1;
  const order = orderOf("m1", orders);
  const event = (type: string) => ({ type, at: noon, data: { n: orders } });
  await store.create(changeOf(order, [event("orderCreated")]));
  await store.change(keyOf(order), (now) => ({
    result: undefined,
    change: changeOf(now, [event("b"), event("c"), event("d")]),
  }));
  return keyOf(order);
}

describe("a timeline", () => {
  afterEach(async () => {
    await tamper("DELETE FROM order_events", []);
    await tamper("DELETE FROM orders", []);
    await pool.query("DELETE FROM amazon_ids");
  });

  const where = "WHERE merchant_id = $1 AND order_id = $2";
  const cases: [string, string, object | undefined][] = [
    ["left alone is whole", `UPDATE orders SET version = 9 ${where}`, undefined],
    [
      "with a changed word",
      `UPDATE order_events SET type = 'x' ${where} AND sequence = 2`,
      { sequence: 2, kind: "changed" },
    ],
    [
      "with a changed time",
      `UPDATE order_events SET at = at + 1 ${where} AND sequence = 4`,
      { sequence: 4, kind: "changed" },
    ],
    [
      "with changed data",
      `UPDATE order_events SET data = '{}' ${where} AND sequence = 1`,
      { sequence: 1, kind: "changed" },
    ],
    [
      "without a row in between",
      `DELETE FROM order_events ${where} AND sequence = 3`,
      { sequence: 3, kind: "missing" },
    ],
    ["without its first row", `DELETE FROM order_events ${where} AND sequence = 1`, { sequence: 1, kind: "missing" }],
    ["cut off", `DELETE FROM order_events ${where} AND sequence > 2`, { sequence: 3, kind: "headDiffers" }],
    ["cut off whole", `DELETE FROM order_events ${where}`, { sequence: 1, kind: "headDiffers" }],
    ["without its order", `DELETE FROM orders ${where}`, { sequence: 1, kind: "orderMissing" }],
  ];
  test.each(cases)("%s", async (_, statement, fault) => {
    const whole = await orderOfFourRows();
    const key = await orderOfFourRows();
    await tamper(statement, [key.merchantId, key.orderId]);
    const faults = fault ? [{ ...key, ...fault }] : [];
    expect((await verifyChain({ pool })).faults).toEqual(faults);
    expect((await verifyChain({ pool, ...key })).faults).toEqual(faults);
    expect((await verifyChain({ pool, ...whole })).faults).toEqual([]);
  });
});

describe("the staff's actions", () => {
  test("are a chain of their own, in which a changed row shows", async () => {
    let hash = staffChainStart("staffed");
    for (const sequence of [1, 2, 3]) {
      const action = {
        userId: "u",
        action: "refunded",
        orderId: sequence === 2 ? "o" : null,
        at: noon,
        data: { sequence },
      };
      hash = staffChainHash(hash, sequence, action);
      await pool.query("INSERT INTO staff_actions VALUES ('staffed', $1, 'u', 'refunded', $2, $3, $4, $5)", [
        sequence,
        action.orderId,
        noon,
        action.data,
        Buffer.from(hash, "hex"),
      ]);
    }
    await pool.query(
      "UPDATE merchants SET staff_chain_head = $1, staff_chain_length = 3 WHERE merchant_id = 'staffed'",
      [Buffer.from(hash, "hex")],
    );
    expect(await verifyChain({ pool, merchantId: "staffed" })).toEqual({ chains: 1, faults: [] });
    await tamper("UPDATE staff_actions SET user_id = $1 WHERE sequence = 2", ["someone else"]);
    const fault = { merchantId: "staffed", sequence: 2, kind: "changed" };
    expect((await verifyChain({ pool, merchantId: "staffed" })).faults).toEqual([fault]);
  });
});
