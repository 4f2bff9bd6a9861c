// Brings a database to this version's tables: the numbered SQL files, all in one transaction, one process at a time.
import { fileURLToPath } from "node:url";
import { runner } from "node-pg-migrate";
import { Client, type ClientBase, type Pool } from "pg";
import { PaymentsError } from "../errors.ts";

/** Folder of the numbered SQL files; `schema.sql` beside them is what they add up to. */
export const sqlFolder: string = fileURLToPath(new URL("../../sql", import.meta.url));

/** Any constant: whoever migrates a Noren database takes this advisory lock of the database. */
const lockKey = 7_205_759_403_792_793;
const migrationsTable = "pgmigrations";

/**
 * Runs what has not run yet and gives its names. Others who migrate at the same time wait. Needs a session of its own:
 * behind a transaction-pooling pgbouncer give the database's direct address.
 * Throws `migrationFailed`; then the database is as it was.
 */
export async function migrate(options: {
  readonly url?: string;
  readonly pool?: Pool;
  /** Another folder of numbered files; for tests. */
  readonly dir?: string;
}): Promise<string[]> {
  const dir = options.dir ?? sqlFolder;
  if (options.pool) {
    const client = await options.pool.connect();
    return migrateWith(client, dir).finally(() => client.release());
  }
  const client = new Client({ connectionString: options.url });
  client.on("error", () => {});
  await client.connect();
  return migrateWith(client, dir).finally(() => client.end());
}

async function migrateWith(client: ClientBase, dir: string): Promise<string[]> {
  await client.query("SELECT pg_advisory_lock($1)", [lockKey]);
  try {
    const before = await hasTable(client);
    try {
      const done = await runner({
        dbClient: client as Client,
        dir,
        // Only the numbered files: `schema.sql` is no migration.
        ignorePattern: "(?!\\d{4}_).*",
        direction: "up",
        migrationsTable,
        singleTransaction: true,
        noLock: true,
        log: () => {},
      });
      return done.map(({ name }) => name);
    } catch (cause) {
      // The runner makes its own table outside the transaction.
      if (!before) await client.query(`DROP TABLE IF EXISTS ${migrationsTable}`);
      throw new PaymentsError("migrationFailed", { operation: "migrate", cause });
    }
  } finally {
    await client.query("SELECT pg_advisory_unlock($1)", [lockKey]);
  }
}

async function hasTable(client: ClientBase): Promise<boolean> {
  const { rows } = await client.query("SELECT to_regclass($1) IS NOT NULL AS there", [migrationsTable]);
  return rows[0]?.there === true;
}
