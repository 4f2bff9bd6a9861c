// One vitest run has one folder in the system's temporary folder: its PostgreSQL lives there. The run's first database
// starts it; the run's end stops it. A run that was killed is cleaned up by the next one.

import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { systemClock } from "@noren-pay/base";
import { startPostgres, stopPostgres } from "@noren-pay/postgres";

const variable = "NOREN_TEST_RUN";
const prefix = "noren-test-";
const runFile = "run.pid";

/** The run's folder, or undefined when no run is under way. */
export const runFolder = (): string | undefined => process.env[variable];

/** Begins a run. Workers that start later learn its folder from the environment. */
export async function beginRun(): Promise<() => Promise<void>> {
  for (const folder of await deadRuns()) await endRun(folder).catch(() => undefined);
  const folder = await mkdtemp(join(tmpdir(), prefix));
  await chmod(folder, 0o711);
  await writeFile(join(folder, runFile), String(process.pid));
  process.env[variable] = folder;
  return () => endRun(folder);
}

/** The database server of the run, started by whoever asks first. Its URL may make and drop databases. */
export async function runServer(folder: string): Promise<string> {
  return (await startPostgres({ dataDir: folder, clock: systemClock, durable: false })).url;
}

async function endRun(folder: string): Promise<void> {
  const started = await stat(join(folder, "postgres", "data")).catch(() => undefined);
  if (started) await stopPostgres({ dataDir: folder, clock: systemClock });
  await rm(folder, { recursive: true, force: true });
}

async function deadRuns(): Promise<string[]> {
  const names = (await readdir(tmpdir())).filter((name) => name.startsWith(prefix));
  const dead: string[] = [];
  for (const name of names) {
    const folder = join(tmpdir(), name);
    const pid = await readFile(join(folder, runFile), "utf8").catch(() => undefined);
    if (pid && !isAlive(Number(pid))) dead.push(folder);
  }
  return dead;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
