import { yen } from "@noren-pay/base";
import { describe, expect, test } from "vitest";
import { shop, simulation } from "../testing/shop.ts";

describe("CloseBillingAgreement", () => {
  test("ends it with the seller's words; what is Open of its authorizations can still be captured", () => {
    const s = shop();
    const id = s.openAgreement();
    const { AmazonAuthorizationId } = s.charge(id).AuthorizationDetails;
    s.notices();
    s.call("CloseBillingAgreement", { AmazonBillingAgreementId: id, ClosureReason: "解約" });
    expect(s.agreement(id).BillingAgreementStatus).toMatchObject({
      State: "Closed",
      ReasonCode: "SellerClosed",
      ReasonDescription: "解約",
    });
    expect(s.notices()).toEqual(["BillingAgreementNotification Closed/SellerClosed"]);
    expect(s.capture(AmazonAuthorizationId).CaptureAmount).toEqual(yen(10_000));
    expect(s.outcome("AuthorizeOnBillingAgreement", s.chargeRequest(id, 1))).toBe("InvalidBillingAgreementStatus");
  });

  test("can be made Amazon's doing by a simulation, and an illegal one is refused", () => {
    const s = shop();
    const AmazonBillingAgreementId = s.openAgreement();
    const close = (wanted: object) =>
      s.outcome("CloseBillingAgreement", { AmazonBillingAgreementId, ClosureReason: simulation(wanted) });
    expect(close({ State: "Closed", ReasonCode: "Expired" })).toBe("InvalidSandboxSimulationSpecified");
    expect(close({ State: "Closed", ReasonCode: "AmazonClosed" })).toBe("done");
    expect(s.state(AmazonBillingAgreementId)).toBe("Closed/AmazonClosed");
  });

  test("is refused in Draft and once it has ended, unless a setting says otherwise", () => {
    for (const endingEndedIsNoOp of [false, true]) {
      const s = shop({ settings: { endingEndedIsNoOp } });
      const outcome = (AmazonBillingAgreementId: string) =>
        s.outcome("CloseBillingAgreement", { AmazonBillingAgreementId });
      expect(outcome(s.draftAgreement())).toBe("InvalidCloseAttempt");
      const id = s.openAgreement();
      expect(outcome(id)).toBe("done");
      expect(outcome(id)).toBe(endingEndedIsNoOp ? "done" : "InvalidCloseAttempt");
    }
  });
});
