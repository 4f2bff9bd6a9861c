// The user that PostgreSQL runs as. It refuses uid 0, so root lends it another one; everybody else runs it as himself.

import { spawn } from "node:child_process";
import { access, chown, constants, mkdir, readFile, stat } from "node:fs/promises";
import { PostgresError, type PostgresErrorCode } from "./errors.ts";

/** Empty: this process's own user. */
export interface Runner {
  readonly uid?: number;
  readonly gid?: number;
}

export const isRoot = (): boolean => process.getuid?.() === 0;

/** The user of an existing folder of ours that is not root's, else `nobody`; for anybody but root, himself. */
export async function runnerFor(...folders: readonly string[]): Promise<Runner> {
  if (!isRoot()) return {};
  for (const folder of folders) {
    const found = await stat(folder).catch(() => undefined);
    if (found && found.uid !== 0) return { uid: found.uid, gid: found.gid };
  }
  return nobody();
}

async function nobody(): Promise<Runner> {
  const users = await readFile("/etc/passwd", "utf8").catch(() => "");
  const [, , uid, gid] = /^nobody:.*$/m.exec(users)?.[0].split(":") ?? [];
  return { uid: Number(uid ?? 65_534), gid: Number(gid ?? 65_534) };
}

/** Makes a folder that only the runner can enter. */
export async function makePrivateFolder(path: string, runner: Runner): Promise<void> {
  await mkdir(path, { recursive: true, mode: 0o700 });
  if (runner.uid !== undefined) await chown(path, runner.uid, runner.gid ?? runner.uid);
}

/** Whether the runner can enter and read `path`. Asked of the system itself, since modes alone do not tell. */
export async function canReach(path: string, runner: Runner): Promise<boolean> {
  if (runner.uid === undefined)
    return access(path, constants.R_OK | constants.X_OK).then(
      () => true,
      () => false,
    );
  const { code } = await run("/bin/sh", ["-c", 'test -r "$0" && test -x "$0"', path], { runner });
  return code === 0;
}

/** Runs a program to its end as the runner. `output` is what it wrote, both streams together. */
export function run(
  program: string,
  args: readonly string[],
  { runner, cwd = "/" }: { runner: Runner; cwd?: string },
): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...runner, cwd, env: environment(), stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
    child.on("error", (cause: NodeJS.ErrnoException) => {
      reject(new PostgresError(codeOf(cause, runner), { detail: cause.message, cause }));
    });
    child.on("close", (code) => resolve({ code, output }));
  });
}

function codeOf({ code }: NodeJS.ErrnoException, runner: Runner): PostgresErrorCode {
  if (code === "EPERM" && runner.uid !== undefined) return "cannotDropPrivileges";
  // The program is there, but not the loader it names: a system without glibc.
  return code === "ENOENT" || code === "ENOEXEC" ? "unsupportedPlatform" : "startFailed";
}

/** The environment without PG* variables and locales, which would lead PostgreSQL elsewhere. */
function environment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG)/.test(name));
  return { ...Object.fromEntries(kept), LC_ALL: "C" };
}
