// One noren per data folder. The lock file names its holder; a dead holder's lock is taken over.
import { mkdir, open, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { CliError } from "../errors.ts";

/** Who holds a folder, and where its parts answer once they do. */
export interface Holder {
  readonly pid: number;
  /** The process's start as the system tells it, so that a later process of the same number is not taken for it. */
  readonly startedAt: string;
  readonly urls?: Readonly<Record<string, string>> | undefined;
}

export interface Lock {
  /** Writes down where the parts answer, for other commands to find. */
  announce(urls: Readonly<Record<string, string>>): Promise<void>;
  release(): Promise<void>;
}

// As root the embedded PostgreSQL runs as another user, who must be able to pass through, though not to look around.
const folderMode = process.getuid?.() === 0 ? 0o711 : 0o700;

const pathOf = (dataDir: string) => join(dataDir, "lock.json");

/** Makes the folder if need be and locks it. Throws `folderInUse` and `folderUnusable`. */
export async function lockFolder(dataDir: string): Promise<Lock> {
  const path = pathOf(dataDir);
  const mine: Holder = { pid: process.pid, startedAt: await startOf(process.pid) };
  try {
    await mkdir(dataDir, { recursive: true, mode: folderMode });
  } catch (cause) {
    throw new CliError("folderUnusable", `${dataDir}: choose another one by NOREN_DATA.`, { cause });
  }
  await take(path, mine, dataDir);
  return {
    async announce(urls) {
      await writeFile(`${path}.new`, JSON.stringify({ ...mine, urls }), { mode: 0o600 });
      await rename(`${path}.new`, path);
    },
    release: () => rm(path, { force: true }),
  };
}

/** The live holder of a folder, if there is one. */
export async function holderOf(dataDir: string): Promise<Holder | undefined> {
  const holder = await readHolder(pathOf(dataDir));
  return holder !== undefined && (await isAlive(holder)) ? holder : undefined;
}

const triesMax = 5;

async function take(path: string, mine: Holder, dataDir: string): Promise<void> {
  for (let tries = 0; tries < triesMax; tries++) {
    if (await tryWrite(path, mine, dataDir)) return;
    const holder = await readHolder(path);
    if (holder !== undefined && (await isAlive(holder))) {
      throw new CliError(
        "folderInUse",
        `Process ${holder.pid} uses ${dataDir}. Stop it, or choose another folder by NOREN_DATA.`,
      );
    }
    await rm(path, { force: true });
  }
  throw new CliError("folderInUse", `${dataDir}: somebody else is starting there too.`);
}

async function tryWrite(path: string, mine: Holder, dataDir: string): Promise<boolean> {
  try {
    const file = await open(path, "wx", 0o600);
    await file.writeFile(JSON.stringify(mine));
    await file.close();
    return true;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw new CliError("folderUnusable", `${dataDir}: choose another one by NOREN_DATA.`, { cause });
  }
}

async function readHolder(path: string): Promise<Holder | undefined> {
  try {
    const holder = JSON.parse(await readFile(path, "utf8")) as Holder;
    return typeof holder.pid === "number" ? holder : undefined;
  } catch {
    return undefined; // Gone, or cut off by a crash while it was written.
  }
}

async function isAlive({ pid, startedAt }: Holder): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  return startedAt === "" || startedAt === (await startOf(pid));
}

/** Empty where the system does not tell. */
async function startOf(pid: number): Promise<string> {
  try {
    const text = await readFile(`/proc/${pid}/stat`, "utf8");
    // The name in parentheses may hold spaces; the start time is the 20th field after it.
    return text.slice(text.lastIndexOf(")") + 2).split(" ")[19] ?? "";
  } catch {
    return "";
  }
}
