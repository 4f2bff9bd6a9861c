// A file of accepted commands, one JSON line each, replayed at the next start. Each line is written before the answer
// goes out, so that what a merchant was told is never forgotten, however the process ends.
import { closeSync, existsSync, ftruncateSync, openSync, readFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import type { Instant, MovableClock } from "@noren-pay/base";
import type { SettingsChange } from "../commands/table.ts";
import type { JournalEntry, SandboxCore } from "../core.ts";
import { SandboxError } from "../errors.ts";
import type { Settings } from "../settings.ts";
import { dropOlderSnapshots, dropParts, putAway, writeWhole } from "./parts.ts";
import { writeSnapshot } from "./snapshot.ts";

/** The first line: what the world was made from. */
export interface JournalHead {
  readonly noren: "sandbox";
  readonly version: 1;
  readonly seed: string;
  readonly start: Instant;
  readonly settings: SettingsChange;
  /** How many parts of the journal were put away before this one. Left out: none. */
  readonly parts?: number | undefined;
}

/** Business time against wall time. `stoodAt`: where a frozen clock stands. */
export interface ClockLine {
  readonly do: "clock";
  readonly now: Instant;
  readonly with: { readonly offsetMs: number; readonly stoodAt?: Instant | undefined };
}

export type JournalLine = JournalEntry | ClockLine;

export interface ReadJournal {
  readonly head: JournalHead;
  readonly entries: readonly JournalLine[];
}

const fileOf = (dataDir: string) => join(dataDir, "sandbox-journal.jsonl");

/** JSON has no undefined: settings that are it are written as null. */
export const settingsToWrite = (settings: Settings): SettingsChange =>
  Object.fromEntries(Object.entries(settings).map(([name, value]) => [name, value ?? null]));

/** Reads the journal of a data folder; undefined when there is none. Cuts off a last line that was torn. */
export function readJournal(dataDir: string): ReadJournal | undefined {
  const file = fileOf(dataDir);
  if (!existsSync(file)) return undefined;
  const bytes = readFileSync(file);
  const end = bytes.lastIndexOf(10) + 1;
  if (end < bytes.length) truncate(file, end);
  if (end === 0) return undefined;
  return parseJournal(bytes.subarray(0, end));
}

/** Whole lines of a journal. Throws JournalUnreadable. */
export function parseJournal(bytes: Buffer): ReadJournal {
  const lines = bytes.toString("utf8", 0, bytes.length - 1).split("\n");
  try {
    const [head, ...entries] = lines.map((line) => JSON.parse(line) as unknown);
    if ((head as Partial<JournalHead>).noren !== "sandbox" || (head as JournalHead).version !== 1) {
      throw new SandboxError("JournalUnreadable", { detail: "Its first line is not ours." });
    }
    return { head: head as JournalHead, entries: entries as JournalLine[] };
  } catch (cause) {
    if (cause instanceof SandboxError) throw cause;
    throw new SandboxError("JournalUnreadable", { detail: "A line of it is not JSON.", cause });
  }
}

function truncate(file: string, length: number): void {
  const descriptor = openSync(file, "r+");
  ftruncateSync(descriptor, length);
  closeSync(descriptor);
}

/**
 * Puts the journal away as one more part, with the world that it comes to, and begins a new one after it. Throws node's
 * own errors; the journal is then as it was.
 */
export function compactJournal(dataDir: string, head: JournalHead, core: SandboxCore): void {
  const part = { dataDir, part: (head.parts ?? 0) + 1 };
  putAway(part, readFileSync(fileOf(dataDir)), writeSnapshot(core.world));
  const next: JournalHead = { ...head, parts: part.part };
  writeWhole(fileOf(dataDir), `${JSON.stringify(next)}\n`);
  dropOlderSnapshots(part);
}

export class Journal {
  readonly #dataDir: string;
  readonly #descriptor: number;
  readonly #unlock: () => void;
  #isOpen = true;

  /** Opens the journal of `dataDir` for appending; a new file gets `head` as its first line. Closing it calls `unlock`. */
  constructor(dataDir: string, head: JournalHead | undefined, unlock: () => void) {
    this.#dataDir = dataDir;
    this.#unlock = unlock;
    this.#descriptor = openSync(fileOf(dataDir), "a", 0o600);
    if (head) this.#write(head);
  }

  append(entry: JournalEntry): void {
    this.#write(entry);
  }

  /** Where business time stands, so that it goes on from there. */
  clock(clock: MovableClock): void {
    const now = clock.now();
    const stoodAt = clock.frozen ? now : undefined;
    const line: ClockLine = { do: "clock", now, with: { offsetMs: now - clock.wall(), stoodAt } };
    this.#write(line);
  }

  /** Begins anew with the world as it now is: freshly made. */
  restart(core: SandboxCore, clock: MovableClock): void {
    ftruncateSync(this.#descriptor, 0);
    this.#write(headOf(core.seed, core.world.now, core.settings));
    this.clock(clock);
    dropParts(this.#dataDir);
  }

  close(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    closeSync(this.#descriptor);
    this.#unlock();
  }

  #write(line: JournalHead | JournalEntry | ClockLine): void {
    if (this.#isOpen) writeSync(this.#descriptor, `${JSON.stringify(line)}\n`);
  }
}

export const headOf = (seed: string, start: Instant, settings: Settings): JournalHead => ({
  noren: "sandbox",
  version: 1,
  seed,
  start,
  settings: settingsToWrite(settings),
});
