// A world as bytes, so that a long journal need not be done again from its first line.
import { deserialize, serialize } from "node:v8";
import type { RandomState, SeededRandom } from "@noren-pay/base";
import type { DueDump } from "../due/queue.ts";
import type { NoticeDump } from "../notices/store.ts";
import type { Settings } from "../settings.ts";
import type { Change } from "../world/history.ts";
import type { World } from "../world/world.ts";

/** Raised when the world's objects change their form: older snapshots are then passed over for the journal. */
const version = 1;

interface Dump {
  readonly noren: "sandbox-snapshot";
  readonly version: number;
  readonly seed: string;
  readonly now: number;
  readonly settings: Settings;
  readonly random: RandomState;
  readonly due: DueDump;
  readonly notices: NoticeDump;
  readonly history: ReadonlyMap<string, Change[]>;
  /** Every map of the world by its name. Objects that stand in two maps are one object afterwards too. */
  readonly maps: Readonly<Record<string, ReadonlyMap<string, unknown>>>;
}

const mapsOf = (world: World) =>
  Object.entries(world).filter((entry): entry is [string, Map<string, unknown>] => entry[1] instanceof Map);

export function writeSnapshot(world: World): Buffer {
  const dump: Dump = {
    noren: "sandbox-snapshot",
    version,
    seed: world.seed,
    now: world.now,
    settings: world.settings,
    random: (world.random as SeededRandom).state(),
    due: world.due.dump(),
    notices: world.notices.dump(),
    history: world.history.dump(),
    maps: Object.fromEntries(mapsOf(world)),
  };
  return serialize(dump);
}

/** Makes a fresh world of the same seed what the bytes say; false when they are not of this form, and nothing has changed. */
export function loadSnapshot(world: World, bytes: Buffer): boolean {
  let dump: Dump;
  try {
    dump = deserialize(bytes) as Dump;
  } catch {
    return false;
  }
  const maps = mapsOf(world);
  const isOfThisForm =
    dump?.noren === "sandbox-snapshot" &&
    dump.version === version &&
    dump.seed === world.seed &&
    maps.every(([name]) => dump.maps[name] instanceof Map);
  if (!isOfThisForm) return false;
  for (const [name, map] of maps) {
    map.clear();
    for (const [key, value] of dump.maps[name] as Map<string, unknown>) map.set(key, value);
  }
  world.now = dump.now;
  world.settings = dump.settings;
  (world.random as SeededRandom).restore(dump.random);
  world.due.load(dump.due);
  world.notices.load(dump.notices);
  world.history.load(dump.history);
  return true;
}
