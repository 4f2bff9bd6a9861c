// Writes the docs that follow from tables: a page for each operation, and what is known of the API. `npm run docs`.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { coveragePage } from "./coverage.ts";
import { operationPages } from "./operations.ts";

const root = join(import.meta.dirname, "../..");
const folder = join(root, "docs/operations");
mkdirSync(folder, { recursive: true });
for (const [name, text] of operationPages()) writeFileSync(join(folder, name), text);
const settings = readFileSync(join(root, "packages/sandbox/src/settings.ts"), "utf8");
writeFileSync(join(root, "docs/coverage.md"), coveragePage(settings));
