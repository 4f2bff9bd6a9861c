import { yen } from "@noren-pay/base";
import { describe, expect, test } from "vitest";
import { openShop, orderTotal, refusalOf } from "../shop.ts";

const shop = openShop();

describe("SetOrderReferenceDetails", () => {
  test("sets total and Japanese texts, and lifts the constraint", async () => {
    const attributes = {
      OrderTotal: orderTotal,
      SellerNote: "ご注文 ありがとう!~*()'+&=/ <b>%E3%81%82</b> 😀",
      SellerOrderAttributes: {
        SellerOrderId: "0012345",
        StoreName: "テスト ストア",
        CustomInformation: "ギフト\n包装",
      },
    };
    const { OrderReferenceDetails } = await shop.current.amazon.setOrderReferenceDetails({
      AmazonOrderReferenceId: await shop.current.draft(),
      OrderReferenceAttributes: attributes,
    });
    expect(OrderReferenceDetails).toMatchObject(attributes);
    expect(OrderReferenceDetails.Constraints ?? []).toEqual([]);
  });

  test("may be repeated: the last one holds", async () => {
    const AmazonOrderReferenceId = await shop.current.priced();
    const { OrderReferenceDetails } = await shop.current.amazon.setOrderReferenceDetails({
      AmazonOrderReferenceId,
      OrderReferenceAttributes: { OrderTotal: yen(500) },
    });
    expect(OrderReferenceDetails.OrderTotal).toEqual(yen(500));
  });

  test("is refused after confirmation, and in another currency", async () => {
    const { amazon, confirmed, draft } = shop.current;
    const set = (AmazonOrderReferenceId: string, currencyCode: "JPY" | "USD") =>
      refusalOf(
        amazon.setOrderReferenceDetails({
          AmazonOrderReferenceId,
          OrderReferenceAttributes: { OrderTotal: { amount: 100, currencyCode } },
        }),
      );
    expect(await set(await confirmed(), "JPY")).toBe("OrderReferenceNotModifiable");
    expect(await set(await draft(), "USD")).toMatch(/^Currency(Mismatch|Unsupported)$/);
  });

  test("takes a simulated constraint by its note", async () => {
    const { OrderReferenceDetails } = await shop.current.amazon.setOrderReferenceDetails({
      AmazonOrderReferenceId: await shop.current.draft(),
      OrderReferenceAttributes: {
        OrderTotal: orderTotal,
        SellerNote: '{"SandboxSimulation":{"Constraint":"PaymentMethodNotAllowed"}}',
      },
    });
    expect(OrderReferenceDetails.Constraints?.[0]?.ConstraintID).toBe("PaymentMethodNotAllowed");
  });
});
