// Holds the house together: `npm test` runs it over the repository. Each check is a function from files to findings.

import { join } from "node:path";
import { checkBanned } from "./banned.ts";
import { checkDependencies } from "./dependencies.ts";
import { checkErrors } from "./errors.ts";
import { checkImports } from "./imports.ts";
import { checkOperations } from "./operations.ts";
import { checkSizes } from "./sizes.ts";
import { checkSql } from "./sql.ts";
import { type Check, readTree } from "./tree.ts";
import { checkWords } from "./words.ts";

const checks: readonly Check[] = [
  checkImports,
  checkBanned,
  checkSizes,
  checkDependencies,
  checkErrors,
  checkOperations,
  checkSql,
  checkWords,
];

const tree = readTree(join(import.meta.dirname, "../.."));
const findings = checks.flatMap((check) => check(tree));
for (const { path, line, problem } of findings) console.error(`${path}${line ? `:${line}` : ""}: ${problem}`);
console.error(findings.length === 0 ? `tidy: ${tree.size} files, nothing found` : `tidy: ${findings.length} findings`);
process.exitCode = findings.length === 0 ? 0 : 1;
