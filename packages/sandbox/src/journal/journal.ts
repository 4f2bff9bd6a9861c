// A file of accepted commands, one JSON line each, replayed at the next start. Each line is written before the answer
// goes out, so that what a merchant was told is never forgotten, however the process ends.
import { closeSync, existsSync, ftruncateSync, mkdirSync, openSync, readFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import type { Instant, MovableClock } from "@noren-pay/base";
import type { SettingsChange } from "../commands/table.ts";
import type { JournalEntry, SandboxCore } from "../core.ts";
import { SandboxError } from "../errors.ts";
import type { Settings } from "../settings.ts";

/** The first line: what the world was made from. */
export interface JournalHead {
  readonly noren: "sandbox";
  readonly version: 1;
  readonly seed: string;
  readonly start: Instant;
  readonly settings: SettingsChange;
}

/** Business time against wall time. `stoodAt`: where a frozen clock stands. */
export interface ClockLine {
  readonly do: "clock";
  readonly now: Instant;
  readonly with: { readonly offsetMs: number; readonly stoodAt?: Instant | undefined };
}

export interface ReadJournal {
  readonly head: JournalHead;
  readonly entries: readonly (JournalEntry | ClockLine)[];
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
  const lines = bytes.toString("utf8", 0, end - 1).split("\n");
  try {
    const [head, ...entries] = lines.map((line) => JSON.parse(line) as unknown);
    if ((head as Partial<JournalHead>).noren !== "sandbox" || (head as JournalHead).version !== 1) {
      throw new SandboxError("JournalUnreadable", { detail: "Its first line is not ours." });
    }
    return { head: head as JournalHead, entries: entries as (JournalEntry | ClockLine)[] };
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

export class Journal {
  readonly #descriptor: number;
  #isOpen = true;

  /** Opens the journal of `dataDir` for appending; a new file gets `head` as its first line. */
  constructor(dataDir: string, head: JournalHead | undefined) {
    mkdirSync(dataDir, { recursive: true });
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
  }

  close(): void {
    if (this.#isOpen) closeSync(this.#descriptor);
    this.#isOpen = false;
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
