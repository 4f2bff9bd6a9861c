import { seconds, yen } from "@noren-pay/base";
import { describe, expect, test } from "vitest";
import { processed, shop, simulation } from "../testing/shop.ts";

const captured = (s: ReturnType<typeof shop>, amount = 10_000) =>
  s.capture(s.authorize(s.open(amount), amount).AmazonAuthorizationId, amount).AmazonCaptureId;

describe("a refund", () => {
  test("is Pending first, and Completed half a minute later with notices of it and of its capture", () => {
    const s = shop();
    const capture = captured(s);
    s.notices();
    const { AmazonRefundId: id, RefundStatus } = s.refund(capture, 1_000);
    expect(RefundStatus.State).toBe("Pending");
    expect(s.notices()).toEqual([]);
    s.later(seconds(30));
    expect(s.state(id)).toBe("Completed");
    expect(s.notices()).toEqual(["PaymentRefund Completed", "PaymentCapture Completed"]);
    const read = s.call("GetCaptureDetails", { AmazonCaptureId: capture }).CaptureDetails;
    expect(read).toMatchObject({ RefundedAmount: yen(1_000), IdList: [id] });
  });

  test("is Declined when simulated, and its amount is free again", () => {
    const s = shop();
    const capture = captured(s);
    const note = simulation({ State: "Declined", ReasonCode: "AmazonRejected" });
    const id = s.refund(capture, 11_500, { SellerRefundNote: note }).AmazonRefundId;
    s.later(processed);
    expect(s.state(id)).toBe("Declined/AmazonRejected");
    expect(s.outcome("Refund", s.refundRequest(capture, 11_500))).toBe("done");
  });

  test("may go above the capture by the overage, and then closes it", () => {
    const s = shop();
    const capture = captured(s);
    s.refund(capture, 10_000);
    s.later(processed);
    expect(s.state(capture)).toBe("Completed");
    expect(s.outcome("Refund", s.refundRequest(capture, 1_501))).toBe("TransactionAmountExceeded");
    s.refund(capture, 1_500);
    s.later(processed);
    expect(s.state(capture)).toBe("Closed/MaxAmountRefunded");
    expect(s.outcome("Refund", s.refundRequest(capture, 1))).toBe("CaptureNotRefundable");
  });

  test("is possible ten times", () => {
    const s = shop({ quiet: true });
    const capture = captured(s);
    for (let i = 0; i < 10; i++) s.refund(capture, 1);
    expect(s.outcome("Refund", s.refundRequest(capture, 1))).toBe("TransactionCountExceeded");
    s.later(processed);
    expect(s.state(capture)).toBe("Closed/MaxRefundsProcessed");
  });

  test("is refused while the capture is Pending, and for unknown captures", () => {
    const s = shop();
    const authorization = s.authorize(s.open()).AmazonAuthorizationId;
    const note = { SellerCaptureNote: simulation({ State: "Pending" }) };
    const capture = s.capture(authorization, 1, note).AmazonCaptureId;
    expect(s.outcome("Refund", s.refundRequest(capture, 1))).toBe("CaptureNotRefundable");
    expect(s.outcome("Refund", s.refundRequest("S03-0000000-0000000-C000000", 1))).toBe("InvalidTransactionId");
  });

  test("is returned again for the same reference id and parameters", () => {
    const s = shop();
    const request = s.refundRequest(captured(s), 100);
    const first = s.call("Refund", request).RefundDetails;
    s.later(processed);
    const again = s.call("Refund", request).RefundDetails;
    expect([again.AmazonRefundId, again.RefundStatus.State]).toEqual([first.AmazonRefundId, "Completed"]);
    expect(s.outcome("Refund", { ...request, RefundAmount: yen(99) })).toBe("DuplicateRequest");
    expect(s.outcome("Refund", { ...request, AmazonCaptureId: captured(s) })).toBe("DuplicateReferenceId");
  });
});
