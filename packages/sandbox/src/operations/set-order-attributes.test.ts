import { yen } from "@noren-pay/base";
import { describe, expect, test } from "vitest";
import { shop } from "../testing/shop.ts";

const total = (amount: number) => ({ OrderTotal: yen(amount) });

describe("SetOrderAttributes", () => {
  test("sets everything before confirmation, and only adds after it", () => {
    const s = shop();
    const AmazonOrderReferenceId = s.draft();
    const set = (OrderAttributes: object) =>
      s.outcome("SetOrderAttributes", { AmazonOrderReferenceId, OrderAttributes });
    expect(set({ ...total(100), SellerNote: "一" })).toBe("done");
    s.call("ConfirmOrderReference", { AmazonOrderReferenceId });
    expect(set({ SellerOrderAttributes: { SellerOrderId: "A-1" } })).toBe("done");
    expect(set({ SellerOrderAttributes: { SellerOrderId: "A-1", StoreName: "店" } })).toBe("done");
    expect(set({ SellerOrderAttributes: { SellerOrderId: "A-2" } })).toBe("OrderReferenceNotModifiable");
    expect(set({ SellerNote: "二" })).toBe("OrderReferenceNotModifiable");
    expect(set(total(200))).toBe("OrderReferenceNotModifiable");
    expect(set({ PlatformId: "A1" })).toBe("OrderReferenceNotModifiable");
  });

  test("changes what was set, and works on closed ones, where the settings say so", () => {
    const settings = { overwriteAttributesAfterConfirmation: true, setAttributesOnClosed: true };
    const s = shop({ settings });
    const AmazonOrderReferenceId = s.open();
    s.call("CloseOrderReference", { AmazonOrderReferenceId });
    const set = (SellerNote: string) =>
      s.outcome("SetOrderAttributes", { AmazonOrderReferenceId, OrderAttributes: { SellerNote } });
    expect([set("一"), set("二")]).toEqual(["done", "done"]);
    const strict = shop();
    const closed = strict.open();
    strict.call("CloseOrderReference", { AmazonOrderReferenceId: closed });
    const request = { AmazonOrderReferenceId: closed, OrderAttributes: { SellerNote: "一" } };
    expect(strict.outcome("SetOrderAttributes", request)).toBe("OrderReferenceNotModifiable");
  });
});
