// `npm test`: format and lint, build and types, tidy, every test. A failing step does not hide the ones after it; the
// last line is `N passed, N failed` of the tests, and any failure at all ends with a non-zero exit.

import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { countTests } from "./count-tests.js";
import { bin, root, run } from "./run.js";

/** Tests that hang are ended, so that the whole run stays well under 15 minutes. */
const testsMsMax = 11 * 60_000;
const report = join(root, "artifacts/vitest.json");

/** Checked apart from the build, which checks all other sources. */
const typeChecks = ["tsconfig.tests.json", "packages/console/tsconfig.json"].filter((path) =>
  existsSync(join(root, path)),
);

const node = (...args) => [process.execPath, args];

const steps = [
  ["format and lint", ...node(bin("biome"), "ci", "--error-on-warnings", ".")],
  ["build", ...node("scripts/build.js")],
  ...typeChecks.map((path) => [`types of ${path}`, ...node(bin("tsc"), "-p", path, "--noEmit")]),
  ["tidy", ...node("--import", "tsx", "scripts/tidy/main.ts")],
  ["browser", ...node("scripts/browser.js")],
  ["tests", ...node(bin("vitest"), "run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`)],
];

main();

function main() {
  mkdirSync(join(root, "artifacts"), { recursive: true });
  rmSync(report, { force: true });
  const results = steps.map(([title, program, args]) => {
    console.log(`\n── ${title}`);
    const before = performance.now();
    const timeout = title === "tests" ? testsMsMax : undefined;
    const { status, signal } = run(program, args, { timeout });
    const seconds = ((performance.now() - before) / 1000).toFixed(1);
    return { title, ok: status === 0, words: signal ? `ended by ${signal}` : status === 0 ? "ok" : "failed", seconds };
  });
  const tests = countTests(existsSync(report) ? readFileSync(report, "utf8") : undefined);

  console.log("\n── summary");
  for (const { title, words, seconds } of results) console.log(`${title.padEnd(42)} ${words.padEnd(8)} ${seconds} s`);
  if (tests.skipped > 0) console.log(`${tests.skipped} skipped`);
  if (tests.passed + tests.failed === 0) console.log("no test ran");
  console.log(`${tests.passed} passed, ${tests.failed} failed`);
  process.exitCode = results.every(({ ok }) => ok) && tests.failed === 0 && tests.passed > 0 ? 0 : 1;
}
