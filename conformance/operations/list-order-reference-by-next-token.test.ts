import { describe, expect, test } from "vitest";
import { openShop, refusalOf } from "../shop.ts";

const shop = openShop();
const query = { QueryId: "1001", QueryIdType: "SellerOrderId", PaymentDomain: "FE_JPY" } as const;

describe("ListOrderReferenceByNextToken", () => {
  test("gives the next pages until there is no token", async () => {
    const { amazon, confirmed } = shop.current;
    const made = [await confirmed(), await confirmed(), await confirmed()];
    const first = await amazon.listOrderReference({ ...query, PageSize: 2 });
    const second = await amazon.listOrderReferenceByNextToken({ NextPageToken: first.NextPageToken ?? "" });
    const ids = [first, second].flatMap((page) => page.OrderReferenceList.map((each) => each.AmazonOrderReferenceId));
    expect(ids.sort()).toEqual(made.sort());
    expect(second.NextPageToken).toBeUndefined();
  });

  test("refuses a token that no list has given", async () => {
    const call = shop.current.amazon.listOrderReferenceByNextToken({ NextPageToken: "bm9uZQ==" });
    expect(await refusalOf(call)).toBe("InvalidParameterValue");
  });
});
