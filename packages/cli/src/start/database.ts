// The database for commands that look at it or mend it, whether or not a service runs on it.
import { systemClock } from "@noren-pay/base";
import { startPostgres } from "@noren-pay/postgres";
import { holderOf } from "../data/lock.ts";
import { databaseUrlOf, dataDirOf } from "../settings.ts";

type Env = Readonly<Record<string, string | undefined>>;

/** Runs `work` with DATABASE_URL, or with the data folder's own PostgreSQL, which is left as it was found. */
export async function withDatabase<T>(env: Env, work: (url: string) => Promise<T>): Promise<T> {
  const given = databaseUrlOf(env);
  if (given !== undefined) return work(given);
  const dataDir = dataDirOf(env);
  const holder = await holderOf(dataDir);
  const isOthers = holder !== undefined && holder.pid !== process.pid;
  const postgres = await startPostgres({ dataDir, clock: systemClock });
  try {
    return await work(postgres.url);
  } finally {
    // A running service keeps its database.
    if (!isOthers) await postgres.stop();
  }
}
