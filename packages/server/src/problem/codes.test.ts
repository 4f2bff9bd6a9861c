import { describe, expect, test } from "vitest";
import { type Language, languageOf, problems } from "./codes.ts";

describe("the language of an answer", () => {
  const cases: [string, string | undefined, Language][] = [
    ["is Japanese when nothing is asked for", undefined, "ja"],
    ["is Japanese for a Japanese browser", "ja,en-US;q=0.9,en;q=0.8", "ja"],
    ["is English for an English browser", "en-GB,en;q=0.9", "en"],
    ["goes by quality, not by place", "en;q=0.5,ja;q=0.9", "ja"],
    ["is English for everybody else", "fr-FR,fr;q=0.9", "en"],
    ["is Japanese where anything will do", "*", "ja"],
    ["is English when Japanese is refused", "ja;q=0,en", "en"],
    ["survives nonsense", ";;q=x,,", "en"],
  ];
  for (const [title, header, expected] of cases) test(title, () => expect(languageOf(header)).toBe(expected));
});

describe("every problem", () => {
  for (const [code, row] of Object.entries(problems))
    test(`${code} has a text in both languages and a status of an error`, () => {
      expect(row.ja).toMatch(/[ぁ-んァ-ン]/);
      expect(row.en).toMatch(/\.$/);
      expect(row.status).toBeGreaterThanOrEqual(400);
    });
});
