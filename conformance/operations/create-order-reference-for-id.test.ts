import { yen } from "@noren-pay/base";
import { describe, expect, test } from "vitest";
import { draftAgreement, openAgreement } from "../agreements.ts";
import { openShop, refusalOf } from "../shop.ts";

const shop = openShop();
const make = (Id: string, more: object = {}) =>
  shop.current.amazon.createOrderReferenceForId({ Id, IdType: "BillingAgreement", ...more });
const OrderReferenceAttributes = { OrderTotal: yen(1_200), SellerOrderAttributes: { SellerOrderId: "sub-1" } };

describe("CreateOrderReferenceForId", () => {
  test("makes an Open order reference of an Open agreement, which can be authorized", async () => {
    const Id = await openAgreement(shop.current);
    const wish = { ConfirmNow: true, InheritShippingAddress: true, OrderReferenceAttributes };
    const { OrderReferenceDetails } = await make(Id, wish);
    expect(OrderReferenceDetails).toMatchObject({
      OrderReferenceStatus: { State: "Open" },
      ParentDetails: { Id, Type: "BillingAgreement" },
      OrderTotal: yen(1_200),
      Destination: { PhysicalDestination: { Name: "山田 太郎" } },
    });
    const { AuthorizationDetails } = await shop.current.amazon.authorize({
      AmazonOrderReferenceId: OrderReferenceDetails.AmazonOrderReferenceId,
      AuthorizationReferenceId: shop.current.referenceId(),
      AuthorizationAmount: yen(1_200),
      TransactionTimeout: 0,
    });
    expect(AuthorizationDetails.AuthorizationStatus.State).toBe("Open");
  });

  test("makes one of a Draft agreement, and no second", async () => {
    const id = await draftAgreement(shop.current);
    expect((await make(id)).OrderReferenceDetails.OrderReferenceStatus.State).toBe("Draft");
    expect(await refusalOf(make(id))).toBe("OrderReferenceCountExceeded");
  });
});
