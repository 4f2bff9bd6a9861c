import { describe, expect, test } from "vitest";
import type { OrderEvent } from "./change.ts";
import { brokenAt, canonicalJson, chained } from "./hash.ts";

const key = { merchantId: "m1", orderId: "0".repeat(32) };
const event = (type: string): OrderEvent => ({ type, at: 1, data: { b: 1, a: { d: "暖簾", c: [3, undefined] } } });
const rows = chained(key, undefined, [event("one"), event("two"), event("three")]);

describe("a timeline's chain", () => {
  test("is whole as it was made, also when it was made in parts", () => {
    expect(brokenAt(key, rows)).toBeUndefined();
    const parts = chained(key, undefined, [event("one")]);
    expect([...parts, ...chained(key, parts[0], [event("two"), event("three")])]).toEqual(rows);
  });

  const [one, two, three] = rows as [(typeof rows)[0], (typeof rows)[0], (typeof rows)[0]];
  const broken: [string, typeof rows, number][] = [
    ["a changed row", [one, { ...two, at: 2 }, three], 2],
    ["a missing row", [one, three], 2],
    ["rows in another order", [two, one, three], 1],
    ["a row with another number", [one, { ...two, sequence: 3 }, three], 2],
  ];
  for (const [title, given, at] of broken) test(`shows ${title}`, () => expect(brokenAt(key, given)).toBe(at));

  test("belongs to one order", () => expect(brokenAt({ ...key, merchantId: "m2" }, rows)).toBe(1));

  test("does not depend on the order of names, nor on how JSON comes back", () => {
    const data = event("one").data;
    expect(canonicalJson({ a: data.a, b: 1 })).toBe(canonicalJson(data));
    expect(canonicalJson(JSON.parse(JSON.stringify(data)))).toBe(canonicalJson(data));
  });
});
