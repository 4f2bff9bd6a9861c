import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { operationPages } from "./operations.ts";

const folder = join(import.meta.dirname, "../../docs/operations");
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
