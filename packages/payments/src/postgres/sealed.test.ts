import { seededRandom, systemClock, timeOrderedIds } from "@noren-pay/base";
import { type TestDatabase, testDatabase } from "@noren-pay/testkit";
import type { Pool } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { accountOf, changeOf, keyOf, merchantOf, noon, orderOf } from "../store/contract-samples.ts";
import type { Store } from "../store/store.ts";
import { keyRing, rewrap } from "./crypto/key-ring.ts";
import { type Db, makePool } from "./db.ts";
import { migrate, sqlFolder } from "./migrate.ts";
import { postgresStore } from "./store.ts";

const masterKey = new Uint8Array(32).fill(1);
const random = seededRandom("sealed");
let database: TestDatabase;
let pool: Pool;
let db: Db;
const open = (key: Uint8Array) =>
  postgresStore({ pool, masterKey: key, clock: systemClock, random, ids: timeOrderedIds(systemClock, random) });

const buyer = { name: "東雲 太郎左衛門", email: "shinonome@example.jp", phone: "03-9999-8888" };
const notes = { sellerNote: "注記いろは", reason: "理由にほへ", answer: "答えとちり", notice: "通知ぬるを" };
const order = { ...orderOf("m1", 1), sellerNote: notes.sellerNote };

async function fill(store: Store): Promise<void> {
  await store.saveAccount(accountOf("a"));
  await store.saveMerchant(merchantOf("m1", "a"));
  const intent = {
    id: "1".repeat(32),
    parameters: { kind: "cancel" as const, reason: notes.reason },
    createdAt: noon,
    attempts: 0,
    notBefore: noon,
    state: "ready" as const,
  };
  await store.create({
    ...changeOf({ ...order, buyer, intents: [intent] }),
    idempotent: { route: "POST /v1/orders", key: "k1", answer: { status: 201, body: notes.answer } },
  });
  await store.keepNotice({
    accountId: accountOf("a").accountId,
    messageId: "n1",
    receivedAt: noon,
    raw: notes.notice,
    notificationType: "OrderReferenceNotification",
    sellerId: accountOf("a").sellerId,
    amazonId: order.amazonOrderReferenceId,
    says: undefined,
    state: "new",
  });
}

beforeAll(async () => {
  database = await testDatabase({ migrationsDir: sqlFolder, migrate: (url) => migrate({ url }) });
  pool = makePool(database.url, 3);
  db = { pool, clock: systemClock, random };
  await fill(await open(masterKey));
});

afterAll(async () => {
  await pool?.end();
  await database?.close();
});

/** Every cell of every table as text, and its bytes as hex. */
async function everything(): Promise<string> {
  const { rows: tables } = await pool.query("SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'");
  const texts: string[] = [];
  for (const { name } of tables) {
    const { rows } = await pool.query(`SELECT row_to_json(t)::text AS text FROM ${name} t`);
    texts.push(...rows.map(({ text }) => text));
  }
  return texts.join("\n");
}

describe("the tables", () => {
  const secrets = [...Object.values(buyer), ...Object.values(notes), ...Object.values(accountOf("a").secrets)];
  test.each(secrets)("hold %j nowhere, neither as text nor as bytes", async (secret) => {
    const text = await everything();
    expect(text).toContain(order.amazonOrderReferenceId);
    expect(text).not.toContain(secret);
    expect(text).not.toContain(Buffer.from(secret).toString("hex"));
    expect(text).not.toContain(Buffer.from(secret).toString("base64").slice(0, -3));
  });

  test("hold no search token that two merchants share", async () => {
    const ring = keyRing(db, masterKey);
    const [one, two] = [await ring.merchant("m1"), await ring.merchant("m2")];
    expect(one.token("name|山田")).not.toEqual(two.token("name|山田"));
  });
});

describe("an order whose free text was erased", () => {
  test("is read without it", async () => {
    const store = await open(masterKey);
    const other = { ...orderOf("m1", 3), sellerNote: "消す注記" };
    await store.create(changeOf(other));
    await pool.query("UPDATE orders SET notes_sealed = NULL WHERE order_id = $1", [other.orderId]);
    const read = await store.order(keyOf(other));
    expect(read?.sellerNote).toBeUndefined();
    expect(read?.sellerOrderId).toBe(other.sellerOrderId);
  });
});

describe("a cell", () => {
  test("that was moved to another order does not open", async () => {
    const store = await open(masterKey);
    await store.create(changeOf({ ...orderOf("m1", 2), buyer: { name: "別人" } }));
    await pool.query(
      `UPDATE order_personal_data SET sealed = (SELECT sealed FROM order_personal_data WHERE order_id = $1)
       WHERE order_id = $2`,
      [order.orderId, orderOf("m1", 2).orderId],
    );
    await expect(store.personalData(keyOf(orderOf("m1", 2)))).rejects.toMatchObject({ code: "damagedData" });
  });
});

describe("a new master key", () => {
  test("opens everything after rewrapping, and the old one nothing any more", async () => {
    const newKey = new Uint8Array(32).fill(2);
    await expect(open(newKey)).rejects.toMatchObject({ code: "masterKeyWrong" });
    const before = (await pool.query("SELECT count(*)::int AS keys FROM data_keys")).rows[0].keys;
    expect(await rewrap(db, masterKey, newKey)).toBe(before + 1);
    await expect(open(masterKey)).rejects.toMatchObject({ code: "masterKeyWrong" });
    const store = await open(newKey);
    expect(await store.personalData(keyOf(order))).toEqual(buyer);
    expect(await store.account(accountOf("a").accountId)).toEqual(accountOf("a"));
    expect((await store.order(keyOf(order)))?.sellerNote).toBe(notes.sellerNote);
  });

  test("cannot be reached from a wrong old one, and nothing changes", async () => {
    const wrong = new Uint8Array(32).fill(3);
    await expect(rewrap(db, wrong, masterKey)).rejects.toMatchObject({ code: "damagedData" });
    await open(new Uint8Array(32).fill(2));
  });
});
