import { type Instant, type MovableClock, movableClock, systemClock } from "@noren-pay/base";
import type { SettingsChange } from "../commands/table.ts";
import { SandboxCore } from "../core.ts";
import { SandboxError } from "../errors.ts";
import { defaultSettings, type Settings } from "../settings.ts";
import { headOf, Journal, type ReadJournal, readJournal, settingsToWrite } from "./journal.ts";

export interface RestoreOptions {
  /** Left out: "noren", or the journal's. */
  readonly seed?: string | undefined;
  readonly settings: Partial<Settings>;
  /** Business time of a fresh world; left out: now. */
  readonly start?: Instant | undefined;
  readonly frozen?: boolean | undefined;
  readonly dataDir?: string | undefined;
}

export interface Restored {
  readonly core: SandboxCore;
  readonly clock: MovableClock;
  readonly journal: Journal | undefined;
}

/** Makes a fresh world, or the one that the data folder's journal tells of. Throws JournalUnreadable, JournalOfAnotherSeed. */
export function restore(options: RestoreOptions): Restored {
  const { dataDir } = options;
  const read = dataDir === undefined ? undefined : readJournal(dataDir);
  if (dataDir !== undefined && read) return replayed(options, dataDir, read);
  const clock = movableClock({
    ...(options.start === undefined ? {} : { start: options.start }),
    frozen: options.frozen ?? false,
  });
  const seed = options.seed ?? "noren";
  const core = new SandboxCore({ seed, settings: options.settings, start: clock.now() });
  if (dataDir === undefined) return { core, clock, journal: undefined };
  const journal = new Journal(dataDir, headOf(seed, core.world.now, core.settings));
  journal.clock(clock);
  return { core, clock, journal };
}

function replayed(options: RestoreOptions, dataDir: string, { head, entries }: ReadJournal): Restored {
  if (options.seed !== undefined && options.seed !== head.seed) {
    throw new SandboxError("JournalOfAnotherSeed", { field: "seed", detail: `It is "${head.seed}".` });
  }
  const settings = Object.fromEntries(Object.entries(head.settings).map(([name, value]) => [name, value ?? undefined]));
  const core = new SandboxCore({ seed: head.seed, settings, start: head.start });
  let offsetMs = head.start - systemClock.wall();
  let stoodAt: Instant | undefined;
  for (const [index, entry] of entries.entries()) {
    try {
      if (entry.do === "clock") ({ offsetMs, stoodAt } = { stoodAt: undefined, ...entry.with });
      else core.replay(entry);
    } catch (cause) {
      throw new SandboxError("JournalUnreadable", { detail: `Line ${index + 2} cannot be done again.`, cause });
    }
  }
  const frozen = options.frozen ?? stoodAt !== undefined;
  // A clock of the machine that was set back must not take business time back.
  const start = Math.max(stoodAt ?? systemClock.wall() + offsetMs, core.world.now);
  const clock = movableClock({ start, frozen });
  const journal = new Journal(dataDir, undefined);
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
