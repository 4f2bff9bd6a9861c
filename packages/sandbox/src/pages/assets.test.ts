import { describe, expect, test } from "vitest";
import { pageFiles, widgetsScript } from "./assets.ts";

describe("Widgets.js", () => {
  const text = widgetsScript({ origin: "http://localhost:1", environment: "Sandbox", region: "jp" });
  test("is one plain script without imports, exports or an anonymous define", () => {
    expect(() => new Function(text)).not.toThrow();
    expect(text).not.toMatch(/^\s*(import|export)\s/m);
    expect(text).not.toMatch(/\bdefine\(/);
  });
  test("says whose it is", () => expect(text).toContain("Not Amazon's"));
  test("declares no name twice, though its parts share one scope", () => {
    const names = [...text.matchAll(/^(?:const|let|async function|function)\s+(\w+)/gm)].map((match) => match[1]);
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  });
});

test("every page file is there", () => {
  expect(pageFiles().map(({ path }) => path)).toEqual([
    "/noren-pages/pages.css",
    "/noren-pages/relay.js",
    "/noren-pages/widget.js",
    "/noren-pages/widget-view.js",
  ]);
});
