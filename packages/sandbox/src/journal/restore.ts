import { type Instant, type MovableClock, movableClock, systemClock } from "@noren-pay/base";
import type { SettingsChange } from "../commands/table.ts";
import { SandboxCore } from "../core.ts";
import { SandboxError } from "../errors.ts";
import { defaultSettings, type Settings } from "../settings.ts";
import {
  compactJournal,
  headOf,
  Journal,
  type JournalLine,
  parseJournal,
  type ReadJournal,
  readJournal,
  settingsToWrite,
} from "./journal.ts";
import { lockFolder } from "./lock.ts";
import { dropParts, readPart, readSnapshot } from "./parts.ts";
import { loadSnapshot } from "./snapshot.ts";

/** Some tenths of a second of work. */
const compactAfterDefault = 5_000;

export interface RestoreOptions {
  /** Left out: "noren", or the journal's. */
  readonly seed?: string | undefined;
  readonly settings: Partial<Settings>;
  /** Business time of a fresh world; left out: now. */
  readonly start?: Instant | undefined;
  readonly frozen?: boolean | undefined;
  readonly dataDir?: string | undefined;
  /** How many lines of a journal are done again at a start before it is put away with a snapshot. Default 5,000. */
  readonly compactAfter?: number | undefined;
}

export interface Restored {
  readonly core: SandboxCore;
  readonly clock: MovableClock;
  readonly journal: Journal | undefined;
}

/**
 * Makes a fresh world, or the one that the data folder's journal tells of. Throws DataDirInUse, JournalUnreadable,
 * JournalOfAnotherSeed.
 */
export function restore(options: RestoreOptions): Restored {
  const { dataDir } = options;
  if (dataDir === undefined) return fresh(options, undefined);
  const unlock = lockFolder(dataDir);
  try {
    const read = readJournal(dataDir);
    return read ? replayed(options, { dataDir, unlock }, read) : fresh(options, { dataDir, unlock });
  } catch (error) {
    unlock();
    throw error;
  }
}

interface Folder {
  readonly dataDir: string;
  readonly unlock: () => void;
}

function fresh(options: RestoreOptions, folder: Folder | undefined): Restored {
  const clock = movableClock({
    ...(options.start === undefined ? {} : { start: options.start }),
    frozen: options.frozen ?? false,
  });
  const seed = options.seed ?? "noren";
  const core = new SandboxCore({ seed, settings: options.settings, start: clock.now() });
  if (!folder) return { core, clock, journal: undefined };
  dropParts(folder.dataDir);
  const journal = new Journal(folder.dataDir, headOf(seed, core.world.now, core.settings), folder.unlock);
  journal.clock(clock);
  return { core, clock, journal };
}

/** What is to be done again on a fresh world, once a snapshot of what came before is loaded into it if there is one. */
function linesAfterSnapshot(
  core: SandboxCore,
  dataDir: string,
  { head, entries }: ReadJournal,
): readonly JournalLine[] {
  const { parts = 0 } = head;
  const snapshot = parts === 0 ? undefined : readSnapshot({ dataDir, part: parts });
  if (parts === 0 || (snapshot && loadSnapshot(core.world, snapshot))) return entries;
  const before = Array.from({ length: parts }, (_, index) => partOf(dataDir, index + 1).entries);
  return [...before, entries].flat();
}

function partOf(dataDir: string, part: number): ReadJournal {
  let text: Buffer;
  try {
    text = readPart({ dataDir, part });
  } catch (cause) {
    throw new SandboxError("JournalUnreadable", { detail: `Its part ${part} is missing or damaged.`, cause });
  }
  return parseJournal(text);
}

function replayed(options: RestoreOptions, { dataDir, unlock }: Folder, read: ReadJournal): Restored {
  const { head } = read;
  if (options.seed !== undefined && options.seed !== head.seed) {
    throw new SandboxError("JournalOfAnotherSeed", { field: "seed", detail: `It is "${head.seed}".` });
  }
  const settings = Object.fromEntries(Object.entries(head.settings).map(([name, value]) => [name, value ?? undefined]));
  const core = new SandboxCore({ seed: head.seed, settings, start: head.start });
  let offsetMs = head.start - systemClock.wall();
  let stoodAt: Instant | undefined;
  const lines = linesAfterSnapshot(core, dataDir, read);
  for (const [index, entry] of lines.entries()) {
    try {
      if (entry.do === "clock") ({ offsetMs, stoodAt } = { stoodAt: undefined, ...entry.with });
      else core.replay(entry);
    } catch (cause) {
      throw new SandboxError("JournalUnreadable", { detail: `Line ${index + 2} of it cannot be done again.`, cause });
    }
  }
  const frozen = options.frozen ?? stoodAt !== undefined;
  // A clock of the machine that was set back must not take business time back.
  const start = Math.max(stoodAt ?? systemClock.wall() + offsetMs, core.world.now);
  const clock = movableClock({ start, frozen });
  if (lines.length >= (options.compactAfter ?? compactAfterDefault)) compactJournal(dataDir, head, core);
  const journal = new Journal(dataDir, undefined, unlock);
  core.onAccepted = (entry) => journal.append(entry);
  const changes = changesTo(core.settings, { ...defaultSettings, ...options.settings });
  if (changes) core.command("changeSettings", { ...changes, now: clock.now() });
  core.useAtReset({ ...defaultSettings, ...options.settings });
  journal.clock(clock);
  return { core, clock, journal };
}

function changesTo(old: Settings, wanted: Settings): SettingsChange | undefined {
  const before = settingsToWrite(old) as Record<string, unknown>;
  const changed = Object.entries(settingsToWrite(wanted)).filter(
    ([name, value]) => JSON.stringify(before[name]) !== JSON.stringify(value),
  );
  return changed.length === 0 ? undefined : Object.fromEntries(changed);
}
