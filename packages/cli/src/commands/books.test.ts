import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { seededRandom, systemClock, timeOrderedIds, yen } from "@noren-pay/base";
import { makePool, migrate, newOrder, parseMasterKey, postgresStore, rewrap } from "@noren-pay/payments";
import { type TestDatabase, testDatabase } from "@noren-pay/testkit";
import type { Pool } from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { main } from "../main.ts";

const random = seededRandom("books");
const hex = (byte: number) => Buffer.alloc(32, byte).toString("hex");
const account = {
  accountId: "a".repeat(32),
  region: "jp",
  environment: "Sandbox",
  authorizationLifetimeMs: 1_000,
  capabilities: {
    nothingToCall: [],
    severalAuthorizations: true,
    overcharge: true,
    amazonHandlesDeclines: false,
    pendingAuthorizations: true,
  },
} as const;
let database: TestDatabase;
let pool: Pool;
let dataDir: string;

const storeWith = (key: string) =>
  postgresStore({
    pool,
    masterKey: parseMasterKey(key),
    clock: systemClock,
    random,
    ids: timeOrderedIds(systemClock, random),
  });

beforeAll(async () => {
  database = await testDatabase({ migrate: (url) => migrate({ url }) });
  pool = makePool(database.url, 2);
  dataDir = await mkdtemp(join(tmpdir(), "noren-keys-"));
  const store = await storeWith(hex(1));
  for (const [n, merchantId] of ["m1", "m2"].entries()) {
    await store.saveMerchant({ merchantId, name: merchantId, accountId: account.accountId });
    const { order, events } = newOrder(
      {
        merchantId,
        orderId: String(n).repeat(32),
        account,
        amazonOrderReferenceId: `S03-1234567-000000${n}`,
        sellerOrderId: "A-1",
        total: yen(1_000),
        sellerNote: "注記",
      },
      0,
    );
    await store.create({ order, events, entries: [] });
  }
});

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  process.exitCode = undefined;
});

afterAll(async () => {
  await pool?.end();
  await database?.close();
  await rm(dataDir, { recursive: true, force: true });
});

async function noren(args: readonly string[], env: Record<string, string>) {
  const output: string[] = [];
  const errors: string[] = [];
  vi.spyOn(process.stdout, "write").mockImplementation((text) => output.push(String(text)) > 0);
  vi.spyOn(process.stderr, "write").mockImplementation((text) => errors.push(String(text)) > 0);
  for (const [name, value] of Object.entries({ DATABASE_URL: database.url, NOREN_DATA: dataDir, ...env }))
    vi.stubEnv(name, value);
  process.exitCode = undefined;
  await main(["node", "noren", ...args]);
  const code = process.exitCode ?? 0;
  vi.restoreAllMocks();
  return { code, output: output.join(""), errors: errors.join("") };
}

describe("noren audit verify", () => {
  test("says that the chains are whole", async () => {
    const { code, output } = await noren(["audit", "verify"], {});
    expect(code).toBe(0);
    expect(output).toMatch(/4 chains are whole/);
  });

  test("names the place of a changed row, and exits with 1", async () => {
    await pool.query("ALTER TABLE order_events DISABLE TRIGGER USER");
    await pool.query(`UPDATE order_events SET data = '{"total":1}' WHERE merchant_id = 'm1'`);
    const all = await noren(["audit", "verify"], {});
    expect(all.code).toBe(1);
    expect(all.output).toContain(`merchant m1 order ${"0".repeat(32)}, row 1: the row was changed`);
    const json = await noren(["audit", "verify", "--json", "--merchant", "m1"], {});
    expect(JSON.parse(json.output).faults).toMatchObject([{ merchantId: "m1", sequence: 1, kind: "changed" }]);
    expect((await noren(["audit", "verify", "--merchant", "m2"], {})).code).toBe(0);
  });
});

describe("noren keys rotate", () => {
  test("needs the new key where the old one is a variable", async () => {
    const { code, errors } = await noren(["keys", "rotate"], { NOREN_MASTER_KEY: hex(1) });
    expect(code).toBe(1);
    expect(errors).toContain("NOREN_NEW_MASTER_KEY");
  });

  test("wraps all keys by the new one, once", async () => {
    const env = { NOREN_MASTER_KEY: hex(1), NOREN_NEW_MASTER_KEY: hex(2) };
    const first = await noren(["keys", "rotate", "--json"], env);
    expect(first).toMatchObject({ code: 0, output: '{"wrapped":2}\n' });
    await expect(storeWith(hex(1))).rejects.toMatchObject({ code: "masterKeyWrong" });
    const order = await (await storeWith(hex(2))).order({ merchantId: "m1", orderId: "0".repeat(32) });
    expect(order?.sellerNote).toBe("注記");
    expect(await noren(["keys", "rotate", "--json"], env)).toMatchObject({ code: 0, output: '{"wrapped":0}\n' });
  });

  test("goes on where it was interrupted: keys wrapped already, the new key not yet in its place", async () => {
    await writeFile(join(dataDir, "master-key"), `${hex(2)}\n`, { mode: 0o600 });
    await writeFile(join(dataDir, "master-key.next"), `${hex(3)}\n`, { mode: 0o600 });
    await rewrap({ pool, clock: systemClock, random }, parseMasterKey(hex(2)), parseMasterKey(hex(3)));
    expect((await noren(["keys", "rotate"], { NOREN_MASTER_KEY: "" })).code).toBe(0);
    expect(await readFile(join(dataDir, "master-key"), "utf8")).toBe(`${hex(3)}\n`);
    await storeWith(hex(3));
  });

  test("makes a new key in the data folder, and refuses one that others can read", async () => {
    expect((await noren(["keys", "rotate"], { NOREN_MASTER_KEY: "" })).code).toBe(0);
    const made = await readFile(join(dataDir, "master-key"), "utf8");
    expect(made).not.toBe(`${hex(3)}\n`);
    await storeWith(made);
    await chmod(join(dataDir, "master-key"), 0o644);
    expect(await noren(["keys", "rotate"], { NOREN_MASTER_KEY: "" })).toMatchObject({
      code: 1,
      errors: expect.stringContaining("mode must be 600"),
    });
  });
});
