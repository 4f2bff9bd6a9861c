// The master key wraps the data keys and encrypts nothing else. Losing it loses every sealed column.
import { createHash } from "node:crypto";
import { mkdir, open, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Random } from "@noren-pay/base";
import { systemRandom } from "@noren-pay/base";
import { PaymentsError } from "../../errors.ts";

/** File name in the data folder. */
export const masterKeyFile = "master-key";

/**
 * The 32 bytes of `NOREN_MASTER_KEY` (64 hex digits, or base64); without it the file `master-key` in the data folder,
 * which is made with mode 600 at the first start.
 * Throws `masterKeyInvalid`, `masterKeyReadable`, and `masterKeyMissing` when there is neither variable nor folder.
 */
export async function loadMasterKey(options: {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly dataDir?: string | undefined;
  readonly random?: Pick<Random, "bytes">;
}): Promise<Uint8Array> {
  const given = options.env.NOREN_MASTER_KEY;
  if (given !== undefined && given !== "") return parseMasterKey(given);
  if (options.dataDir === undefined) throw new PaymentsError("masterKeyMissing", { operation: "loadMasterKey" });
  const path = join(options.dataDir, masterKeyFile);
  return (await keyFromFile(path)) ?? (await makeKeyFile(path, options.random ?? systemRandom));
}

/** Reads 64 hex digits or base64 of 32 bytes. Throws `masterKeyInvalid`. */
export function parseMasterKey(text: string): Uint8Array {
  const trimmed = text.trim();
  if (/^[0-9a-f]{64}$/i.test(trimmed)) return new Uint8Array(Buffer.from(trimmed, "hex"));
  const bytes = /^[A-Za-z0-9+/_-]{43}=?$/.test(trimmed) ? Buffer.from(trimmed, "base64") : Buffer.alloc(0);
  if (bytes.length !== 32) throw new PaymentsError("masterKeyInvalid", { operation: "parseMasterKey" });
  return new Uint8Array(bytes);
}

/** A name for a master key that does not tell it. */
export const masterKeyId = (key: Uint8Array): string =>
  createHash("sha256").update("noren master key").update(key).digest("hex").slice(0, 16);

async function keyFromFile(path: string): Promise<Uint8Array | undefined> {
  const found = await stat(path).catch(() => undefined);
  if (!found) return undefined;
  // Windows has no such bits; there the folder's own rights must do.
  if (process.platform !== "win32" && (found.mode & 0o077) !== 0)
    throw new PaymentsError("masterKeyReadable", { operation: "loadMasterKey" });
  return parseMasterKey(await readFile(path, "utf8"));
}

async function makeKeyFile(path: string, random: Pick<Random, "bytes">): Promise<Uint8Array> {
  await mkdir(join(path, ".."), { recursive: true, mode: 0o700 });
  const key = random.bytes(32);
  const file = await open(path, "wx", 0o600).catch((error: NodeJS.ErrnoException) => {
    // Another process of ours was first: its key is the one.
    if (error.code === "EEXIST") return undefined;
    throw error;
  });
  if (!file) return (await keyFromFile(path)) ?? key;
  try {
    await file.writeFile(`${Buffer.from(key).toString("hex")}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  return key;
}
