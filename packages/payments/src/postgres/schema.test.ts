import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestDatabase, testDatabase } from "@noren-pay/testkit";
import type { Pool } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makePool } from "./db.ts";
import { dumpSchema } from "./dump-schema.ts";
import { migrate, sqlFolder } from "./migrate.ts";

let database: TestDatabase;
let pool: Pool;

beforeAll(async () => {
  database = await testDatabase();
  pool = makePool(database.url);
});

afterAll(async () => {
  await pool?.end();
  await database?.close();
});

const rows = async (text: string) => (await pool.query(text)).rows;

describe("migrations", () => {
  test("one that fails leaves an empty database empty, and names no SQL", async () => {
    const dir = await mkdtemp(join(tmpdir(), "noren-sql-"));
    try {
      await cp(sqlFolder, dir, { recursive: true });
      await writeFile(
        join(dir, "0999_wrong.sql"),
        "CREATE TABLE wrong (merchant_id text PRIMARY KEY, x no_such_type);",
      );
      await expect(migrate({ url: database.url, dir })).rejects.toMatchObject({ code: "migrationFailed" });
      expect(await dumpSchema(pool)).toBe("\n");
    } finally {
      await rm(dir, { recursive: true });
    }
  });

  test("run once, however many processes start together", async () => {
    const done = await Promise.all([migrate({ url: database.url }), migrate({ pool }), migrate({ url: database.url })]);
    const files = (await readdir(sqlFolder)).filter((name) => /^\d{4}_/.test(name)).sort();
    expect(done.flat().sort()).toEqual(files.map((name) => name.replace(".sql", "")));
    expect(await migrate({ url: database.url })).toEqual([]);
  });
});

describe("the schema", () => {
  test("is what schema.sql says", async () => {
    await expect(await dumpSchema(pool)).toMatchFileSnapshot(join(sqlFolder, "schema.sql"));
  });

  test("has primary keys that begin with the merchant or the account, but for the routing tables it names", async () => {
    const first = await readFile(join(sqlFolder, "0001_tenants.sql"), "utf8");
    const named = /^-- routing tables: (.+)$/m.exec(first)?.[1]?.split(", ") ?? [];
    const leading = await rows(`
      SELECT t.relname AS table, (
        SELECT a.attname FROM pg_index i JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = i.indkey[0]
        WHERE i.indrelid = t.oid AND i.indisprimary) AS column
      FROM pg_class t WHERE t.relkind IN ('r', 'p') AND t.relnamespace = 'public'::regnamespace`);
    expect(leading.length).toBeGreaterThan(15);
    const others = leading.filter(({ column }) => column !== "merchant_id" && column !== "account_id");
    expect(others.map(({ table }) => table).sort()).toEqual([...named].sort());
  });

  test("has no sequence but the migrations' own", async () => {
    const sequences = await rows(`SELECT relname FROM pg_class WHERE relkind = 'S'`);
    expect(sequences).toEqual([{ relname: "pgmigrations_id_seq" }]);
  });

  test("has no foreign key that could cross merchants", async () => {
    const keys = await rows(`
      SELECT c.conname, (SELECT attname FROM pg_attribute WHERE attrelid = c.conrelid AND attnum = c.conkey[1]) AS from,
        (SELECT attname FROM pg_attribute WHERE attrelid = c.confrelid AND attnum = c.confkey[1]) AS to
      FROM pg_constraint c WHERE c.contype = 'f'`);
    expect(keys.filter((key) => key.from !== "merchant_id" || key.to !== "merchant_id")).toEqual([]);
  });
});

describe("history", () => {
  beforeAll(async () => {
    await pool.query(`
      INSERT INTO order_events VALUES ('m', 'o', 1, 'made', 1, '{}', sha256('x'));
      INSERT INTO staff_actions VALUES ('m', 1, 'u', 'signedIn', NULL, 1, '{}', sha256('x'));
      INSERT INTO order_intents VALUES ('m', 'i', 'o', 'cancel', 1, '{"kind":"cancel"}', 'sealed');
      INSERT INTO ledger_entries VALUES ('m', 'o', 'e', 1, 'capture', 'c');
      INSERT INTO ledger_lines VALUES ('m', 'o', 'e', 1, 'amazonBalance', 5, 'JPY'), ('m', 'o', 'e', 2, 'sales', -5, 'JPY')`);
  });

  const tables = ["order_events", "staff_actions", "order_intents", "ledger_entries", "ledger_lines"];
  const cases = tables.flatMap((table) => [
    `UPDATE ${table} SET merchant_id = 'n'`,
    `DELETE FROM ${table}`,
    `TRUNCATE ${table} CASCADE`,
  ]);
  test.each(cases)("refuses %s", async (statement) => {
    await expect(pool.query(statement)).rejects.toMatchObject({ code: "23001" });
  });

  test("lets an intent's free text be erased, and nothing else with it", async () => {
    const both = "UPDATE order_intents SET notes_sealed = NULL, kind = 'close'";
    await expect(pool.query(both)).rejects.toMatchObject({ code: "23001" });
    expect((await pool.query("UPDATE order_intents SET notes_sealed = NULL")).rowCount).toBe(1);
  });
});

describe("a ledger entry", () => {
  const entry = (id: string) => `INSERT INTO ledger_entries VALUES ('m', 'o', '${id}', 1, 'capture', 'c');`;
  const line = (id: string, number: number, amount: number, currency: string) =>
    `INSERT INTO ledger_lines VALUES ('m', 'o', '${id}', ${number}, 'sales', ${amount}, '${currency}');`;
  const cases: [string, string][] = [
    ["without lines", entry("e1")],
    ["of one line", entry("e2") + line("e2", 1, 0, "JPY")],
    ["whose lines do not sum to zero", entry("e3") + line("e3", 1, 5, "JPY") + line("e3", 2, -4, "JPY")],
    ["that sums to zero only across currencies", entry("e4") + line("e4", 1, 5, "JPY") + line("e4", 2, -5, "USD")],
    ["of which a booked entry gets one line more", line("e", 3, 1, "JPY")],
  ];
  test.each(cases)("%s cannot be committed", async (_, statements) => {
    await expect(pool.query(`BEGIN; ${statements} COMMIT`)).rejects.toMatchObject({ code: "23514" });
  });

  test("may be out of balance inside its transaction", async () => {
    const statements = entry("e5") + line("e5", 1, 5, "JPY") + line("e5", 2, -5, "JPY");
    await pool.query(`BEGIN; ${statements} COMMIT`);
    expect(await rows("SELECT count(*)::int AS lines FROM ledger_lines WHERE entry_id = 'e5'")).toEqual([{ lines: 2 }]);
  });
});
