import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ProtocolError } from "../errors.ts";
import { readXml } from "./read.ts";
import { escapeText, isXmlText, textElement } from "./write.ts";

describe("writing XML text", () => {
  const cases: [string, string, string][] = [
    ["leaves Japanese alone", "山田 太郎 ﾔﾏﾀﾞ 🎁", "山田 太郎 ﾔﾏﾀﾞ 🎁"],
    ["escapes markup", "<b> & ]]>", "&lt;b&gt; &amp; ]]&gt;"],
    ["leaves quotes alone", "\"'", "\"'"],
    ["keeps CR by a reference", "1\r\n2", "1&#13;\n2"],
    ["escapes what is already escaped", "&lt;", "&amp;lt;"],
  ];
  for (const [title, text, xml] of cases) test(title, () => expect(escapeText(text)).toBe(xml));

  for (const code of [0, 1, 8, 11, 12, 14, 31, 0xd800, 0xdbff, 0xdc00, 0xdfff, 0xfffe, 0xffff])
    test(`refuses U+${code.toString(16).toUpperCase().padStart(4, "0")}`, () => {
      const text = `a${String.fromCharCode(code)}b`;
      expect(isXmlText(text)).toBe(false);
      expect(() => escapeText(text)).toThrow(ProtocolError);
    });

  test("an empty text is a closed tag without white space", () => expect(textElement("IdList", "")).toBe("<IdList/>"));

  test("every text that is taken comes back", () =>
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        fc.pre(isXmlText(text));
        expect(readXml(textElement("a", text)).text).toBe(text);
      }),
    ));
  test("every text that is not taken is refused with a code", () =>
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 0xffff })), (codes) => {
        const text = String.fromCharCode(...codes);
        if (isXmlText(text)) escapeText(text);
        else expect(() => escapeText(text)).toThrow(expect.objectContaining({ code: "unwritableText" }));
      }),
    ));
});
