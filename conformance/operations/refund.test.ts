import { seconds, yen } from "@noren-pay/base";
import { describe, expect, test } from "vitest";
import { openShop, orderTotal, refusalOf } from "../shop.ts";

const shop = openShop();
const refund = async (AmazonCaptureId: string, more: { amount?: number; id?: string; note?: string } = {}) => {
  const { RefundDetails } = await shop.current.amazon.refund({
    AmazonCaptureId,
    RefundReferenceId: more.id ?? shop.current.referenceId(),
    RefundAmount: more.amount === undefined ? orderTotal : yen(more.amount),
    SellerRefundNote: more.note,
  });
  return RefundDetails;
};

describe("Refund", () => {
  test("is Pending at first and Completed half a minute later", async () => {
    const details = await refund(await shop.current.captured(), { note: "返品のため" });
    expect(details).toMatchObject({
      AmazonRefundId: expect.stringMatching(/^S03-\d{7}-\d{7}-R\d{6}$/),
      RefundType: "SellerInitiated",
      RefundAmount: orderTotal,
      SellerRefundNote: "返品のため",
      RefundStatus: { State: "Pending" },
    });
    await shop.current.advance(seconds(31));
    const { AmazonRefundId } = details;
    const { RefundDetails } = await shop.current.amazon.getRefundDetails({ AmazonRefundId });
    expect(RefundDetails.RefundStatus.State).toBe("Completed");
  });

  test("of a reference id that was used gives the first result again", async () => {
    const captureId = await shop.current.captured();
    const id = shop.current.referenceId();
    const first = await refund(captureId, { id, amount: 300 });
    expect((await refund(captureId, { id, amount: 300 })).AmazonRefundId).toBe(first.AmazonRefundId);
    expect(await refusalOf(refund(captureId, { id, amount: 301 }))).toBe("DuplicateRequest");
  });

  test("may go over the captured amount by the overage, several times together, and no further", async () => {
    const captureId = await shop.current.captured();
    await refund(captureId, { amount: 10_800 });
    await refund(captureId, { amount: 1_620 });
    expect(await refusalOf(refund(captureId, { amount: 1 }))).toBe("TransactionAmountExceeded");
  });

  test("simulated Declined ends Declined", async () => {
    const note = '{"SandboxSimulation": {"State":"Declined", "ReasonCode":"AmazonRejected"}}';
    const { AmazonRefundId } = await refund(await shop.current.captured(), { note });
    await shop.current.advance(seconds(31));
    const { RefundDetails } = await shop.current.amazon.getRefundDetails({ AmazonRefundId });
    expect(RefundDetails.RefundStatus).toMatchObject({ State: "Declined", ReasonCode: "AmazonRejected" });
  });
});
