import { describe, expect, test } from "vitest";
import { AmazonPayPageError, pageErrors, textOf } from "./errors.ts";

describe("the errors of a page", () => {
  test("tell the buyer in both languages, without Amazon's codes", () => {
    for (const { text } of Object.values(pageErrors)) {
      expect(text.ja).toMatch(/[ぁ-ん].*。$/);
      expect(text.en).toMatch(/^[A-Z].*\.$/);
    }
  });
  test("have a general text for a code that is new at Amazon", () => {
    expect(textOf("BrandNew", "en")).toBe("Something went wrong. Please try again.");
  });
  test("carry code, retry and cause", () => {
    const cause = new Error("x");
    const error = new AmazonPayPageError("ScriptNotLoaded", { cause });
    expect(error).toMatchObject({ code: "ScriptNotLoaded", retry: "later", cause });
  });
});
