// Writing and reading of field groups against each other, and each against what it must be.
import { type CurrencyCode, currencyDecimals } from "@noren-pay/base";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ProtocolError } from "../errors.ts";
import {
  type Field,
  type Fields,
  flag,
  group,
  integer,
  list,
  optional,
  price,
  text,
  timestamp,
  word,
} from "../fields.ts";
import { operationNames, operations } from "../operations.ts";
import { readXml } from "../xml/read.ts";
import { isXmlText } from "../xml/write.ts";
import { readFields } from "./read-values.ts";
import { readResponse, writeResponse } from "./response.ts";
import { compileWriter, writeFields } from "./write-values.ts";

const xmlText = fc.string({ unit: "binary", maxLength: 20 }).filter(isXmlText);
const instant = fc.integer({ min: 0, max: Date.UTC(2100, 0) });

function arbitraryOf(field: Field): fc.Arbitrary<unknown> {
  switch (field.kind) {
    case "text":
      return xmlText;
    case "word":
      return fc.constantFrom(...field.words, "SomethingNew");
    case "flag":
      return fc.boolean();
    case "integer":
      return fc.integer({ min: field.min, max: field.max });
    case "timestamp":
      return field.wholeSeconds ? instant.map((ms) => ms - (ms % 1000)) : instant;
    case "price":
      return fc.record({
        amount: fc.nat({ max: 10_000_000_00 }),
        currencyCode: fc.constantFrom(...(Object.keys(currencyDecimals) as CurrencyCode[])),
      });
    case "list":
      return fc.array(arbitraryOf(field.item), { maxLength: 3 });
    case "group":
      return arbitraryGroup(field.fields);
  }
}

function arbitraryGroup(fields: Fields): fc.Arbitrary<object> {
  const names = Object.keys(fields);
  const requiredKeys = names.filter((name) => !("optional" in (fields[name] as Field)));
  const model = Object.fromEntries(names.map((name) => [name, arbitraryOf(fields[name] as Field)]));
  return fc.record(model, { requiredKeys, noNullPrototype: true });
}

describe("fields", () => {
  for (const name of operationNames)
    test(`an answer of ${name} is read back as it was written`, () => {
      const operation = operations[name];
      fc.assert(
        fc.property(arbitraryGroup(operation.response), (response) => {
          const xml = writeResponse(operation, response as never, "id-1");
          expect(readResponse(operation, xml)).toEqual({ response, requestId: "id-1" });
        }),
        { numRuns: 30 },
      );
    });

  test("read anything with a code, or not at all", () => {
    const piece = fc.constantFrom(
      "<Amount>1</Amount>",
      "<CurrencyCode>JPY</CurrencyCode>",
      "<State>Open</State>",
      "<Total>",
      "</Total>",
      "<List>",
      "</List>",
      "<member>x</member>",
      "<At>2020-01-01T00:00:00Z</At>",
      "<On>true</On>",
      "x",
    );
    const fields = {
      Total: price(),
      State: word("Open"),
      List: list(text()),
      At: timestamp(),
      On: flag(),
      N: integer({ min: 0, max: 9 }),
    };
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        try {
          readFields(fields, readXml(`<a>${pieces.join("")}</a>`));
        } catch (error) {
          expect(error).toBeInstanceOf(ProtocolError);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe("writing fields", () => {
  const cases: [string, Fields, object, string][] = [
    ["an empty list stands there without white space", { IdList: list(text()) }, { IdList: [] }, "<IdList/>"],
    ["a list that nobody gave stands there too", { IdList: list(text()) }, {}, "<IdList/>"],
    ["an optional list that nobody gave is left out", { L: optional(list(text())) }, {}, ""],
    ["a list names its members", { L: list(text(), "Id") }, { L: ["1", "2"] }, "<L><Id>1</Id><Id>2</Id></L>"],
    ["yen have no decimals", { P: price() }, { P: { amount: 10_800, currencyCode: "JPY" } }, jpy("P", "10800")],
    ["no yen are 0", { P: price() }, { P: { amount: 0, currencyCode: "JPY" } }, jpy("P", "0")],
    [
      "dollars have two",
      { P: price() },
      { P: { amount: 9450, currencyCode: "USD" } },
      "<P><Amount>94.50</Amount><CurrencyCode>USD</CurrencyCode></P>",
    ],
    [
      "yen of a notification have one decimal",
      { P: price({ oneDecimal: true }) },
      { P: { amount: 10_800, currencyCode: "JPY" } },
      jpy("P", "10800.0"),
    ],
    [
      "whole dollars of a notification have one decimal",
      { P: price({ oneDecimal: true }) },
      { P: { amount: 500, currencyCode: "USD" } },
      "<P><Amount>5.0</Amount><CurrencyCode>USD</CurrencyCode></P>",
    ],
    [
      "cents of a notification have as many as they need",
      { P: price({ oneDecimal: true }) },
      { P: { amount: 1995, currencyCode: "USD" } },
      "<P><Amount>19.95</Amount><CurrencyCode>USD</CurrencyCode></P>",
    ],
    ["an empty text is a closed tag", { T: optional(text()) }, { T: "" }, "<T/>"],
    ["an absent text is left out", { T: optional(text()) }, {}, ""],
    ["flags are words", { A: flag(), B: flag() }, { A: true, B: false }, "<A>true</A><B>false</B>"],
    ["instants have milliseconds and Z", { A: timestamp() }, { A: 0 }, "<A>1970-01-01T00:00:00.000Z</A>"],
    [
      "limits of billing agreements do not",
      { A: timestamp({ wholeSeconds: true }) },
      { A: 0 },
      "<A>1970-01-01T00:00:00Z</A>",
    ],
    ["groups nest", { G: group({ T: text() }) }, { G: { T: "<" } }, "<G><T>&lt;</T></G>"],
  ];
  for (const [title, fields, value, xml] of cases)
    test(title, () => expect(writeFields(fields, value as never)).toBe(xml));

  test("a pretty print indents by four and closes empty ones at once", () =>
    expect(compileWriter({ G: group({ T: text(), L: list(text(), "Id") }) }, 1)({ G: { T: "x", L: [] } })).toBe(
      "\n    <G>\n        <T>x</T>\n        <L/>\n    </G>",
    ));
});

const jpy = (name: string, amount: string) =>
  `<${name}><Amount>${amount}</Amount><CurrencyCode>JPY</CurrencyCode></${name}>`;

describe("reading fields", () => {
  const read = (fields: Fields, xml: string) => readFields(fields, readXml(`<a>${xml}</a>`));
  const one = { Total: price() };

  test("takes children in any order", () =>
    expect(read(one, "<Total><CurrencyCode>JPY</CurrencyCode><Amount>1</Amount></Total>")).toEqual({
      Total: { amount: 1, currencyCode: "JPY" },
    }));
  test("takes a zero fraction of yen", () =>
    expect(read(one, jpy("Total", "10800.00"))).toEqual({ Total: { amount: 10_800, currencyCode: "JPY" } }));
  test("keeps digits of a text", () =>
    expect(read({ T: text(), P: text() }, "<T>0312345678</T><P>0012345</P>")).toEqual({
      T: "0312345678",
      P: "0012345",
    }));
  test("keeps unknown words", () => expect(read({ S: word("Open") }, "<S>New</S>")).toEqual({ S: "New" }));
  test("leaves an empty optional word out", () => expect(read({ S: optional(word("Open")) }, "<S/>")).toEqual({}));
  test("takes a word for absence as absence", () =>
    expect(read({ S: optional({ ...word("Open"), absent: "None" }) }, "<S>None</S>")).toEqual({}));
  test("takes 0 and 1 for flags", () =>
    expect(read({ A: flag(), B: flag() }, "<A>1</A><B> 0 </B>")).toEqual({ A: true, B: false }));
  test("reads an absent list as empty", () => expect(read({ L: list(text()) }, "")).toEqual({ L: [] }));
  test("passes over members of another name", () =>
    expect(read({ L: list(text()) }, "<L><member>1</member><other>2</other></L>")).toEqual({ L: ["1"] }));
  test("is not fooled by names of Object's own", () =>
    expect(read({ T: optional(text()) }, "<__proto__>x</__proto__><constructor>y</constructor>")).toEqual({}));

  const refused: [string, Fields, string][] = [
    ["a missing price", one, ""],
    ["a price without a currency", one, "<Total><Amount>1</Amount></Total>"],
    ["a price without an amount", one, "<Total><CurrencyCode>JPY</CurrencyCode></Total>"],
    ["an unknown currency", one, "<Total><Amount>1</Amount><CurrencyCode>XXX</CurrencyCode></Total>"],
    ["a fraction of a yen", one, jpy("Total", "1.5")],
    ["a negative amount", one, jpy("Total", "-1")],
    ["an exponent", one, jpy("Total", "1e3")],
    ["digits of another script", one, jpy("Total", "１２３")],
    ["an amount beyond safe integers", one, jpy("Total", "99999999999999999")],
    [
      "an amount that stands twice",
      one,
      "<Total><Amount>1</Amount><Amount>2</Amount><CurrencyCode>JPY</CurrencyCode></Total>",
    ],
    ["a field that stands twice", { T: text() }, "<T>1</T><T>2</T>"],
    ["elements where a text should be", { T: text() }, "<T><b/></T>"],
    ["a flag that is none", { F: flag() }, "<F>yes</F>"],
    ["a timestamp without a zone", { A: timestamp() }, "<A>2020-01-01T00:00:00</A>"],
    ["a number that is none", { N: integer({ min: 0, max: 9 }) }, "<N>0x1</N>"],
  ];
  for (const [what, fields, xml] of refused)
    test(`refuses ${what}`, () =>
      expect(() => read(fields, xml)).toThrow(expect.objectContaining({ code: "unexpectedXml" })));
});
