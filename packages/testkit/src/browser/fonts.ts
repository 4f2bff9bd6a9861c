// A Japanese font for a machine that has none. Chromium draws no WOFF2 of the system's fonts, so the files that npm
// brings are turned into TrueType once (0.2 s) and a fontconfig file points there.

/// <reference path="./wawoff2.d.ts" />

import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir, userInfo } from "node:os";
import { dirname, join } from "node:path";
import { decompress } from "wawoff2";

const version = "5.3.1";

/** The path of a fontconfig file with the machine's own fonts and Noto Sans JP; undefined where fontconfig is not used. */
export async function japaneseFonts(): Promise<string | undefined> {
  if (process.platform !== "linux") return undefined;
  const folder = join(tmpdir(), `noren-fonts-${version}-${userInfo().uid}`);
  const found = await stat(folder).catch(() => undefined);
  if (found?.uid !== userInfo().uid) await makeFonts(folder);
  return join(folder, "fonts.conf");
}

async function makeFonts(folder: string): Promise<void> {
  const half = await mkdtemp(`${folder}.`);
  const source = join(
    dirname(createRequire(import.meta.url).resolve("@fontsource-variable/noto-sans-jp/package.json")),
    "files",
  );
  await mkdir(join(half, "ttf"));
  for (const file of await readdir(source)) {
    const font = await decompress(await readFile(join(source, file)));
    await writeFile(join(half, "ttf", file.replace(/\.woff2$/, ".ttf")), font);
  }
  await writeFile(join(half, "fonts.conf"), configuration(folder));
  await rename(half, folder).catch(() => rm(half, { recursive: true, force: true }));
}

const configuration = (folder: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${folder}/ttf</dir>
  <cachedir>${folder}/cache</cachedir>
</fontconfig>
`;
