import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { texts } from "../corpus/texts.ts";
import { ProtocolError } from "../errors.ts";
import { childOf, readXml } from "./read.ts";
import { escapeText } from "./write.ts";

const codeOf = (text: string) => {
  try {
    readXml(text);
  } catch (error) {
    if (error instanceof ProtocolError) return error.code;
    throw error;
  }
  return "read";
};

describe("reading XML", () => {
  const refused: [string, string, string][] = [
    ["nothing", "", "malformedXml"],
    ["white space alone", "  \n", "malformedXml"],
    ["plain text", "InvalidOrderReferenceStatus", "malformedXml"],
    ["an element that is not closed", "<a><b></a>", "malformedXml"],
    ["an element closed twice", "<a></a></a>", "malformedXml"],
    ["two roots", "<a/><b/>", "malformedXml"],
    ["text after the root", "<a/>x", "malformedXml"],
    ["a DOCTYPE", '<!DOCTYPE a SYSTEM "x"><a/>', "malformedXml"],
    ["a DOCTYPE with entities", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "malformedXml"],
    ["an entity beside the five", "<a>&nbsp;</a>", "malformedXml"],
    ["a bare ampersand", "<a>a & b</a>", "malformedXml"],
    ["a reference to a control character", "<a>&#1;</a>", "malformedXml"],
    ["a control character", "<a>\u0001</a>", "malformedXml"],
    ["a NUL", "<a>\u0000</a>", "malformedXml"],
    ["`]]>` in text", "<a>]]></a>", "malformedXml"],
    ["an attribute without quotes", "<a b=c/>", "malformedXml"],
    ["an attribute that stands twice", '<a b="1" b="2"/>', "malformedXml"],
    ["a prefix that is bound to nothing", "<p:a/>", "malformedXml"],
    ["a tag cut off", "<a><b", "malformedXml"],
    ["HTML", "<html><body><br></body></html>", "malformedXml"],
    ["33 levels", "<a>".repeat(33) + "</a>".repeat(33), "xmlTooLarge"],
    ["more than 20,000 elements", `<a>${"<b/>".repeat(20_000)}</a>`, "xmlTooLarge"],
    ["more than 1 MiB", `<a>${"x".repeat(1_048_576)}</a>`, "xmlTooLarge"],
  ];
  for (const [what, xml, code] of refused) test(`refuses ${what}`, () => expect(codeOf(xml)).toBe(code));

  const read: [string, string, string][] = [
    ["the five entities and references", "<a>&lt;&gt;&amp;&quot;&apos;&#x3042;&#12354;</a>", "<>&\"'ああ"],
    ["CDATA", "<a><![CDATA[<b> & ]]]]><![CDATA[>]]></a>", "<b> & ]]>"],
    ["text around a comment", "<a>12<!-- x -->34</a>", "1234"],
    ["CR LF and CR as LF", "<a>1\r\n2\r3</a>", "1\n2\n3"],
    ["CR by reference as CR", "<a>1&#13;\n2</a>", "1\r\n2"],
    ["numbers as text", "<a>0312345678</a>", "0312345678"],
    ["white space untrimmed", "<a> 1 </a>", " 1 "],
    ["a declaration before the root", '<?xml version="1.0" encoding="UTF-8"?>\n<a>x</a>\n', "x"],
  ];
  for (const [what, xml, text] of read) test(`reads ${what}`, () => expect(readXml(xml).text).toBe(text));

  test("takes 32 levels", () => expect(codeOf("<a>".repeat(32) + "</a>".repeat(32))).toBe("read"));
  test("tells elements by their local name, in whatever namespace", () => {
    const root = readXml('<x:a xmlns:x="urn:1" xmlns="urn:2"><x:b>1</x:b><b>2</b></x:a>');
    expect(root.name).toBe("a");
    expect(root.children.map((child) => [child.name, child.text])).toEqual([
      ["b", "1"],
      ["b", "2"],
    ]);
    expect(childOf(root, "b")?.text).toBe("1");
    expect(childOf(root, "c")).toBeUndefined();
  });

  for (const { what, text } of texts)
    test(`gives back ${what}`, () => expect(readXml(`<a>${escapeText(text)}</a>`).text).toBe(text));

  test("does not tell what it read in its error", () => {
    try {
      readXml("<a>山田 太郎 & Co</a>");
      expect.unreachable();
    } catch (error) {
      expect(String(error)).not.toContain("山田");
      expect((error as ProtocolError).cause).toBeUndefined();
    }
  });

  const piece = fc.oneof(
    fc.constantFrom("<", ">", "</", "/>", "<a>", "</a>", "<a", "&", "&lt;", ";", "<!--", "-->", "<![CDATA[", "]]>"),
    fc.constantFrom("<?xml", "?>", "<!DOCTYPE", "[", "]", " xmlns='u'", "p:", "=", '"', "'", "\0", "\ud800", "\ufeff"),
    fc.string({ unit: "binary", maxLength: 5 }),
  );
  test("never throws anything but ProtocolError", () =>
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        codeOf(pieces.join(""));
      }),
      { numRuns: 2_000 },
    ));
});
