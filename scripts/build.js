// Builds everything: the rooms by TypeScript, then the browser's bundles by Vite. npm runs it after an install
// (`prepare`), `npm run build` runs it by hand. What has not changed is not built again.

import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bin, root, run } from "./run.js";

/** Rooms whose result is a bundle, in the order in which they need each other. */
const bundles = ["packages/browser", "packages/console"];

build();

function build() {
  if (!existsSync(bin("tsc")))
    fail(
      "TypeScript is not installed: run npm ci with development dependencies (no --omit=dev, no NODE_ENV=production).",
    );
  step("tsc -b", process.execPath, [bin("tsc"), "-b"]);
  for (const room of bundles) bundle(room);
}

/** @param {string} room a folder with a build script of its own, or with a configuration of Vite's */
function bundle(room) {
  const folder = join(root, room);
  const { scripts = {} } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const config = readdirSync(folder).some((name) => /^vite\.config\.\w+$/.test(name));
  if (!scripts.build && !config) return;
  const stamp = join(folder, "dist/.built-from");
  const sources = fingerprint(folder);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === sources) return;
  if (scripts.build) step(`${room}: ${scripts.build}`, "npm", ["run", "build", "--silent"], folder);
  else step(`${room}: vite build`, process.execPath, [bin("vite"), "build", "--logLevel", "warn"], folder);
  mkdirSync(join(folder, "dist"), { recursive: true });
  writeFileSync(stamp, sources);
}

/** What a bundle is made from: its own files, the tables it may import, and the versions of what it depends on. */
function fingerprint(folder) {
  const hash = createHash("sha256");
  for (const each of [folder, join(root, "packages/protocol/src"), join(root, "packages/base/src")])
    for (const file of filesOf(each)) hash.update(`${file}\n`).update(readFileSync(file));
  return hash.update(readFileSync(join(root, "package-lock.json"))).digest("hex");
}

/** @returns {string[]} */
function filesOf(folder) {
  return readdirSync(folder)
    .filter((name) => name !== "dist" && name !== "node_modules")
    .sort()
    .flatMap((name) => {
      const path = join(folder, name);
      return statSync(path).isDirectory() ? filesOf(path) : [path];
    });
}

function step(title, program, args, cwd = root) {
  const { status, error } = run(program, args, { cwd });
  if (status !== 0) fail(`"${title}" failed${error ? `: ${error.message}` : ", see above"}.`);
}

function fail(message) {
  console.error(`\nbuild: ${message}`);
  process.exit(1);
}
