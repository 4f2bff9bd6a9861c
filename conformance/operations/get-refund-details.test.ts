import { yen } from "@noren-pay/base";
import { describe, expect, test } from "vitest";
import { openShop, refusalOf } from "../shop.ts";

const shop = openShop();

describe("GetRefundDetails", () => {
  test("shows a refund", async () => {
    const { amazon, captured, referenceId } = shop.current;
    const RefundReferenceId = referenceId();
    const { RefundDetails } = await amazon.refund({
      AmazonCaptureId: await captured(),
      RefundReferenceId,
      RefundAmount: yen(100),
    });
    const { AmazonRefundId } = RefundDetails;
    expect((await amazon.getRefundDetails({ AmazonRefundId })).RefundDetails).toMatchObject({
      AmazonRefundId,
      RefundReferenceId,
      RefundAmount: yen(100),
    });
  });

  test("answers InvalidTransactionId for an unknown id", async () => {
    expect(
      await refusalOf(shop.current.amazon.getRefundDetails({ AmazonRefundId: "S03-0000000-0000000-R000000" })),
    ).toBe("InvalidTransactionId");
  });
});
