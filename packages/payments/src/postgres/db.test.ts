import { seededRandom, systemClock } from "@noren-pay/base";
import { type TestDatabase, testDatabase } from "@noren-pay/testkit";
import { Pool } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Db, makePool, quiet, run, type Transaction, transaction } from "./db.ts";

let database: TestDatabase;
let dbs: { readonly pipelined: Db; readonly plain: Db };

beforeAll(async () => {
  database = await testDatabase();
  const rest = { clock: systemClock, random: seededRandom("db") };
  const plain = quiet(new Pool({ connectionString: database.url, max: 3 }));
  dbs = { pipelined: { ...rest, pool: makePool(database.url, 3) }, plain: { ...rest, pool: plain } };
  await run(dbs.plain, "CREATE TABLE counts (id int PRIMARY KEY, n int NOT NULL CHECK (n >= 0))");
});

afterAll(async () => {
  await dbs?.pipelined.pool.end();
  await dbs?.plain.pool.end();
  await database?.close();
});

const add = (id: number, n: number) => ({ text: "UPDATE counts SET n = n + $2 WHERE id = $1", values: [id, n] });

describe.each(["pipelined", "plain"] as const)("a transaction on a %s connection", (kind) => {
  const reset = () =>
    run(dbs[kind], "DELETE FROM counts").then(() => run(dbs[kind], "INSERT INTO counts VALUES (1, 0), (2, 0)"));
  const counts = () =>
    run<{ n: number }>(dbs[kind], "SELECT n FROM counts ORDER BY id").then((rows) => rows.map(({ n }) => n));

  const cases: [string, (tx: Transaction) => Promise<unknown>][] = [
    ["its first stroke fails", (tx) => tx.first(add(1, 1), { text: "SELECT nonsense" })],
    ["its last stroke fails", (tx) => tx.first(add(1, 1)).then(() => tx.last(add(2, 1), add(2, -5)))],
    ["the last of its statements fails", (tx) => tx.first(add(1, 1)).then(() => tx.last({ text: "SELECT nonsense" }))],
    ["the work between the strokes fails", (tx) => tx.first(add(1, 1)).then(() => Promise.reject(new Error("no")))],
    ["it is abandoned", (tx) => tx.first(add(1, 1)).then(() => tx.abandon())],
    [
      "its connection is cut",
      async (tx) => {
        const [row] = await tx.first({ text: "SELECT pg_backend_pid() AS pid" }, add(1, 1));
        await run(dbs[kind], "SELECT pg_terminate_backend($1)", [row?.rows[0].pid]);
        return tx.last(add(2, 1));
      },
    ],
  ];
  test.each(cases)("leaves nothing when %s, and the pool goes on", async (_, work) => {
    await reset();
    await transaction(dbs[kind], work).catch(() => {});
    expect(await counts()).toEqual([0, 0]);
    await Promise.all(
      [1, 2, 3, 4].map(() => transaction(dbs[kind], (tx) => tx.first(add(1, 1)).then(() => tx.last()))),
    );
    expect(await counts()).toEqual([4, 0]);
  });

  test("is repeated after a deadlock", async () => {
    await reset();
    let meet = () => {};
    const met = new Promise<void>((resolve) => {
      let arrived = 0;
      meet = () => (++arrived >= 2 ? resolve() : undefined);
    });
    const crosswise = (one: number, two: number) =>
      transaction(dbs[kind], async (tx) => {
        await tx.first(add(one, 1));
        meet();
        await met;
        await tx.last(add(two, 1));
      });
    await Promise.all([crosswise(1, 2), crosswise(2, 1)]);
    expect(await counts()).toEqual([2, 2]);
  });

  test("gives up after a bounded number of conflicts", async () => {
    let attempts = 0;
    const always = transaction(dbs[kind], async (tx) => {
      attempts += 1;
      await tx.first();
      throw Object.assign(new Error("conflict"), { code: "40001" });
    });
    await expect(always).rejects.toMatchObject({ code: "storeConflict", retry: "later" });
    expect(attempts).toBe(5);
  });
});
