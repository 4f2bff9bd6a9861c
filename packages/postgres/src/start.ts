import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Clock } from "@noren-pay/base";
import { type Binaries, findBinaries } from "./binaries.ts";
import { PostgresError } from "./errors.ts";
import { type Cluster, clusterOf, type Passwords, passwordsOf, readText } from "./folders.ts";
import { isRunning, self, withLock } from "./holder.ts";
import {
  findRunning,
  freePort,
  initialize,
  launch,
  majorVersion,
  makeDatabase,
  type Running,
  shutDown,
  urlOf,
} from "./server.ts";

export interface PostgresOptions {
  /** Noren's data folder. The cluster lives in it, or where a pointer in it says. */
  readonly dataDir: string;
  /** 0 or left out: any free one. An adopted server keeps its own. */
  readonly port?: number;
  /** Only its wall time is used. */
  readonly clock: Clock;
  /** False: the data need not survive a crash of the machine; several times faster, for tests only. Default true. */
  readonly durable?: boolean;
}

export interface Postgres {
  /** A connection string with the password: never log it. */
  readonly url: string;
  readonly pid: number;
  /** True when the server already ran on this data folder. */
  readonly adopted: boolean;
  /** Ends the server; leaves it running when another living process has started or adopted it before. */
  stop(): Promise<void>;
}

const portAttemptsMax = 5;
const startingPollMs = 100;
const startingWaitMsMax = 60_000;

/**
 * Starts the embedded PostgreSQL on a data folder, making the cluster at the first time; adopts the server that
 * already runs there, such as one whose parent was killed. As root the server runs as another user. It listens on
 * loopback with SCRAM and a generated password. Throws a PostgresError whose message names the remedy.
 */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const cluster = await clusterOf(options.dataDir);
  const binaries = await findBinaries(cluster.runner);
  return withLock(lockOf(cluster), options.clock, async () => {
    const passwords = await passwordsOf(cluster);
    const found = await settled(cluster, options.clock);
    const running = found ?? (await startNew(cluster, binaries, { ...options, passwords }));
    await makeDatabase(running.port, passwords);
    const owned = await takeOver(cluster);
    return {
      url: urlOf(running.port, "noren", passwords.noren, "noren"),
      pid: running.pid,
      adopted: found !== undefined,
      stop: () => (owned ? stop(cluster, binaries, options.clock) : Promise.resolve()),
    };
  });
}

const lockOf = (cluster: Cluster) => join(cluster.dataDir, "postgres-lock");
const ownerOf = (cluster: Cluster) => join(cluster.dataDir, "postgres-owner");

async function startNew(
  cluster: Cluster,
  binaries: Binaries,
  { port = 0, durable = true, passwords }: PostgresOptions & { passwords: Passwords },
): Promise<Running> {
  await initialize(cluster, binaries, { passwords, durable });
  const version = (await readText(join(cluster.data, "PG_VERSION")))?.trim();
  if (version === undefined) throw new PostgresError("dataMissing", { detail: `folder: ${cluster.data}` });
  if (version !== majorVersion)
    throw new PostgresError("wrongVersion", { detail: `found ${version}, need ${majorVersion}: ${cluster.data}` });
  for (let attempt = 0; attempt < portAttemptsMax; attempt++) {
    if (!(await launch(cluster, binaries, { port: port || (await freePort()), durable }))) {
      if (port) break;
      continue;
    }
    const running = await findRunning(cluster);
    if (running) return running;
  }
  throw new PostgresError("startFailed", { detail: port ? `port ${port} is in use` : `log: ${cluster.log}` });
}

/** The running server once it is ready, or undefined once it has gone: it may be recovering, or on its way down. */
async function settled(cluster: Cluster, clock: Clock): Promise<Running | undefined> {
  const end = clock.wall() + startingWaitMsMax;
  for (;;) {
    const running = await findRunning(cluster);
    if (!running || running.ready) return running;
    if (clock.wall() > end) throw new PostgresError("busy", { detail: `process ${running.pid} is not ready` });
    await clock.sleep(startingPollMs);
  }
}

/** Ends the server of a data folder, whoever has started it. Does nothing when none runs. */
export async function stopPostgres({ dataDir, clock }: Pick<PostgresOptions, "dataDir" | "clock">): Promise<void> {
  const cluster = await clusterOf(dataDir);
  await stop(cluster, await findBinaries(cluster.runner), clock);
}

/** Writes this process down as the owner, unless another one lives (or this one has it already). */
async function takeOver(cluster: Cluster): Promise<boolean> {
  const path = ownerOf(cluster);
  const owner = await readText(path);
  if (owner && (await isRunning(owner))) return false;
  // Another user may have written the file that is there.
  await rm(path, { force: true });
  await writeFile(path, await self());
  return true;
}

function stop(cluster: Cluster, binaries: Binaries, clock: Clock): Promise<void> {
  return withLock(lockOf(cluster), clock, async () => {
    if (await findRunning(cluster)) await shutDown(cluster, binaries);
    await rm(ownerOf(cluster), { force: true });
  });
}
