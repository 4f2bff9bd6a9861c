import { seededRandom } from "@noren-pay/base";
import { describe, expect, test } from "vitest";
import { keyVersionOf, open, seal } from "./seal.ts";

const key = { version: 3, key: new Uint8Array(32).fill(9) };
const random = seededRandom("seal");
const text = Buffer.from("東京都千代田区丸の内1-1 山田 花子");
const sealed = seal(key, text, "orders.notes|m1|o1", random);

describe("a sealed text", () => {
  test("opens with its key at its place, and carries the key's version", () => {
    expect(open(key, sealed, "orders.notes|m1|o1")).toEqual(text);
    expect(keyVersionOf(sealed)).toBe(3);
  });

  test("is another one each time", () => {
    expect(seal(key, text, "orders.notes|m1|o1", random)).not.toEqual(sealed);
  });

  test("does not open when any single bit of it is another", () => {
    for (let at = 0; at < sealed.length; at++) {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(() => open(key, changed, "orders.notes|m1|o1"), `byte ${at}`).toThrow("does not open");
    }
  });

  const cases: [string, () => unknown][] = [
    ["at another order", () => open(key, sealed, "orders.notes|m1|o2")],
    ["with another key", () => open({ ...key, key: new Uint8Array(32).fill(8) }, sealed, "orders.notes|m1|o1")],
    ["with a key of another version", () => open({ ...key, version: 4 }, sealed, "orders.notes|m1|o1")],
    ["when it is cut off", () => open(key, sealed.subarray(0, 20), "orders.notes|m1|o1")],
    ["when it is empty", () => open(key, Buffer.alloc(0), "orders.notes|m1|o1")],
  ];
  test.each(cases)("does not open %s", (_, run) => expect(run).toThrow("does not open"));
});
