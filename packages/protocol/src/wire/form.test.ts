import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { texts } from "../corpus/texts.ts";
import { ProtocolError } from "../errors.ts";
import { formatForm, parseForm } from "./form.ts";

describe("a form", () => {
  for (const { what, text, encoded } of texts)
    test(`carries ${what}`, () => {
      expect(parseForm(`N=${encoded}`)).toEqual([{ name: "N", value: text, canonical: `N=${encoded}` }]);
      expect(formatForm([["N", text]])).toBe(`N=${encoded}`);
    });

  const refused: [string, string][] = [
    ["a percent sign alone", "a=%"],
    ["half an escape", "a=%4"],
    ["an escape that is no hex", "a=%zz"],
    ["an escape cut by the end of the pair", "a=%4&b=1"],
    ["a value without a name", "=1"],
    ["more parameters than are taken", Array.from({ length: 501 }, (_, i) => `p${i}=1`).join("&")],
  ];
  for (const [what, raw] of refused)
    test(`with ${what} is malformed`, () =>
      expect(() => parseForm(raw)).toThrow(expect.objectContaining({ code: "malformedForm" })));

  test("keeps pairs in order, and those that stand twice", () =>
    expect(parseForm("b=1&a=2&b=3").map(({ name, value }) => [name, value])).toEqual([
      ["b", "1"],
      ["a", "2"],
      ["b", "3"],
    ]));
  test("passes over empty parts", () => expect(parseForm("&&a=1&&")).toHaveLength(1));
  test("is read once only: an encoded escape stays an escape", () =>
    expect(parseForm("a=%2541")[0]?.value).toBe("%41"));
  test("keeps equals signs in a value", () => expect(parseForm("a=b=c")[0]?.value).toBe("b=c"));
  test("reads bytes that are no UTF-8 as Latin-1", () => expect(parseForm("a=caf%E9")[0]?.value).toBe("café"));

  test("reads back whatever it writes", () =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.string({ unit: "binary", minLength: 1 }), fc.string({ unit: "binary" }))),
        (pairs) => {
          expect(parseForm(formatForm(pairs)).map(({ name, value }) => [name, value])).toEqual(pairs);
        },
      ),
    ));
  test("is canonical the second time", () =>
    fc.assert(
      fc.property(fc.string(), (raw) => {
        const once = parseOrUndefined(raw);
        if (!once) return;
        const again = parseForm(once.map(({ canonical }) => canonical).join("&"));
        expect(again).toEqual(once);
      }),
    ));
});

function parseOrUndefined(raw: string) {
  try {
    return parseForm(raw);
  } catch (error) {
    expect(error).toBeInstanceOf(ProtocolError);
    return undefined;
  }
}
