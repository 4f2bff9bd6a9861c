import { stat } from "node:fs/promises";
import { days } from "@noren-pay/base";
import pg from "pg";
import { afterAll, describe, expect, test } from "vitest";
import { launchBrowser, seededIds, testClock, testDatabase, testStart } from "./index.ts";

const undo: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  for (const each of undo.reverse()) await each();
});

async function tablesOf(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query("select tablename from pg_tables where schemaname = 'public'");
  await client.end();
  return rows.map(({ tablename }) => tablename);
}

describe("a test database", () => {
  let migrations = 0;
  const migrate = async (url: string) => {
    migrations++;
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query("create table shop ()");
    await client.end();
  };

  test("is a copy of a template that was migrated once", async () => {
    const [one, two] = await Promise.all([testDatabase({ migrate }), testDatabase({ migrate })]);
    undo.push(one.close, two.close);
    expect(migrations).toBe(1);
    expect(one.name).not.toBe(two.name);
    expect(await tablesOf(one.url)).toEqual(["shop"]);
    expect(await tablesOf(two.url)).toEqual(["shop"]);
  });

  test("is empty without a migration", async () => {
    const empty = await testDatabase();
    undo.push(empty.close);
    expect(await tablesOf(empty.url)).toEqual([]);
  });
});

describe("a test clock", () => {
  test("moves business time only when told", () => {
    const clock = testClock();
    expect(clock.now()).toBe(testStart);
    clock.advance(days(31));
    expect(clock.now()).toBe(testStart + days(31));
    expect(clock.wall()).toBeGreaterThan(testStart);
  });

  test("wakes sleepers when the wall passes their end", async () => {
    const clock = testClock(testStart, { wall: 1_000 });
    const woken: string[] = [];
    const short = clock.sleep(10).then(() => woken.push("short"));
    const long = clock.sleep(20).then(() => woken.push("long"));
    clock.setWall(1_010);
    await short;
    expect(woken).toEqual(["short"]);
    clock.setWall(1_020);
    await long;
    const stop = new AbortController();
    const aborted = clock.sleep(5, stop.signal);
    stop.abort(new Error("enough"));
    await expect(aborted).rejects.toThrow("enough");
  });
});

test("seeded ids repeat, ascend and fit Amazon's 32 characters", () => {
  const [one, two] = [seededIds("a"), seededIds("a")];
  const ids = Array.from({ length: 5_000 }, () => one.next());
  expect(ids.slice(0, 3)).toEqual([two.next(), two.next(), two.next()]);
  expect([...ids].sort()).toEqual(ids);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids.slice(0, 3)) expect(id).toMatch(/^[0-9a-f]{12}7[0-9a-f]{19}$/);
});

describe("a launched browser", () => {
  test("draws Japanese letters, each another", async () => {
    const browser = await launchBrowser();
    undo.push(() => browser.close());
    const page = await browser.newPage();
    const letters = [..."お支払い方法 売上請求 出品者"].filter((letter) => letter !== " ");
    const body = letters.map((letter) => `<b style="display:inline-block;font-size:40px">${letter}</b>`).join("");
    await page.setContent(`<body style="font-family:sans-serif">${body}`);
    const drawn = await Promise.all(
      (await page.locator("b").all()).map(async (each) => (await each.screenshot()).toString("base64")),
    );
    expect(new Set(drawn).size).toBe(new Set(letters).size);
  });

  test("is kept for the next one", async () => {
    const { findChromium } = await import("./browser/chromium.ts");
    const { path } = await findChromium();
    expect((await stat(path)).isFile()).toBe(true);
  });
});
