import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { defaultSettings } from "./settings.ts";

test("every setting stands in docs/sandbox.md, and no other", () => {
  const docs = readFileSync(new URL("../../../docs/sandbox.md", import.meta.url), "utf8");
  const section = docs.split("## Settings")[1]?.split("\n## ")[0] ?? "";
  const documented = [...section.matchAll(/^\| `(\w+)`/gm)].map(([, name]) => name);
  expect(documented.sort()).toEqual(Object.keys(defaultSettings).sort());
});
