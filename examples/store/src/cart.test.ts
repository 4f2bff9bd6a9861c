import { describe, expect, test } from "vitest";
import { itemCount, readCart, subtotal, withQuantity, writeCart } from "./cart.ts";

describe("a cart", () => {
  const cases: [string, string | undefined, string][] = [
    ["that does not exist is empty", undefined, ""],
    ["reads back as it was written", "tea-cup*2.furoshiki*1", "tea-cup*2.furoshiki*1"],
    ["drops products that the shop does not sell", "gold*1.tea-cup*1", "tea-cup*1"],
    ["drops quantities that are no numbers", "tea-cup*x", ""],
    ["never holds a negative quantity", "tea-cup*-3", ""],
    ["holds at most twenty of a kind", "tea-cup*999", "tea-cup*20"],
    ["is not fooled by names of objects", "__proto__*1.constructor*1", ""],
  ];
  for (const [title, cookie, kept] of cases) test(title, () => expect(writeCart(readCart(cookie))).toBe(kept));

  test("counts items and sums whole yen", () => {
    const cart = withQuantity(withQuantity({}, "tea-cup", 2), "furoshiki", 1);
    expect([itemCount(cart), subtotal(cart)]).toEqual([3, 6_050]);
  });
});
