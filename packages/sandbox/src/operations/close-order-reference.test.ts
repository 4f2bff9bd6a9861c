import { describe, expect, test } from "vitest";
import { shop, simulation } from "../testing/shop.ts";

describe("CloseOrderReference", () => {
  test("ends an order but not its open authorizations", () => {
    const s = shop();
    const AmazonOrderReferenceId = s.open();
    const authorization = s.authorize(AmazonOrderReferenceId).AmazonAuthorizationId;
    s.call("CloseOrderReference", { AmazonOrderReferenceId, ClosureReason: "shipped" });
    expect([s.state(AmazonOrderReferenceId), s.state(authorization)]).toEqual(["Closed/SellerClosed", "Open"]);
    expect(s.outcome("Authorize", s.authorizeRequest(AmazonOrderReferenceId, 1))).toBe("InvalidOrderReferenceStatus");
    expect(s.outcome("CloseOrderReference", { AmazonOrderReferenceId })).toBe("InvalidCloseAttempt");
  });

  test("is refused on a draft; a simulation closes with Amazon's reason", () => {
    const s = shop();
    expect(s.outcome("CloseOrderReference", { AmazonOrderReferenceId: s.draft() })).toBe("InvalidCloseAttempt");
    const AmazonOrderReferenceId = s.open();
    const ClosureReason = simulation({ State: "Closed", ReasonCode: "AmazonClosed" });
    s.call("CloseOrderReference", { AmazonOrderReferenceId, ClosureReason });
    expect(s.state(AmazonOrderReferenceId)).toBe("Closed/AmazonClosed");
  });
});
