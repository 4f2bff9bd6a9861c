import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { systemRandom } from "@noren-pay/base";
import pg from "pg";
import { runFolder, runServer } from "./run.ts";

export interface TestDatabaseOptions {
  /** Brings an empty database to its schema. Runs once per test run; every database is a copy of the result. */
  readonly migrate?: (url: string) => Promise<unknown>;
  /** A folder of numbered SQL files. Applied in order (up to a `-- Down Migration` line) unless `migrate` is given. */
  readonly migrationsDir?: string;
}

export interface TestDatabase {
  /** A connection string. The role owns the database. */
  readonly url: string;
  readonly name: string;
  /** Drops the database, whoever is still connected. */
  close(): Promise<void>;
}

/**
 * A database of its own for a test file, copied from a migrated template. The server is the run's embedded PostgreSQL,
 * or the one that NOREN_TEST_DATABASE_URL points at, whose role must be allowed to make databases.
 */
export async function testDatabase(options: TestDatabaseOptions = {}): Promise<TestDatabase> {
  const server = await serverUrl();
  const template = await templateOf(server, options);
  const name = `test_${Buffer.from(systemRandom.bytes(8)).toString("hex")}`;
  await withClient(server, (client) => client.query(`create database ${name} template ${template}`));
  return {
    url: databaseUrl(server, name),
    name,
    close: () =>
      withClient(server, (client) => client.query(`drop database if exists ${name} with (force)`)).then(() => {}),
  };
}

async function serverUrl(): Promise<string> {
  const given = process.env.NOREN_TEST_DATABASE_URL;
  if (given) return given;
  const folder = runFolder();
  if (!folder)
    throw new Error("testDatabase() needs a vitest run with testkit's global setup, or NOREN_TEST_DATABASE_URL");
  return runServer(folder);
}

/** The template's name; makes it when nobody has. Other workers wait, since each schema is built once. */
async function templateOf(server: string, options: TestDatabaseOptions): Promise<string> {
  const files = options.migrationsDir ? await readMigrations(options.migrationsDir) : [];
  const hash = createHash("sha256")
    .update(JSON.stringify([files, String(options.migrate)]))
    .digest("hex")
    .slice(0, 16);
  const name = `template_${hash}`;
  await withClient(server, async (client) => {
    await client.query("select pg_advisory_lock(hashtext($1))", [name]);
    const { rowCount } = await client.query("select from pg_database where datname = $1", [name]);
    if (rowCount) return;
    await client.query(`drop database if exists making_${hash} with (force)`);
    await client.query(`create database making_${hash}`);
    const url = databaseUrl(server, `making_${hash}`);
    if (options.migrate) await options.migrate(url);
    else await withClient(url, (inside) => applyAll(inside, files));
    await client.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = $1", [`making_${hash}`]);
    await client.query(`alter database making_${hash} rename to ${name}`);
  });
  return name;
}

async function readMigrations(folder: string): Promise<string[]> {
  const names = (await readdir(folder)).filter((name) => /^\d.*\.sql$/.test(name)).sort();
  return Promise.all(names.map((name) => readFile(join(folder, name), "utf8")));
}

async function applyAll(client: pg.Client, files: readonly string[]): Promise<void> {
  for (const file of files) await client.query(file.split(/^--\s*Down Migration/im)[0] ?? "");
}

async function withClient<T>(url: string, body: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  try {
    return await body(client);
  } finally {
    await client.end();
  }
}

function databaseUrl(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}
