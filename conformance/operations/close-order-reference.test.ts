import { describe, expect, test } from "vitest";
import { openShop, orderTotal, refusalOf } from "../shop.ts";

const shop = openShop();

describe("CloseOrderReference", () => {
  test("closes an Open one, whose authorization can still be captured but none be added", async () => {
    const { amazon, confirmed, authorized, referenceId } = shop.current;
    const AmazonOrderReferenceId = await confirmed();
    const AmazonAuthorizationId = await authorized(AmazonOrderReferenceId);
    await amazon.closeOrderReference({ AmazonOrderReferenceId, ClosureReason: "完了" });
    const { OrderReferenceDetails } = await amazon.getOrderReferenceDetails({ AmazonOrderReferenceId });
    expect(OrderReferenceDetails.OrderReferenceStatus).toMatchObject({ State: "Closed", ReasonCode: "SellerClosed" });
    const { CaptureDetails } = await amazon.capture({
      AmazonAuthorizationId,
      CaptureReferenceId: referenceId(),
      CaptureAmount: orderTotal,
    });
    expect(CaptureDetails.CaptureStatus.State).toBe("Completed");
    const again = amazon.authorize({
      AmazonOrderReferenceId,
      AuthorizationReferenceId: referenceId(),
      AuthorizationAmount: { amount: 100, currencyCode: "JPY" },
    });
    expect(await refusalOf(again)).toBe("InvalidOrderReferenceStatus");
  });

  test("is refused for a Draft", async () => {
    const AmazonOrderReferenceId = await shop.current.draft();
    expect(await refusalOf(shop.current.amazon.closeOrderReference({ AmazonOrderReferenceId }))).toBe(
      "InvalidCloseAttempt",
    );
  });
});
