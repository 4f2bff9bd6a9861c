// `noren advance`: moves the time of a running demo, sandbox and service together.
import { days, hours, minutes } from "@noren-pay/base";
import { demoUsers } from "@noren-pay/server";
import { Command, InvalidArgumentError } from "commander";
import { holderOf } from "../data/lock.ts";
import { CliError } from "../errors.ts";
import { dataDirOf } from "../settings.ts";
import { ask } from "../start/ask.ts";
import { urlFlag } from "./sandbox.ts";

interface Flags {
  readonly days?: number;
  readonly hours?: number;
  readonly minutes?: number;
  readonly url?: string;
  readonly email: string;
  readonly password: string;
  readonly json?: boolean;
}

export function advance(): Command {
  const [owner] = demoUsers;
  return new Command("advance")
    .description("move time on, in the sandbox and the service together; nothing that falls due is skipped")
    .option("--days <n>", "days to move on", countFlag)
    .option("--hours <n>", "hours to move on", countFlag)
    .option("--minutes <n>", "minutes to move on", countFlag)
    .option("--url <url>", "the service's address; found in the data folder (NOREN_DATA) without it", urlFlag)
    .option("--email <address>", "who signs in", owner.email)
    .option("--password <text>", "the password", owner.password)
    .option("--json", "print JSON")
    .action((flags: Flags) => run(flags));
}

async function run(flags: Flags): Promise<void> {
  const ms = days(flags.days ?? 0) + hours(flags.hours ?? 0) + minutes(flags.minutes ?? 0);
  if (ms === 0) throw new CliError("badOption", "Give --days, --hours or --minutes, such as --days 7.");
  const url = flags.url ?? (await runningUrl());
  const { email, password } = flags;
  const signIn = await ask(`${url}/console/api/session`, { method: "POST", body: { email, password } });
  const { csrfToken } = (await signIn.json()) as { csrfToken: string };
  const cookie = signIn.headers
    .getSetCookie()
    .map((each) => each.split(";", 1)[0])
    .join("; ");
  const answer = await ask(`${url}/console/api/time/advance`, {
    method: "POST",
    body: { ms },
    headers: { cookie, "csrf-token": csrfToken },
  });
  const { now, steps } = (await answer.json()) as { now: string; steps: number };
  process.stdout.write(flags.json ? `${JSON.stringify({ now, steps })}\n` : `It is now ${now} (${steps} steps).\n`);
}

async function runningUrl(): Promise<string> {
  const dataDir = dataDirOf(process.env);
  const url = (await holderOf(dataDir))?.urls?.console;
  if (url === undefined) {
    throw new CliError("notReachable", `No noren runs on ${dataDir}: start one with \`noren start\`, or give --url.`);
  }
  return url;
}

function countFlag(text: string): number {
  if (!/^\d{1,5}(\.\d{1,3})?$/.test(text)) throw new InvalidArgumentError("give a number, such as 7");
  return Number(text);
}
