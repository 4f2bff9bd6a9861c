// Where a cluster lives. Usually `postgres/` in the data folder. When root starts it and the runner cannot reach the
// data folder (a home of mode 700), it lives in /var/lib/noren and the data folder holds a pointer to it.

import { chmod, mkdir, readFile, rmdir, stat, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { systemRandom } from "@noren-pay/base";
import { PostgresError } from "./errors.ts";
import { canReach, isRoot, makePrivateFolder, type Runner, runnerFor } from "./runner.ts";

/** `home`: the runner's private folder. `data`: PostgreSQL's own folder, missing before the first start. */
export interface Cluster {
  readonly dataDir: string;
  readonly home: string;
  readonly data: string;
  readonly log: string;
  readonly runner: Runner;
}

/** Passwords of PostgreSQL's superuser and of the role that owns Noren's database. */
export interface Passwords {
  readonly superuser: string;
  readonly noren: string;
}

/** 32 hex digits that nobody can guess. */
export const randomWord = (): string => Buffer.from(systemRandom.bytes(16)).toString("hex");

/** Finds or makes the cluster's folder of a data folder. `elsewhere`: where root may put it. */
export async function clusterOf(dataDir: string, elsewhere = "/var/lib/noren"): Promise<Cluster> {
  const folder = resolve(dataDir);
  // Others may pass through, so that the runner reaches its part; what is inside has modes of its own.
  if (!(await isFolder(folder))) await mkdir(folder, { recursive: true, mode: 0o711 });
  const pointer = join(folder, "postgres-location");
  const pointed = (await readText(pointer))?.trim();
  const home = pointed ?? join(folder, "postgres");
  if (pointed && !(await isFolder(pointed)))
    throw new PostgresError("dataMissing", { detail: `${pointer} points to ${pointed}, which does not exist` });
  const runner = await runnerFor(home, folder);
  const cluster = at(folder, home, runner);
  if (!isRoot()) await refuseForeign(home);
  await makePrivateFolder(home, runner);
  if (pointed || (await canReach(home, runner))) return cluster;
  return moveOut(cluster, pointer, elsewhere);
}

const at = (dataDir: string, home: string, runner: Runner): Cluster => ({
  dataDir,
  home,
  data: join(home, "data"),
  log: join(home, "server.log"),
  runner,
});

async function moveOut(
  { dataDir, home: closed, data, runner }: Cluster,
  pointer: string,
  elsewhere: string,
): Promise<Cluster> {
  if (await isFolder(data)) throw new PostgresError("wrongOwner", { detail: `folder: ${data}` });
  await mkdir(elsewhere, { recursive: true });
  await chmod(elsewhere, 0o755);
  const home = join(elsewhere, `postgres-${randomWord()}`);
  await makePrivateFolder(home, runner);
  await rmdir(closed);
  await writeFile(pointer, `${home}\n`, { mode: 0o644 });
  return at(dataDir, home, runner);
}

async function refuseForeign(home: string): Promise<void> {
  const found = await stat(home).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw new PostgresError("wrongOwner", { detail: `folder: ${home}`, cause: error });
  });
  if (found && process.getuid && found.uid !== process.getuid())
    throw new PostgresError("wrongOwner", { detail: `folder: ${home}` });
}

/** The passwords beside the cluster, in a file that only this user reads; made at the first start. */
export async function passwordsOf({ dataDir, data }: Cluster): Promise<Passwords> {
  const path = join(dataDir, "postgres-passwords.json");
  const text = await readText(path);
  if (text !== undefined) return JSON.parse(text) as Passwords;
  if (await isFolder(data)) throw new PostgresError("dataMissing", { detail: `missing: ${path}` });
  const passwords = { superuser: randomWord(), noren: randomWord() };
  await writeFile(path, JSON.stringify(passwords), { mode: 0o600, flag: "wx" });
  return passwords;
}

export const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );

/** A file's text, or undefined when there is none. Other failures are thrown. */
export async function readText(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
