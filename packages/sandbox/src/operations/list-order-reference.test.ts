import { days, hours, yen } from "@noren-pay/base";
import { describe, expect, test } from "vitest";
import { shop, start } from "../testing/shop.ts";

const query = { QueryId: "1001", QueryIdType: "SellerOrderId", PaymentDomain: "FE_JPY" } as const;

/** Three orders of one number an hour apart, the second closed, and one of another number. */
function fourOrders() {
  const s = shop();
  const ids = [0, 1, 2].map((i) => {
    const AmazonOrderReferenceId = s.open(1_000 + i);
    const OrderAttributes = { SellerOrderAttributes: { SellerOrderId: "1001" } };
    s.call("SetOrderAttributes", { AmazonOrderReferenceId, OrderAttributes });
    s.later(hours(1));
    return AmazonOrderReferenceId;
  });
  s.call("CloseOrderReference", { AmazonOrderReferenceId: ids[1] ?? "" });
  s.open();
  const list = (more: object = {}) => {
    const { OrderReferenceList } = s.call("ListOrderReference", { ...query, ...more });
    return OrderReferenceList.map((order) => ids.indexOf(order.AmazonOrderReferenceId));
  };
  return { s, ids, list };
}

describe("ListOrderReference", () => {
  test("finds the orders of one SellerOrderId, oldest first", () => {
    const { s, list } = fourOrders();
    expect(list()).toEqual([0, 1, 2]);
    expect(list({ SortOrder: "Descending" })).toEqual([2, 1, 0]);
    expect(list({ QueryId: "1002" })).toEqual([]);
    expect(list({ PaymentDomain: "NA_USD" })).toEqual([]);
    const [first] = s.call("ListOrderReference", query).OrderReferenceList;
    expect(first).toMatchObject({
      OrderTotal: yen(1_000),
      ReleaseEnvironment: "Sandbox",
      SellerOrderAttributes: { SellerOrderId: "1001" },
      OrderReferenceStatus: { State: "Open" },
      CreationTimestamp: start,
      OrderLanguage: "ja-JP",
    });
  });

  test("filters by state and by the time of creation, both ends included", () => {
    const { list } = fourOrders();
    expect(list({ OrderReferenceStatusListFilter: ["CLOSED", "SUSPENDED"] })).toEqual([1]);
    const range = (StartTime?: number, EndTime?: number) => list({ CreatedTimeRange: { StartTime, EndTime } });
    expect(range(start + hours(1))).toEqual([1, 2]);
    expect(range(undefined, start + hours(1))).toEqual([0, 1]);
    expect(range(start, start)).toEqual([0]);
  });

  test("refuses a range of more than 31 days, or one that ends before it begins", () => {
    const { s } = fourOrders();
    const outcome = (StartTime: number, EndTime: number) =>
      s.outcome("ListOrderReference", { ...query, CreatedTimeRange: { StartTime, EndTime } });
    expect(outcome(start, start + days(31))).toBe("done");
    expect(outcome(start, start + days(31) + 1)).toBe("InvalidParameterValue");
    expect(outcome(start + 1, start)).toBe("InvalidParameterValue");
  });

  test("leaves Drafts out unless a setting wants them, and other sellers' orders always", () => {
    for (const listDrafts of [false, true]) {
      const s = shop({ settings: { listDrafts } });
      const OrderReferenceAttributes = { OrderTotal: yen(1), SellerOrderAttributes: { SellerOrderId: "1001" } };
      s.call("SetOrderReferenceDetails", { AmazonOrderReferenceId: s.draft(), OrderReferenceAttributes });
      expect(s.call("ListOrderReference", query).OrderReferenceList).toHaveLength(listDrafts ? 1 : 0);
      const { sellerId } = s.core.command("createSeller", { now: s.now() });
      const answer = s.core.call({ sellerId, action: "ListOrderReference", request: query, now: s.now() });
      expect(answer).toMatchObject({ OrderReferenceList: [] });
    }
  });

  test("follows an order whose SellerOrderId was changed", () => {
    const s = shop();
    const AmazonOrderReferenceId = s.draft();
    for (const SellerOrderId of ["1001", "1002"]) {
      const OrderReferenceAttributes = { OrderTotal: yen(1), SellerOrderAttributes: { SellerOrderId } };
      s.call("SetOrderReferenceDetails", { AmazonOrderReferenceId, OrderReferenceAttributes });
    }
    s.call("ConfirmOrderReference", { AmazonOrderReferenceId });
    expect(s.call("ListOrderReference", query).OrderReferenceList).toEqual([]);
    expect(s.call("ListOrderReference", { ...query, QueryId: "1002" }).OrderReferenceList).toHaveLength(1);
  });
});
