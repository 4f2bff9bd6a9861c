import { minutes, yen } from "@noren-pay/base";
import { describe, expect, test } from "vitest";
import { shop } from "../testing/shop.ts";

const total = (amount: number) => ({ OrderTotal: yen(amount) });

describe("ConfirmOrderReference", () => {
  test("opens a draft without a notice, and does nothing to an open one", () => {
    const s = shop();
    const AmazonOrderReferenceId = s.open();
    expect(s.outcome("ConfirmOrderReference", { AmazonOrderReferenceId })).toBe("done");
    expect(s.notices()).toEqual([]);
    const strict = shop({ settings: { confirmOpenIsNoOp: false, noticeOnConfirm: true } });
    const open = { AmazonOrderReferenceId: strict.open() };
    expect(strict.outcome("ConfirmOrderReference", open)).toBe("InvalidOrderReferenceStatus");
    expect(strict.notices()).toEqual(["OrderReferenceNotification Open"]);
  });

  test("opens a suspended one only after the buyer chose another payment method", () => {
    const s = shop();
    const AmazonOrderReferenceId = s.open(1_000, { card: "InvalidPaymentMethod" });
    s.authorize(AmazonOrderReferenceId, 1_000);
    expect(s.state(AmazonOrderReferenceId)).toBe("Suspended/InvalidPaymentMethod");
    const { Constraints } = s.call("GetOrderReferenceDetails", { AmazonOrderReferenceId }).OrderReferenceDetails;
    expect(Constraints?.map((each) => each.ConstraintID)).toEqual(["PaymentPlanNotSet"]);
    expect(s.outcome("ConfirmOrderReference", { AmazonOrderReferenceId })).toBe("PaymentMethodNotUpdated");
    s.core.selectPaymentMethod({ orderReferenceId: AmazonOrderReferenceId, cardId: s.card(), now: s.now() });
    expect(s.outcome("ConfirmOrderReference", { AmazonOrderReferenceId })).toBe("done");
    expect(s.authorize(AmazonOrderReferenceId, 1_000).AuthorizationStatus.State).toBe("Open");
  });

  test("is refused for canceled and closed ones", () => {
    const s = shop();
    const canceled = { AmazonOrderReferenceId: s.open() };
    s.call("CancelOrderReference", canceled);
    const closed = { AmazonOrderReferenceId: s.open() };
    s.call("CloseOrderReference", closed);
    expect(s.outcome("ConfirmOrderReference", canceled)).toBe("InvalidOrderReferenceStatus");
    expect(s.outcome("ConfirmOrderReference", closed)).toBe("InvalidOrderReferenceStatus");
  });

  test("with ExpectImmediateAuthorization closes the order when nothing is authorized within the hour", () => {
    const s = shop();
    const confirm = () => {
      const AmazonOrderReferenceId = s.draft();
      s.call("SetOrderReferenceDetails", { AmazonOrderReferenceId, OrderReferenceAttributes: total(100) });
      s.call("ConfirmOrderReference", { AmazonOrderReferenceId, ExpectImmediateAuthorization: true });
      return AmazonOrderReferenceId;
    };
    const [missed, kept] = [confirm(), confirm()];
    s.later(minutes(59));
    s.authorize(kept, 100);
    s.later(minutes(1));
    expect([s.state(missed), s.state(kept)]).toEqual(["Closed/AmazonClosed", "Open"]);
  });
});
