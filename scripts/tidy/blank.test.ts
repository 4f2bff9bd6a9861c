import { describe, expect, test } from "vitest";
import { blank } from "./blank.ts";

describe("blanked code", () => {
  const cases: [string, string, string][] = [
    ["loses comments of both kinds", "a; // b\n/* c\n d */ e", "a;     \n    \n      e"],
    ["loses what strings hold", `f("a//b", 'c\\'d')`, `f("    ", '    ')`],
    ["keeps the code inside a template", "`a ${b(`c`)} d`; e", "`  ${b(` `)}  `; e"],
    ["loses what a regular expression holds", `x = /["'/]\\/\\/a/g; y`, `x = /          /g; y`],
    ["takes a division for what it is", `x = a / b; "c" / d`, `x = a / b; " " / d`],
    ["is not misled by braces in templates", "`${{ a: 1 }.a} // b`; // c", "`${{ a: 1 }.a}     `;     "],
  ];
  for (const [title, given, expected] of cases) test(title, () => expect(blank(given).codeOnly).toBe(expected));

  test("keeps strings where they are asked for", () => {
    expect(blank(`import "a"; // "b"`).withStrings).toBe(`import "a";       `);
  });
});
