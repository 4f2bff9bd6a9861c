import { minutes } from "@noren-pay/base";
import { describe, expect, test } from "vitest";
import { shop } from "../testing/shop.ts";

describe("CloseAuthorization", () => {
  test("ends a live authorization and frees its money", () => {
    const s = shop();
    const order = s.open();
    const AmazonAuthorizationId = s.authorize(order, 11_500).AmazonAuthorizationId;
    s.notices();
    s.call("CloseAuthorization", { AmazonAuthorizationId, ClosureReason: "not needed" });
    expect(s.state(AmazonAuthorizationId)).toBe("Closed/SellerClosed");
    expect(s.notices()).toEqual(["PaymentAuthorize Closed/SellerClosed"]);
    expect(s.authorize(order, 11_500).AuthorizationStatus.State).toBe("Open");
    expect(s.outcome("CloseAuthorization", { AmazonAuthorizationId })).toBe("InvalidAuthorizationStatus");
  });

  test("ends a Pending one for good", () => {
    const s = shop();
    const { AmazonAuthorizationId } = s.authorize(s.open(), 1, { TransactionTimeout: 5 });
    s.call("CloseAuthorization", { AmazonAuthorizationId });
    s.later(minutes(10));
    expect(s.state(AmazonAuthorizationId)).toBe("Closed/SellerClosed");
  });
});
