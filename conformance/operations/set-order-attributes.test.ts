import { describe, expect, test } from "vitest";
import { openShop, orderTotal, refusalOf } from "../shop.ts";

const shop = openShop();
const set = async (AmazonOrderReferenceId: string, OrderAttributes: object) =>
  (await shop.current.amazon.setOrderAttributes({ AmazonOrderReferenceId, OrderAttributes })).OrderReferenceDetails;

describe("SetOrderAttributes", () => {
  test("sets the total of a Draft", async () => {
    expect((await set(await shop.current.draft(), { OrderTotal: orderTotal })).OrderTotal).toEqual(orderTotal);
  });

  test("adds the shop's own text after confirmation", async () => {
    const details = await set(await shop.current.confirmed(), { SellerOrderAttributes: { CustomInformation: "追記" } });
    expect(details.SellerOrderAttributes).toMatchObject({ SellerOrderId: "1001", CustomInformation: "追記" });
  });

  test("changes neither total nor what was set before, once confirmed", async () => {
    const id = await shop.current.confirmed();
    expect(await refusalOf(set(id, { OrderTotal: orderTotal }))).toBe("OrderReferenceNotModifiable");
    expect(await refusalOf(set(id, { SellerOrderAttributes: { SellerOrderId: "1002" } }))).toBe(
      "OrderReferenceNotModifiable",
    );
  });
});
