import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { operationNames } from "@noren-pay/protocol";
import { describe, expect, test } from "vitest";
import { coveragePage } from "./coverage.ts";
import { operationPages } from "./operations.ts";

const root = join(import.meta.dirname, "../..");
const folder = join(root, "docs/operations");
const written = operationPages();

describe("the pages of the operations", () => {
  for (const [name, text] of written)
    test(`${name} is what npm run docs writes`, () => {
      expect(readFileSync(join(folder, name), "utf8")).toBe(text);
    });

  test("are all there is in their folder", () => {
    expect(readdirSync(folder).sort()).toEqual([...written.keys()].sort());
  });
});

describe("the page of what is known", () => {
  const page = coveragePage(readFileSync(join(root, "packages/sandbox/src/settings.ts"), "utf8"));
  test("is what npm run docs writes", () => expect(readFileSync(join(root, "docs/coverage.md"), "utf8")).toBe(page));
  test("says first what the sandbox does not imitate", () =>
    expect(/^## (.*)$/m.exec(page)?.[1]).toBe("What the sandbox does not imitate"));
  test("names every operation and every unconfirmed setting", () => {
    for (const name of operationNames) expect(page).toContain(`| [${name}](operations/`);
    expect(page).toContain("| `confirmOpenIsNoOp` |");
  });
});
