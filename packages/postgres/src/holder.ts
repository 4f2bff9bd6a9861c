// Files that name the process that holds something: the lock around a start, and the server's owner.

import { link, rename, rm, writeFile } from "node:fs/promises";
import type { Clock } from "@noren-pay/base";
import { PostgresError } from "./errors.ts";
import { randomWord, readText } from "./folders.ts";

/** This process, told apart from a later one of the same number by its start time where the system says it. */
export const self = async (): Promise<string> => `${process.pid} ${await startOf(process.pid)}`;

async function startOf(pid: number): Promise<string> {
  const text = await readText(`/proc/${pid}/stat`).catch(() => undefined);
  // The name in parentheses may hold spaces; the start time is the 20th field after it.
  return text?.slice(text.lastIndexOf(")") + 2).split(" ")[19] ?? "";
}

/** Whether the process that a holder's file names still runs. */
export async function isRunning(holder: string): Promise<boolean> {
  const [pid = "", start = ""] = holder.trim().split(" ");
  if (!isAlive(Number(pid))) return false;
  return start === "" || start === (await startOf(Number(pid)));
}

export function isAlive(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

const lockPollMs = 50;
const lockWaitMsMax = 60_000;

/** Runs `body` while no other process holds `path`. A dead holder's lock is taken over. Throws `busy`. */
export async function withLock<T>(path: string, clock: Clock, body: () => Promise<T>): Promise<T> {
  const mine = `${await self()} ${randomWord()}`;
  const end = clock.wall() + lockWaitMsMax;
  while (!(await tryLock(path, mine))) {
    if (clock.wall() > end) throw new PostgresError("busy", { detail: `lock: ${path}` });
    await clock.sleep(lockPollMs);
  }
  try {
    return await body();
  } finally {
    if ((await readText(path)) === mine) await rm(path, { force: true });
  }
}

async function tryLock(path: string, mine: string): Promise<boolean> {
  try {
    await writeFile(path, mine, { flag: "wx" });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  const holder = await readText(path);
  if (holder && !(await isRunning(holder))) await removeIfStill(path, holder);
  return false;
}

/** Two waiters may find the same dead holder: what is moved away is looked at before it is thrown away. */
async function removeIfStill(path: string, holder: string): Promise<void> {
  const aside = `${path}.${randomWord()}`;
  await rename(path, aside).catch(() => undefined);
  const moved = await readText(aside);
  if (moved !== undefined && moved !== holder) await link(aside, path).catch(() => undefined);
  await rm(aside, { force: true });
}
