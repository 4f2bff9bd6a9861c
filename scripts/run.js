// What the scripts share: where the repository is, and how a program is run in it.

import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

export const root = join(import.meta.dirname, "..");

const packageOf = { tsc: "typescript", vite: "vite", vitest: "vitest", biome: "@biomejs/biome" };

/**
 * The script of a development tool, to be run by node: quicker than npx, and the same on every system.
 * @param {keyof typeof packageOf} name
 * @returns {string} a path, or "" when the tool is not installed
 */
export function bin(name) {
  const folder = join(root, "node_modules", packageOf[name]);
  try {
    const { bin: entry } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    return join(folder, typeof entry === "string" ? entry : entry[name]);
  } catch {
    return "";
  }
}

/** Runs a program to its end, its words going where ours go. */
export function run(program, args, { cwd = root, env = process.env, timeout = undefined } = {}) {
  const shell = process.platform === "win32" && program === "npm";
  return spawnSync(program, args, { cwd, env, timeout, shell, stdio: "inherit" });
}
