import { describe, expect, test } from "vitest";
import { shop, simulation } from "../testing/shop.ts";

describe("CancelOrderReference", () => {
  test("ends an order and its authorizations, with a notice each", () => {
    const s = shop();
    const AmazonOrderReferenceId = s.open();
    const authorization = s.authorize(AmazonOrderReferenceId).AmazonAuthorizationId;
    s.notices();
    s.call("CancelOrderReference", { AmazonOrderReferenceId, CancelationReason: "在庫切れ" });
    expect(s.state(authorization)).toBe("Closed/OrderReferenceCanceled");
    expect(s.notices()).toEqual([
      "OrderReferenceNotification Canceled/SellerCanceled",
      "PaymentAuthorize Closed/OrderReferenceCanceled",
    ]);
    const { OrderReferenceStatus } = s.call("GetOrderReferenceDetails", {
      AmazonOrderReferenceId,
    }).OrderReferenceDetails;
    expect(OrderReferenceStatus).toMatchObject({ ReasonCode: "SellerCanceled", ReasonDescription: "在庫切れ" });
  });

  test("is refused once something was captured, and a second time", () => {
    const s = shop();
    const captured = { AmazonOrderReferenceId: s.open() };
    s.capture(s.authorize(captured.AmazonOrderReferenceId).AmazonAuthorizationId);
    expect(s.outcome("CancelOrderReference", captured)).toBe("InvalidCancelAttempt");
    const canceled = { AmazonOrderReferenceId: s.open() };
    s.call("CancelOrderReference", canceled);
    expect(s.outcome("CancelOrderReference", canceled)).toBe("InvalidCancelAttempt");
    const lenient = shop({ settings: { endingEndedIsNoOp: true } });
    const again = { AmazonOrderReferenceId: lenient.open() };
    lenient.call("CancelOrderReference", again);
    expect(lenient.outcome("CancelOrderReference", again)).toBe("done");
  });

  test("is possible after a capture that was declined", () => {
    const s = shop();
    const AmazonOrderReferenceId = s.open();
    const note = simulation({ State: "Declined", ReasonCode: "AmazonRejected" });
    s.capture(s.authorize(AmazonOrderReferenceId).AmazonAuthorizationId, 1, { SellerCaptureNote: note });
    expect(s.outcome("CancelOrderReference", { AmazonOrderReferenceId })).toBe("done");
  });

  test("works on a draft, unless the setting says otherwise", () => {
    const s = shop();
    expect(s.outcome("CancelOrderReference", { AmazonOrderReferenceId: s.draft() })).toBe("done");
    const strict = shop({ settings: { cancelDraft: false } });
    expect(strict.outcome("CancelOrderReference", { AmazonOrderReferenceId: strict.draft() })).toBe(
      "InvalidCancelAttempt",
    );
  });
});
