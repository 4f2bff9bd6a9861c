// Finds a Chromium: CHROME_PATH, an installed one, or the one that npm brings (x64 Linux), unpacked once.

import { spawn } from "node:child_process";
import { access, constants, mkdtemp, rename, rm, stat } from "node:fs/promises";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";

export interface FoundChromium {
  readonly path: string;
  /** A folder of system libraries that came with it, or undefined. */
  readonly libraries?: string;
}

const npmVersion = "147.0.0";

const installed: Readonly<Record<string, readonly string[]>> = {
  linux: [
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
    "/usr/bin/google-chrome-stable",
    "/opt/google/chrome/chrome",
  ],
  darwin: [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
  ],
  win32: [
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
  ],
};

/** Throws with the remedy when there is none. */
export async function findChromium(): Promise<FoundChromium> {
  const chosen = process.env.CHROME_PATH;
  if (chosen) {
    if (!(await isProgram(chosen))) throw new Error(`CHROME_PATH points to ${chosen}, which cannot be run`);
    return { path: chosen };
  }
  for (const path of installed[process.platform] ?? []) if (await isProgram(path)) return { path };
  if (process.platform === "linux" && process.arch === "x64") return unpacked();
  throw new Error(
    `No Chromium was found for ${process.platform}-${process.arch}. Install one (Debian: apt-get install chromium) or set CHROME_PATH.`,
  );
}

const isProgram = (path: string): Promise<boolean> =>
  access(path, constants.X_OK).then(
    () => true,
    () => false,
  );

/** Unpacks npm's Chromium into the temporary folder once per user; the rename at the end hides a half copy. */
async function unpacked(): Promise<FoundChromium> {
  const folder = join(tmpdir(), `noren-chromium-${npmVersion}-${userInfo().uid}`);
  if (!(await isOurs(folder))) {
    const half = await mkdtemp(`${folder}.`);
    await unpackInto(half);
    await rename(half, folder).catch(async (error) => {
      await rm(half, { recursive: true, force: true });
      if (!(await isOurs(folder))) throw error;
    });
  }
  return { path: join(folder, "chromium"), libraries: join(folder, "al2023", "lib") };
}

/** Guards against a program that somebody else has put in our place. */
async function isOurs(folder: string): Promise<boolean> {
  const found = await stat(folder).catch(() => undefined);
  return found !== undefined && found.uid === userInfo().uid;
}

/** The package unpacks into TMPDIR, and its libraries only where it believes to be on Amazon Linux: so in a process of its own. */
function unpackInto(folder: string): Promise<void> {
  const program = 'import("@sparticuz/chromium").then((it) => it.default.executablePath())';
  const env = { ...process.env, TMPDIR: folder, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs20.x" };
  const child = spawn(process.execPath, ["--eval", program], {
    cwd: import.meta.dirname,
    env,
    stdio: ["ignore", "ignore", "inherit"],
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (code) => (code === 0 ? resolve() : reject(new Error("npm's Chromium could not be unpacked"))));
  });
}
