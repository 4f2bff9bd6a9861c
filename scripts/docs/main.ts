// Writes the docs that follow from tables: a page for each operation. `npm run docs`.

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { operationPages } from "./operations.ts";

const folder = join(import.meta.dirname, "../../docs/operations");
mkdirSync(folder, { recursive: true });
for (const [name, text] of operationPages()) writeFileSync(join(folder, name), text);
