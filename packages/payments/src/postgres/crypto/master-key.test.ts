import { chmod, mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadMasterKey, masterKeyFile, masterKeyId, parseMasterKey } from "./master-key.ts";

const key = new Uint8Array(32).map((_, at) => at * 7);
let dataDir: string;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "noren-key-"));
});
afterAll(() => rm(dataDir, { recursive: true }));

describe("a master key", () => {
  const written: [string, string][] = [
    ["hex", Buffer.from(key).toString("hex")],
    ["capital hex with a line end", `${Buffer.from(key).toString("hex").toUpperCase()}\n`],
    ["base64", Buffer.from(key).toString("base64")],
    ["base64url", Buffer.from(key).toString("base64url")],
  ];
  test.each(written)("is read from %s", (_, text) => expect(parseMasterKey(text)).toEqual(key));

  const wrong = ["", "short", "00".repeat(31), "00".repeat(33), "zz".repeat(32), Buffer.alloc(31).toString("base64")];
  test.each(wrong)("is not read from %j", (text) => expect(() => parseMasterKey(text)).toThrow("32 bytes"));

  test("has a name that tells nothing of it", () => {
    expect(masterKeyId(key)).toMatch(/^[0-9a-f]{16}$/);
    expect(Buffer.from(key).toString("hex")).not.toContain(masterKeyId(key));
  });
});

describe("loading the master key", () => {
  test("takes the environment's before the file's", async () => {
    const env = { NOREN_MASTER_KEY: Buffer.from(key).toString("hex") };
    expect(await loadMasterKey({ env, dataDir: "/nowhere" })).toEqual(key);
  });

  test("makes a file of mode 600 once, and reads it ever after", async () => {
    const dir = join(dataDir, "new", "folder");
    const [one, two] = await Promise.all([
      loadMasterKey({ env: {}, dataDir: dir }),
      loadMasterKey({ env: {}, dataDir: dir }),
    ]);
    expect(one).toHaveLength(32);
    expect(two).toEqual(one);
    expect(await loadMasterKey({ env: {}, dataDir: dir })).toEqual(one);
    expect((await stat(join(dir, masterKeyFile))).mode & 0o777).toBe(0o600);
  });

  test("refuses a file that others can read", async () => {
    await loadMasterKey({ env: {}, dataDir });
    await chmod(join(dataDir, masterKeyFile), 0o644);
    await expect(loadMasterKey({ env: {}, dataDir })).rejects.toMatchObject({ code: "masterKeyReadable" });
  });

  test("has nowhere to look without variable and folder", async () => {
    await expect(loadMasterKey({ env: {} })).rejects.toMatchObject({ code: "masterKeyMissing" });
  });
});
