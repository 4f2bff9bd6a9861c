import { days, seconds, yen } from "@noren-pay/base";
import { describe, expect, test } from "vitest";
import { processed, shop, simulation } from "../testing/shop.ts";

describe("a capture", () => {
  test("is Completed at once and ends its authorization, in part too", () => {
    const s = shop();
    const authorization = s.authorize(s.open()).AmazonAuthorizationId;
    s.notices();
    const { CaptureStatus, AmazonCaptureId } = s.capture(authorization, 4_000);
    expect(CaptureStatus.State).toBe("Completed");
    expect(AmazonCaptureId).toMatch(/^S03-\d{7}-\d{7}-C\d{6}$/);
    const read = s.call("GetAuthorizationDetails", { AmazonAuthorizationId: authorization }).AuthorizationDetails;
    expect(read).toMatchObject({ CapturedAmount: yen(4_000), IdList: [AmazonCaptureId] });
    expect(s.notices()).toEqual(["PaymentCapture Completed", "PaymentAuthorize Closed/MaxCapturesProcessed"]);
  });

  test("is Pending more than seven days after the authorization", () => {
    const s = shop({ settings: { authorizationLifetimeMs: days(30) } });
    const authorization = s.authorize(s.open()).AmazonAuthorizationId;
    s.later(days(7) + 1);
    s.notices();
    const { AmazonCaptureId: id, CaptureStatus } = s.capture(authorization);
    expect(CaptureStatus.State).toBe("Pending");
    expect(s.notices()).toEqual(["PaymentAuthorize Closed/MaxCapturesProcessed"]);
    s.later(processed);
    expect(s.state(id)).toBe("Completed");
    expect(s.notices()).toEqual(["PaymentCapture Completed"]);
  });

  test("on exactly the seventh day still completes at once", () => {
    const s = shop({ settings: { authorizationLifetimeMs: days(30) } });
    const authorization = s.authorize(s.open()).AmazonAuthorizationId;
    s.later(days(7));
    expect(s.capture(authorization).CaptureStatus.State).toBe("Completed");
  });

  test("works after the order reference was closed", () => {
    const s = shop();
    const order = s.open();
    const authorization = s.authorize(order).AmazonAuthorizationId;
    s.call("CloseOrderReference", { AmazonOrderReferenceId: order });
    expect(s.capture(authorization).CaptureStatus.State).toBe("Completed");
  });
});

describe("a simulated capture", () => {
  test("is Pending, then Completed", () => {
    const s = shop();
    const authorization = s.authorize(s.open()).AmazonAuthorizationId;
    const id = s.capture(authorization, 1, { SellerCaptureNote: simulation({ State: "Pending" }) }).AmazonCaptureId;
    expect(s.state(id)).toBe("Pending");
    s.later(processed);
    expect(s.state(id)).toBe("Completed");
  });

  test("is Declined at once, and its authorization is closed", () => {
    const s = shop();
    const order = s.open();
    const authorization = s.authorize(order, 11_500).AmazonAuthorizationId;
    const note = simulation({ State: "Declined", ReasonCode: "AmazonRejected" });
    const id = s.capture(authorization, 11_500, { SellerCaptureNote: note }).AmazonCaptureId;
    expect([s.state(id), s.state(authorization)]).toEqual(["Declined/AmazonRejected", "Closed/AmazonClosed"]);
    expect(s.authorize(order, 11_500).AuthorizationStatus.State).toBe("Open");
  });

  test("is Completed, then closed by Amazon", () => {
    const s = shop();
    const authorization = s.authorize(s.open()).AmazonAuthorizationId;
    const note = simulation({ State: "Closed", ReasonCode: "AmazonClosed" });
    const id = s.capture(authorization, 1, { SellerCaptureNote: note }).AmazonCaptureId;
    expect(s.state(id)).toBe("Completed");
    s.later(seconds(30));
    expect(s.state(id)).toBe("Closed/AmazonClosed");
  });

  test("leaves the authorization Open where the setting says so", () => {
    const s = shop({ settings: { declinedCaptureCloses: undefined } });
    const authorization = s.authorize(s.open()).AmazonAuthorizationId;
    const note = simulation({ State: "Declined", ReasonCode: "AmazonRejected" });
    s.capture(authorization, 1, { SellerCaptureNote: note });
    expect(s.capture(authorization, 1).CaptureStatus.State).toBe("Completed");
  });
});

describe("capturing is refused", () => {
  test("above the authorization, twice, after it expired, and for unknown ones", () => {
    const s = shop();
    const authorization = s.authorize(s.open(), 1_000).AmazonAuthorizationId;
    expect(s.outcome("Capture", s.captureRequest(authorization, 1_001))).toBe("TransactionAmountExceeded");
    s.capture(authorization, 500);
    expect(s.outcome("Capture", s.captureRequest(authorization, 500))).toBe("InvalidAuthorizationStatus");
    const expired = s.authorize(s.open()).AmazonAuthorizationId;
    s.later(days(2));
    expect(s.outcome("Capture", s.captureRequest(expired, 1))).toBe("InvalidAuthorizationStatus");
    expect(s.outcome("Capture", s.captureRequest("S03-0000000-0000000-A000000", 1))).toBe("InvalidTransactionId");
  });

  test("for another seller's authorization", () => {
    const s = shop();
    const authorization = s.authorize(s.open()).AmazonAuthorizationId;
    const other = s.core.command("createSeller", { now: s.now() });
    const request = s.captureRequest(authorization, 1);
    expect(s.core.call({ sellerId: other.sellerId, action: "Capture", request, now: s.now() })).toMatchObject({
      code: "InvalidTransactionId",
    });
  });
});

describe("the same CaptureReferenceId again", () => {
  test("returns the first capture; other parameters and other authorizations are refused", () => {
    const s = shop();
    const order = s.open();
    const request = s.captureRequest(s.authorize(order, 100).AmazonAuthorizationId, 100);
    const first = s.call("Capture", request).CaptureDetails;
    expect(s.call("Capture", request).CaptureDetails).toEqual(first);
    expect(s.outcome("Capture", { ...request, CaptureAmount: yen(99) })).toBe("DuplicateRequest");
    const other = s.authorize(order, 100).AmazonAuthorizationId;
    expect(s.outcome("Capture", { ...request, AmazonAuthorizationId: other })).toBe("DuplicateReferenceId");
  });
});

describe("an order reference closes by itself", () => {
  test("when captures reach total and overage, but not at the total", () => {
    const s = shop();
    const order = s.open(10_000);
    s.capture(s.authorize(order, 10_000).AmazonAuthorizationId, 10_000);
    expect(s.state(order)).toBe("Open");
    s.capture(s.authorize(order, 1_500).AmazonAuthorizationId, 1_500);
    expect(s.state(order)).toBe("Closed/MaxAmountCharged");
  });

  test("when as many authorizations as may be were captured", () => {
    const s = shop({ quiet: true, settings: { authorizationsPerOrderReferenceMax: 2 } });
    const order = s.open();
    s.capture(s.authorize(order, 10).AmazonAuthorizationId, 10);
    expect(s.state(order)).toBe("Open");
    s.capture(s.authorize(order, 10).AmazonAuthorizationId, 10);
    expect(s.state(order)).toBe("Closed/MaxAuthorizationsCaptured");
  });
});
