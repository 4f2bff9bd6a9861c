import { yen } from "@noren-pay/base";
import { expect, test } from "vitest";
import { processed, shop } from "../testing/shop.ts";

test("a refund shows what it was asked for and what became of it", () => {
  const s = shop();
  const capture = s.capture(s.authorize(s.open()).AmazonAuthorizationId).AmazonCaptureId;
  const { AmazonRefundId } = s.refund(capture, 500, { RefundReferenceId: "r-1", SellerRefundNote: "返品" });
  s.later(processed);
  expect(s.call("GetRefundDetails", { AmazonRefundId }).RefundDetails).toMatchObject({
    AmazonRefundId,
    RefundReferenceId: "r-1",
    RefundType: "SellerInitiated",
    RefundAmount: yen(500),
    FeeRefunded: yen(0),
    SellerRefundNote: "返品",
    RefundStatus: { State: "Completed" },
  });
});

test("an unknown refund is refused", () => {
  const request = { AmazonRefundId: "S03-0000000-0000000-R000000" };
  expect(shop().outcome("GetRefundDetails", request)).toBe("InvalidTransactionId");
});
