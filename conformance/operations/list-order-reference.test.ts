import { yen } from "@noren-pay/base";
import { describe, expect, test } from "vitest";
import { openShop, refusalOf, start } from "../shop.ts";

const shop = openShop();
const query = { QueryId: "1001", QueryIdType: "SellerOrderId", PaymentDomain: "FE_JPY" } as const;
const list = async (more: object = {}) =>
  (await shop.current.amazon.listOrderReference({ ...query, ...more })).OrderReferenceList;

describe("ListOrderReference", () => {
  test("finds the order references of a SellerOrderId, by state and time", async () => {
    const first = await shop.current.confirmed();
    await shop.current.advance(60_000);
    const second = await shop.current.confirmed();
    await shop.current.amazon.closeOrderReference({ AmazonOrderReferenceId: second });
    const found = await list();
    expect(found.map((order) => order.AmazonOrderReferenceId)).toEqual([first, second]);
    expect(found[0]).toMatchObject({
      OrderTotal: yen(10_800),
      SellerOrderAttributes: { SellerOrderId: "1001" },
      OrderReferenceStatus: { State: "Open" },
      CreationTimestamp: start,
    });
    expect(await list({ OrderReferenceStatusListFilter: ["OPEN"] })).toHaveLength(1);
    expect(await list({ CreatedTimeRange: { StartTime: start + 1 } })).toHaveLength(1);
    expect(await list({ QueryId: "no such order" })).toEqual([]);
  });

  test("is refused over more than 31 days", async () => {
    const CreatedTimeRange = { StartTime: start, EndTime: start + 32 * 86_400_000 };
    expect(await refusalOf(list({ CreatedTimeRange }))).toBe("InvalidParameterValue");
  });
});
