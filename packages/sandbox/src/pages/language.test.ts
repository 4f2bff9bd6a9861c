import { describe, expect, test } from "vitest";
import { chooseLanguage } from "./language.ts";

describe("the language of a page", () => {
  const cases: [string, string | null, string | undefined, string][] = [
    ["is Japanese when nothing is said", null, undefined, "ja"],
    ["is the one asked for", "ja-JP", "en", "ja"],
    ["is English for any other one asked for", "de-DE", "ja", "en"],
    ["is the browser's first that there is", null, "fr, en;q=0.5, ja;q=0.8", "ja"],
    ["is English when the browser prefers it", null, "en-US,en;q=0.9,ja;q=0.8", "en"],
    ["is English for a browser that has neither", null, "fr-FR", "en"],
    ["leaves out what a browser refuses", null, "ja;q=0, en", "en"],
    ["takes a star for nothing said", null, "*", "ja"],
  ];
  for (const [title, asked, header, language] of cases)
    test(title, () => expect(chooseLanguage(asked, header)).toBe(language));
});
