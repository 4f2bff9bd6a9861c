// `noren keys rotate`: wraps every data key by a new master key. Data stays as it is.
import { open, readFile, rename, stat } from "node:fs/promises";
import { join } from "node:path";
import { systemClock, systemRandom } from "@noren-pay/base";
import { loadMasterKey, makePool, masterKeyFile, parseMasterKey, rewrap } from "@noren-pay/payments";
import { Command } from "commander";
import { lockFolder } from "../data/lock.ts";
import { CliError } from "../errors.ts";
import { dataDirOf } from "../settings.ts";
import { withDatabase } from "../start/database.ts";

type Env = Readonly<Record<string, string | undefined>>;

interface Flags {
  readonly json?: boolean;
}

export function keys(): Command {
  const rotate = new Command("rotate")
    .description("wrap all data keys by a new master key, in one transaction")
    .option("--json", "print JSON")
    .addHelpText(
      "after",
      `
Stop the services first: one that runs keeps working with the old key, and must not make keys with it.
Where NOREN_MASTER_KEY is set: put the new key into NOREN_NEW_MASTER_KEY (64 hex digits, or base64 of 32 bytes),
or into a file of mode 600 named by NOREN_NEW_MASTER_KEY_FILE. Start the services with it afterwards.
Without NOREN_MASTER_KEY the key lies in the data folder: a new one is made there and takes its place.
When it was interrupted, run it again with the same settings: it goes on where it stopped.`,
    )
    .action((flags: Flags) => run(flags, process.env));
  return new Command("keys").description("the keys that seal what is stored").addCommand(rotate);
}

async function run({ json }: Flags, env: NodeJS.ProcessEnv): Promise<void> {
  const wrapped = env.NOREN_MASTER_KEY ? await rotateGiven(env) : await rotateFile(env);
  process.stdout.write(
    json ? `${JSON.stringify({ wrapped })}\n` : `${wrapped} keys are wrapped by the new master key.\n`,
  );
}

async function rotateGiven(env: Env): Promise<number> {
  const file = env.NOREN_NEW_MASTER_KEY_FILE;
  const text = env.NOREN_NEW_MASTER_KEY || (file ? await readPrivate(file) : undefined);
  if (text === undefined)
    throw new CliError("badVariable", "Set NOREN_NEW_MASTER_KEY or NOREN_NEW_MASTER_KEY_FILE; see --help.");
  return rewrapAll(env, await loadMasterKey({ env }), parseMasterKey(text));
}

/**
 * The new key lies safely on the disk beside the old one before any data key is wrapped by it, and takes the old one's
 * place only afterwards: whenever this is interrupted, the key that opens the database is in one of the two files.
 */
async function rotateFile(env: Env): Promise<number> {
  const dataDir = dataDirOf(env);
  const lock = await lockFolder(dataDir);
  try {
    const path = join(dataDir, masterKeyFile);
    const next = `${path}.next`;
    const old = parseMasterKey(await readPrivate(path));
    const wrapped = await rewrapAll(env, old, await nextKey(next));
    await rename(next, path);
    await syncFolder(dataDir);
    return wrapped;
  } finally {
    await lock.release();
  }
}

async function rewrapAll(env: Env, old: Uint8Array, next: Uint8Array): Promise<number> {
  return withDatabase(env, async (url) => {
    const pool = makePool(url, 1);
    const db = { pool, clock: systemClock, random: systemRandom };
    return rewrap(db, old, next).finally(() => pool.end());
  });
}

/** The key that an interrupted rotation has left, or a new one. */
async function nextKey(path: string): Promise<Uint8Array> {
  const left = await readFile(path, "utf8").catch(() => "");
  // A file that was cut off while it was written has wrapped nothing yet.
  if (/^[0-9a-f]{64}\n$/.test(left)) return parseMasterKey(left);
  const key = systemRandom.bytes(32);
  const file = await open(path, "w", 0o600);
  try {
    await file.chmod(0o600);
    await file.writeFile(`${Buffer.from(key).toString("hex")}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await syncFolder(join(path, ".."));
  return key;
}

async function readPrivate(path: string): Promise<string> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) throw new CliError("badVariable", `${path}: there is no such file.`);
  if (process.platform !== "win32" && (found.mode & 0o077) !== 0)
    throw new CliError("badVariable", `${path}: others can read it; its mode must be 600.`);
  return readFile(path, "utf8");
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, "r");
  await folder.sync().finally(() => folder.close());
}
