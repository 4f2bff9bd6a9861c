import { blank } from "./blank.ts";
import { type Finding, findAll, isCode, type Tree } from "./tree.ts";

type Ban = "time" | "chance" | "tls" | "output";

interface Row {
  readonly ban: Ban;
  readonly pattern: RegExp;
  readonly instead: string;
  /** Looks into strings too: the name of an environment variable is one. */
  readonly inStrings?: true;
}

const bans: readonly Row[] = [
  { ban: "time", pattern: /\bDate\.now\b/g, instead: "Date.now: take a Clock and ask clock.now() or clock.wall()" },
  { ban: "time", pattern: /\bnew Date\(\s*\)/g, instead: "new Date(): take a Clock; new Date(clock.now())" },
  {
    ban: "time",
    pattern: /\bset(?:Timeout|Interval)\b/g,
    instead: "timers: take a Clock and await clock.sleep(ms, signal)",
  },
  {
    ban: "time",
    pattern: /\btimers\/promises\b/g,
    instead: "timers: take a Clock and await clock.sleep(ms, signal)",
    inStrings: true,
  },
  {
    ban: "time",
    pattern: /\b(?:performance\.now|process\.hrtime)\b/g,
    instead: "stopwatch: take a Clock and ask clock.wall()",
  },
  { ban: "chance", pattern: /\bMath\.random\b/g, instead: "Math.random: take a Random and ask random.next()" },
  { ban: "chance", pattern: /\brandomUUID\b/g, instead: "randomUUID: take Ids and ask ids.next()" },
  {
    ban: "chance",
    pattern: /\b(?:randomBytes|randomInt|randomFillSync|getRandomValues)\b/g,
    instead: "system randomness: take a Random and ask random.bytes(n)",
  },
  {
    ban: "tls",
    pattern: /NODE_TLS_REJECT_UNAUTHORIZED/g,
    instead: "a process-wide TLS switch: pass the one certificate authority as `ca`",
    inStrings: true,
  },
  {
    ban: "tls",
    pattern: /\brejectUnauthorized["']?\s*:\s*false/g,
    instead: "rejectUnauthorized: false: pass the certificate authority as `ca`",
    inStrings: true,
  },
  {
    ban: "output",
    pattern: /\bconsole\.(?:log|info|debug)\b/g,
    instead: "console output: take a logger, or return what is to be said",
  },
];

interface Exception {
  readonly path: RegExp;
  readonly allows: readonly Ban[];
  readonly reason: string;
}

const inBuyersBrowser = "runs in a person's browser, whose time and output no test moves";

/** Each with its reason. Keep it short. */
export const exceptions: readonly Exception[] = [
  { path: /^packages\/base\/src\/clock\.ts$/, allows: ["time"], reason: "the one that reads the system's time" },
  {
    path: /^packages\/base\/src\/random\.ts$/,
    allows: ["chance"],
    reason: "the one that reads the system's randomness",
  },
  { path: /^packages\/browser\/src\//, allows: ["time", "chance"], reason: inBuyersBrowser },
  { path: /^packages\/console\/src\//, allows: ["time"], reason: inBuyersBrowser },
  { path: /^packages\/sandbox\/assets\//, allows: ["time", "chance"], reason: inBuyersBrowser },
  { path: /^examples\/store\/src\/public\//, allows: ["time", "chance"], reason: inBuyersBrowser },
  { path: /^packages\/cli\//, allows: ["output"], reason: "a terminal's output is its purpose" },
  { path: /^examples\/store\/src\/main\.ts$/, allows: ["output"], reason: "says where the shop is" },
  {
    path: /^(scripts|bench|simulation)\//,
    allows: ["output", "time"],
    reason: "programs for a terminal, which measure real time",
  },
  { path: /^scripts\/tidy\//, allows: ["tls", "chance"], reason: "names what it bans" },
];

/** Calls that read the system's time or chance, switch TLS off for everybody, or write to the terminal. */
export function checkBanned(tree: Tree): Finding[] {
  return [...tree].flatMap(([path, text]) => {
    if (!isCode(path)) return [];
    const allowed = new Set(exceptions.filter((each) => each.path.test(path)).flatMap(({ allows }) => allows));
    const { withStrings, codeOnly } = blank(text);
    return bans
      .filter(({ ban }) => !allowed.has(ban))
      .flatMap(({ pattern, instead, inStrings }) =>
        findAll(path, inStrings ? withStrings : codeOnly, pattern, instead),
      );
  });
}
