import { describe, expect, test } from "vitest";
import { unconfirmedSettings } from "./settings.ts";

const source = (members: string) => `export interface Settings {\n${members}\n}\nconst other = 1; // [U]\n`;

describe("a setting", () => {
  const cases: [string, string, { name: string; says: string }[]][] = [
    ["without a mark is not listed", "/** How long. */\n  readonly a: number;", []],
    ["without a comment is not listed", "readonly a: number;", []],
    ["with a mark is listed", "/** Works. [U] */\n  readonly a: boolean;", [{ name: "a", says: "Works." }]],
    ["may be optional", "/** Works. [U] */\n  readonly a?: boolean;", [{ name: "a", says: "Works." }]],
    [
      "may say what of it",
      "/** Long. [U] for b. */\nreadonly a: 1;",
      [{ name: "a", says: "Long. Unconfirmed for b." }],
    ],
    ["may say where", "/** An id. [U for Japan] */\nreadonly a: 1;", [{ name: "a", says: "An id. (for Japan)" }]],
    [
      "may say why",
      "/** It is. [U: sources disagree] */\nreadonly a: 1;",
      [{ name: "a", says: "It is. (sources disagree)" }],
    ],
    [
      "may be told in lines",
      "/**\n   * One,\n   * two. [U]\n   */\n  readonly a: 1;",
      [{ name: "a", says: "One, two." }],
    ],
    [
      "does not take its neighbour's mark",
      "/** A. */\nreadonly a: 1;\n/** B. [U] */\nreadonly b: 1;",
      [{ name: "b", says: "B." }],
    ],
  ];
  for (const [title, members, expected] of cases)
    test(title, () => expect(unconfirmedSettings(source(members))).toEqual(expected));
});
