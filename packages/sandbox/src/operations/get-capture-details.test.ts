import { yen } from "@noren-pay/base";
import { expect, test } from "vitest";
import { shop } from "../testing/shop.ts";

test("a capture shows what it was asked for, and what was refunded on it", () => {
  const s = shop();
  const authorization = s.authorize(s.open()).AmazonAuthorizationId;
  const { AmazonCaptureId } = s.capture(authorization, 4_000, { CaptureReferenceId: "c-1" });
  const refund = s.refund(AmazonCaptureId, 500).AmazonRefundId;
  expect(s.call("GetCaptureDetails", { AmazonCaptureId }).CaptureDetails).toMatchObject({
    AmazonCaptureId,
    CaptureReferenceId: "c-1",
    CaptureAmount: yen(4_000),
    RefundedAmount: yen(500),
    CaptureFee: yen(0),
    SellerCaptureNote: "",
    IdList: [refund],
  });
});

test("an unknown capture is refused", () => {
  const request = { AmazonCaptureId: "S03-0000000-0000000-C000000" };
  expect(shop().outcome("GetCaptureDetails", request)).toBe("InvalidTransactionId");
});
