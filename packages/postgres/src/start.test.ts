import { spawn } from "node:child_process";
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { systemClock } from "@noren-pay/base";
import pg from "pg";
import { afterEach, describe, expect, test } from "vitest";
import { isRoot } from "./runner.ts";
import { type Postgres, startPostgres, stopPostgres } from "./start.ts";

const undo: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const each of undo.splice(0).reverse()) await each();
});

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "noren-postgres-"));
  await chmod(folder, 0o711);
  undo.push(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

async function start(dataDir: string): Promise<Postgres> {
  const server = await startPostgres({ dataDir, clock: systemClock, durable: false });
  undo.push(() => server.stop());
  return server;
}

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

describe("an embedded PostgreSQL", () => {
  test("answers as an ordinary role in UTF-8, and keeps its data over a restart", async () => {
    const dataDir = await newFolder();
    const first = await start(dataDir);
    expect(first.adopted).toBe(false);
    await query(first.url, "create table kept (word text); insert into kept values ('暖簾')");
    await first.stop();

    const second = await start(dataDir);
    expect(second.adopted).toBe(false);
    expect(await query(second.url, "select word, upper('é') as upper from kept")).toEqual([
      { word: "暖簾", upper: "É" },
    ]);
    const [database] = await query(
      second.url,
      `select pg_encoding_to_char(encoding) as encoding, datlocale as locale, rolsuper as superuser
         from pg_database, pg_roles where datname = current_database() and rolname = current_user`,
    );
    expect(database).toEqual({ encoding: "UTF8", locale: "C.UTF-8", superuser: false });
  });

  test("asks everybody for a password, listens on loopback only, and hides the password", async () => {
    const dataDir = await newFolder();
    const { url } = await start(dataDir);
    const rules = await readFile(join(dataDir, "postgres/data/pg_hba.conf"), "utf8");
    const methods = rules.split("\n").filter((line) => /^\w/.test(line));
    expect(methods.length).toBeGreaterThan(0);
    for (const line of methods) expect(line).toMatch(/\sscram-sha-256$/);
    expect(await query(url, "show listen_addresses")).toEqual([{ listen_addresses: "127.0.0.1" }]);
    expect((await stat(join(dataDir, "postgres-passwords.json"))).mode & 0o777).toBe(0o600);
    await expect(query(url.replace(/:[0-9a-f]{32}@/, ":wrong@"), "select 1")).rejects.toThrow(/password/);
  });

  test("started twice is adopted, and ends with its first owner only", async () => {
    const dataDir = await newFolder();
    const [one, two] = await Promise.all([start(dataDir), start(dataDir)]);
    expect([one.adopted, two.adopted].sort()).toEqual([false, true]);
    expect(one.pid).toBe(two.pid);
    const [owner, guest] = one.adopted ? [two, one] : [one, two];
    await guest.stop();
    expect(await query(owner.url, "select 1 as one")).toEqual([{ one: 1 }]);
    await owner.stop();
    await expect(query(owner.url, "select 1")).rejects.toThrow();
  });

  test("is ended by anybody who asks for it by its folder", async () => {
    const dataDir = await newFolder();
    const { url } = await start(dataDir);
    await stopPostgres({ dataDir, clock: systemClock });
    await expect(query(url, "select 1")).rejects.toThrow();
    await stopPostgres({ dataDir, clock: systemClock });
  });

  test("outlives a killed parent and is adopted by the next start, which then ends it", async () => {
    const dataDir = await newFolder();
    const pid = await startInKilledProcess(dataDir);
    const next = await start(dataDir);
    expect(next).toMatchObject({ adopted: true, pid });
    await next.stop();
    await expect(query(next.url, "select 1")).rejects.toThrow();
  });

  test("starts again although a stale pid file names a living stranger", async () => {
    const dataDir = await newFolder();
    const first = await start(dataDir);
    const pidFile = join(dataDir, "postgres/data/postmaster.pid");
    const lines = (await readFile(pidFile, "utf8")).split("\n");
    await first.stop();
    await writeFile(pidFile, [process.pid, ...lines.slice(1)].join("\n"));
    expect((await start(dataDir)).adopted).toBe(false);
  });

  test("refuses a folder of another major version, and one whose passwords are lost", async () => {
    const dataDir = await newFolder();
    await (await start(dataDir)).stop();
    const versionFile = join(dataDir, "postgres/data/PG_VERSION");
    await writeFile(versionFile, "16\n");
    await expect(start(dataDir)).rejects.toMatchObject({ code: "wrongVersion" });
    await rm(join(dataDir, "postgres-passwords.json"));
    await expect(start(dataDir)).rejects.toMatchObject({ code: "dataMissing" });
  });

  test("names a port that is taken", async () => {
    const { url } = await start(await newFolder());
    const port = Number(new URL(url).port);
    const taken = startPostgres({ dataDir: await newFolder(), port, clock: systemClock, durable: false });
    await expect(taken).rejects.toThrow(`port ${port} is in use`);
  });

  if (isRoot())
    test("lives elsewhere when root's data folder is closed to others", async () => {
      const closed = await newFolder();
      await chmod(closed, 0o700);
      const dataDir = join(closed, "data");
      const first = await start(dataDir);
      const home = (await readFile(join(dataDir, "postgres-location"), "utf8")).trim();
      undo.unshift(() => rm(home, { recursive: true, force: true }));
      expect((await stat(home)).uid).not.toBe(0);
      await query(first.url, "create table kept ()");
      await first.stop();
      const second = await start(dataDir);
      expect(await query(second.url, "select count(*)::int from kept")).toEqual([{ count: 0 }]);
      await second.stop();
      await rm(home, { recursive: true });
      await expect(start(dataDir)).rejects.toMatchObject({ code: "dataMissing" });
    });
});

/** Starts a server in another process and kills that process. Gives the server's pid. */
function startInKilledProcess(dataDir: string): Promise<number> {
  const program = `
    import { systemClock } from "@noren-pay/base";
    import { startPostgres, stopPostgres } from ${JSON.stringify(fileURLToPath(new URL("start.ts", import.meta.url)))};
    const server = await startPostgres({ dataDir: ${JSON.stringify(dataDir)}, clock: systemClock, durable: false });
    process.stdout.write(String(server.pid) + "\\n");
    process.stdin.resume();`;
  const args = ["--conditions=noren-source", "--import", "tsx", "--input-type=module", "--eval", program];
  const child = spawn(process.execPath, args, { stdio: ["pipe", "pipe", "inherit"], cwd: import.meta.dirname });
  return new Promise((resolve, reject) => {
    let pid = 0;
    child.stdout.on("data", (chunk) => {
      pid = Number(chunk);
      child.kill("SIGKILL");
    });
    child.on("error", reject);
    child.on("exit", () => (pid ? resolve(pid) : reject(new Error("the child did not start PostgreSQL"))));
  });
}
