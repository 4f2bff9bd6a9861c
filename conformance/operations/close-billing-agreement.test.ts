import { describe, expect, test } from "vitest";
import { charge, openAgreement } from "../agreements.ts";
import { openShop, refusalOf } from "../shop.ts";

const shop = openShop();

describe("CloseBillingAgreement", () => {
  test("ends it with the seller's words; nothing more can be charged", async () => {
    const { amazon } = shop.current;
    const AmazonBillingAgreementId = await openAgreement(shop.current);
    const { AuthorizationDetails } = await charge(shop.current, AmazonBillingAgreementId);
    await amazon.closeBillingAgreement({ AmazonBillingAgreementId, ClosureReason: "解約" });
    const { BillingAgreementDetails } = await amazon.getBillingAgreementDetails({ AmazonBillingAgreementId });
    expect(BillingAgreementDetails.BillingAgreementStatus).toMatchObject({
      State: "Closed",
      ReasonCode: "SellerClosed",
      ReasonDescription: "解約",
    });
    expect(await refusalOf(charge(shop.current, AmazonBillingAgreementId))).toBe("InvalidBillingAgreementStatus");
    expect(await refusalOf(amazon.closeBillingAgreement({ AmazonBillingAgreementId }))).toBe("InvalidCloseAttempt");
    const { CaptureDetails } = await amazon.capture({
      AmazonAuthorizationId: AuthorizationDetails.AmazonAuthorizationId,
      CaptureReferenceId: shop.current.referenceId(),
      CaptureAmount: AuthorizationDetails.AuthorizationAmount,
    });
    expect(CaptureDetails.CaptureStatus.State).toBe("Completed");
  });
});
