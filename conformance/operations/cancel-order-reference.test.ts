import { describe, expect, test } from "vitest";
import { openShop, refusalOf } from "../shop.ts";

const shop = openShop();

describe("CancelOrderReference", () => {
  test("cancels an Open order reference and closes its authorizations", async () => {
    const { amazon, confirmed, authorized } = shop.current;
    const AmazonOrderReferenceId = await confirmed();
    const AmazonAuthorizationId = await authorized(AmazonOrderReferenceId);
    await amazon.cancelOrderReference({ AmazonOrderReferenceId, CancelationReason: "在庫切れ" });
    const { OrderReferenceDetails } = await amazon.getOrderReferenceDetails({ AmazonOrderReferenceId });
    expect(OrderReferenceDetails.OrderReferenceStatus).toMatchObject({
      State: "Canceled",
      ReasonCode: "SellerCanceled",
    });
    const { AuthorizationDetails } = await amazon.getAuthorizationDetails({ AmazonAuthorizationId });
    expect(AuthorizationDetails.AuthorizationStatus).toMatchObject({
      State: "Closed",
      ReasonCode: "OrderReferenceCanceled",
    });
  });

  test("is refused once something was captured", async () => {
    const AmazonOrderReferenceId = (await shop.current.captured()).slice(0, 19);
    expect(await refusalOf(shop.current.amazon.cancelOrderReference({ AmazonOrderReferenceId }))).toBe(
      "InvalidCancelAttempt",
    );
  });
});
