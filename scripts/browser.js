// Sees to it that tests find a Chromium. On x64 Linux npm brings one; elsewhere an installed one is used. On Debian as
// root, such as a container on an ARM machine, it is installed here; where that cannot be, the remedy is said.

import { existsSync } from "node:fs";
import { run } from "./run.js";

const places = [
  process.env.CHROME_PATH,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/opt/google/chrome/chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
];

const broughtByNpm = process.platform === "linux" && process.arch === "x64";
if (!broughtByNpm && !places.some((path) => path && existsSync(path))) install();

function install() {
  const remedy = "No Chromium was found: install one (Debian: apt-get install chromium), or set CHROME_PATH.";
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return fail(remedy);
  console.log("Installing Chromium by apt-get, since npm brings none for this processor.");
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  for (const args of [["update"], ["install", "--yes", "--no-install-recommends", "chromium"]])
    if (run("apt-get", ["--quiet", "--quiet", ...args], { env }).status !== 0) return fail(remedy);
}

function fail(message) {
  console.error(message);
  process.exitCode = 1;
}
