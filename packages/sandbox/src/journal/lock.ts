// One process at a time on a data folder: two would write two histories into one journal.
import { closeSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeSync } from "node:fs";
import { join, resolve } from "node:path";
import { SandboxError } from "../errors.ts";

interface Holder {
  readonly pid: number;
  /** What the system says of when it began, where it says so: pids are used again. */
  readonly began: string | undefined;
}

/** Folders that this very process holds. */
const held = new Set<string>();

/** Takes the folder; gives what lets go of it. Throws DataDirInUse. What a process that was killed has left is no hindrance. */
export function lockFolder(dataDir: string): () => void {
  const folder = resolve(dataDir);
  mkdirSync(folder, { recursive: true });
  const file = join(folder, "sandbox.lock");
  for (let tries = 0; !written(file); tries++) {
    const holder = holderOf(file);
    const isOurs = holder?.pid === process.pid;
    if (tries >= 100 || (holder && (isOurs ? held.has(folder) : isAlive(holder)))) {
      throw new SandboxError("DataDirInUse", {
        field: "dataDir",
        detail: `Its process is ${holder?.pid ?? "unknown"}.`,
      });
    }
    takeAway(file);
  }
  held.add(folder);
  return () => {
    if (held.delete(folder)) rmSync(file, { force: true });
  };
}

function written(file: string): boolean {
  let descriptor: number;
  try {
    descriptor = openSync(file, "wx", 0o600);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
  const own: Holder = { pid: process.pid, began: beganOf(process.pid) };
  writeSync(descriptor, JSON.stringify(own));
  closeSync(descriptor);
  return true;
}

function holderOf(file: string): Holder | undefined {
  try {
    const read = JSON.parse(readFileSync(file, "utf8")) as Partial<Holder>;
    return typeof read.pid === "number" ? { pid: read.pid, began: read.began } : undefined;
  } catch {
    return undefined;
  }
}

function isAlive({ pid, began }: Holder): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
  const now = beganOf(pid);
  return now !== "gone" && (began === undefined || now === undefined || began === now);
}

/** Linux only. "gone": it has ended, and nobody has taken note of it yet. */
function beganOf(pid: number): string | undefined {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /s, "")
      .split(" ");
    return fields[0] === "Z" ? "gone" : fields[19];
  } catch {
    return undefined;
  }
}

/** By way of another name, so that of two who take it away only one does. */
function takeAway(file: string): void {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
    rmSync(aside, { force: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
}
