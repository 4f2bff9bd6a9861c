import { describe, expect, test } from "vitest";
import { shop } from "../testing/shop.ts";
import { hasToDoWith } from "./search.ts";

describe("a search for an order", () => {
  const made = shop();
  const id = made.open();
  const authorization = made.authorize(id).AmazonAuthorizationId;
  made.call("SetOrderAttributes", {
    AmazonOrderReferenceId: id,
    OrderAttributes: { SellerOrderAttributes: { SellerOrderId: "Web-0042" } },
  });
  const cases: [title: string, text: string, found: boolean][] = [
    ["finds its id", id, true],
    ["finds a part of its id", id.slice(4, 9), true],
    ["finds what hangs on it", authorization, true],
    ["finds the shop's number in small letters", "web-0042", true],
    ["finds the buyer's name without its space", "山田太郎", true],
    ["finds full-width letters", "ＴＡＲＯ．ｙａｍａｄａ", true],
    ["does not find another buyer", "鈴木", false],
    ["does not find another order", "S03-0000000-0000000", false],
  ];
  for (const [title, text, found] of cases)
    test(title, () => {
      const order = made.core.orderReference(id, made.now());
      expect(order && hasToDoWith(made.core.world, order, text)).toBe(found);
    });
});
