import { describe, expect, test } from "vitest";
import { openShop, orderTotal, refusalOf } from "../shop.ts";

const shop = openShop();

describe("GetCaptureDetails", () => {
  test("shows a capture, and what of it was refunded", async () => {
    const { amazon, captured, referenceId } = shop.current;
    const AmazonCaptureId = await captured();
    const read = async () => (await amazon.getCaptureDetails({ AmazonCaptureId })).CaptureDetails;
    expect(await read()).toMatchObject({
      CaptureAmount: orderTotal,
      RefundedAmount: { amount: 0, currencyCode: "JPY" },
    });
    const RefundAmount = { amount: 800, currencyCode: "JPY" } as const;
    const { RefundDetails } = await amazon.refund({ AmazonCaptureId, RefundReferenceId: referenceId(), RefundAmount });
    await shop.current.advance(31_000);
    expect(await read()).toMatchObject({ RefundedAmount: RefundAmount, IdList: [RefundDetails.AmazonRefundId] });
  });

  test("answers InvalidTransactionId for an unknown id", async () => {
    expect(
      await refusalOf(shop.current.amazon.getCaptureDetails({ AmazonCaptureId: "S03-0000000-0000000-C000000" })),
    ).toBe("InvalidTransactionId");
  });
});
