import { yen } from "@noren-pay/base";
import { describe, expect, test } from "vitest";
import { shop } from "../testing/shop.ts";

const query = { QueryId: "1001", QueryIdType: "SellerOrderId", PaymentDomain: "FE_JPY" } as const;

function orders(count: number) {
  const s = shop({ settings: { listPageSize: 2 } });
  const make = () => {
    const AmazonOrderReferenceId = s.draft();
    const OrderReferenceAttributes = { OrderTotal: yen(1), SellerOrderAttributes: { SellerOrderId: "1001" } };
    s.call("SetOrderReferenceDetails", { AmazonOrderReferenceId, OrderReferenceAttributes });
    s.call("ConfirmOrderReference", { AmazonOrderReferenceId });
    return AmazonOrderReferenceId;
  };
  const made = Array.from({ length: count }, make);
  return { s, make, made };
}

describe("ListOrderReferenceByNextToken", () => {
  for (const SortOrder of ["Ascending", "Descending"] as const) {
    test(`goes through all pages, ${SortOrder.toLowerCase()}, each order once, and the last has no token`, () => {
      const { s, made } = orders(5);
      let page = s.call("ListOrderReference", { ...query, SortOrder });
      const seen = page.OrderReferenceList.map((order) => order.AmazonOrderReferenceId);
      while (page.NextPageToken !== undefined) {
        page = s.call("ListOrderReferenceByNextToken", { NextPageToken: page.NextPageToken });
        expect(page.OrderReferenceList.length).toBeGreaterThan(0);
        seen.push(...page.OrderReferenceList.map((order) => order.AmazonOrderReferenceId));
      }
      expect([...seen].sort()).toEqual([...made].sort());
    });
  }

  test("does not repeat an order when another one is made meanwhile", () => {
    const { s, make } = orders(4);
    const first = s.call("ListOrderReference", query);
    s.later(1);
    make();
    const second = s.call("ListOrderReferenceByNextToken", { NextPageToken: first.NextPageToken ?? "" });
    const ids = [...first.OrderReferenceList, ...second.OrderReferenceList].map((each) => each.AmazonOrderReferenceId);
    expect(new Set(ids).size).toBe(4);
    expect(second.NextPageToken).toBeDefined();
  });

  const tokens = ["", "nonsense", Buffer.from('{"size":1000000}').toString("base64")];
  for (const NextPageToken of tokens) {
    test(`refuses the token "${NextPageToken}"`, () =>
      expect(shop().outcome("ListOrderReferenceByNextToken", { NextPageToken })).toBe("InvalidParameterValue"));
  }
});
