// Short transactions on a pool. Statements that need no answer of each other are sent together: on a connection in
// pipeline mode they cost one round trip. No session state, no named statements: a transaction-pooling pgbouncer works.
import type { Clock, Random } from "@noren-pay/base";
import { Pool, type PoolClient, type QueryResult } from "pg";
import { PaymentsError } from "../errors.ts";

export interface Statement {
  readonly text: string;
  readonly values?: unknown[];
}

/** What every statement family of the store gets. */
export interface Db {
  readonly pool: Pool;
  readonly clock: Pick<Clock, "sleep">;
  readonly random: Pick<Random, "int" | "bytes">;
}

/** A transaction in two strokes: `first` begins it and asks, `last` writes and commits. */
export interface Transaction {
  first(...statements: Statement[]): Promise<QueryResult[]>;
  last(...statements: Statement[]): Promise<QueryResult[]>;
  /** Ends it without a trace. */
  abandon(): Promise<void>;
}

/** Repeats after a deadlock or a serialization failure; each repeat begins from the start. */
const attemptsMax = 5;
const retryMsMax = 20;
const conflicts = new Set(["40001", "40P01"]);

/** How long a statement waits for a free connection before it fails: a pool too small shows as an error, not a halt. */
const connectionTimeoutMillis = 30_000;

/** A pool that takes pipelined statements. `max` connections; a broken idle one is dropped, not thrown. */
export function makePool(url: string, max = 10): Pool {
  const options = { connectionString: url, max, pipeline: true, connectionTimeoutMillis };
  return quiet(new Pool(options));
}

/** An idle connection that breaks must not end the process; the next use gets a new one, or an error to handle. */
export function quiet(pool: Pool): Pool {
  pool.on("error", () => {});
  return pool;
}

/** Runs `work` in a transaction, in which nothing else may ask the pool for a connection; throws `storeConflict` when all attempts met a conflict. */
export async function transaction<T>(db: Db, work: (transaction: Transaction) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await once(db.pool, work);
    } catch (cause) {
      if (!conflicts.has(sqlStateOf(cause) ?? "")) throw cause;
      if (attempt === attemptsMax) throw new PaymentsError("storeConflict", { operation: "transaction", cause });
      await db.clock.sleep(db.random.int(retryMsMax));
    }
  }
}

/** One statement outside any transaction. */
export async function run<Row extends object>(db: Db, text: string, values: unknown[] = []): Promise<Row[]> {
  return (await db.pool.query(text, values)).rows as Row[];
}

/** The five characters of PostgreSQL's error code, if the error is one of its. */
export const sqlStateOf = (error: unknown): string | undefined =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;

async function once<T>(pool: Pool, work: (transaction: Transaction) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let open = false;
  let broken: Error | undefined;
  const breaks = (error: Error) => {
    broken = error;
  };
  // The pool listens only to idle connections; one that breaks here would otherwise end the process.
  client.on("error", breaks);
  const end = async (statement: "COMMIT" | "ROLLBACK", before: Statement[] = []) => {
    open = false;
    return together(client, [...before, { text: statement }]);
  };
  try {
    return await work({
      async first(...statements) {
        open = true;
        return (await together(client, [{ text: "BEGIN" }, ...statements])).slice(1);
      },
      last: (...statements) => end("COMMIT", statements),
      abandon: async () => void (await end("ROLLBACK")),
    });
  } catch (error) {
    // After a failed `last` the COMMIT sent behind it has already rolled back where statements are pipelined.
    if (open || !isPipelined(client)) await client.query("ROLLBACK").catch(breaks);
    throw error;
  } finally {
    client.removeListener("error", breaks);
    client.release(broken);
  }
}

async function together(client: PoolClient, statements: Statement[]): Promise<QueryResult[]> {
  const results: QueryResult[] = [];
  if (!isPipelined(client)) {
    for (const { text, values } of statements) results.push(await client.query(text, values));
    return results;
  }
  const sent = statements.map(({ text, values }) => client.query(text, values));
  for (const each of await Promise.allSettled(sent)) {
    if (each.status === "rejected") throw each.reason;
    results.push(each.value);
  }
  return results;
}

const isPipelined = (client: PoolClient): boolean => client.pipeline === true;
