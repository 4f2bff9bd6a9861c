import { yen } from "@noren-pay/base";
import { describe, expect, test } from "vitest";
import { shop } from "../testing/shop.ts";

describe("SetBillingAgreementDetails", () => {
  test("overwrites what is sent and leaves the rest", () => {
    const s = shop();
    const AmazonBillingAgreementId = s.draftAgreement();
    const set = (BillingAgreementAttributes: object) =>
      s.call("SetBillingAgreementDetails", { AmazonBillingAgreementId, BillingAgreementAttributes })
        .BillingAgreementDetails;
    set({
      SellerNote: "毎月のお届け",
      PlatformId: "A1PLATFORM000",
      SellerBillingAgreementAttributes: { SellerBillingAgreementId: "SUBSCR-77", StoreName: "店" },
    });
    const details = set({ SellerBillingAgreementAttributes: { StoreName: "別の店" }, SubscriptionAmount: yen(980) });
    expect(details).toMatchObject({
      SellerNote: "毎月のお届け",
      PlatformId: "A1PLATFORM000",
      SellerBillingAgreementAttributes: { SellerBillingAgreementId: "SUBSCR-77", StoreName: "別の店" },
      SubscriptionAmount: yen(980),
    });
  });

  test("is refused after confirmation, and in another currency", () => {
    const s = shop();
    const outcome = (AmazonBillingAgreementId: string, BillingAgreementAttributes: object) =>
      s.outcome("SetBillingAgreementDetails", { AmazonBillingAgreementId, BillingAgreementAttributes });
    expect(outcome(s.openAgreement(), { SellerNote: "x" })).toBe("BillingAgreementNotModifiable");
    const dollars = { SubscriptionAmount: { amount: 1, currencyCode: "USD" as const } };
    expect(outcome(s.draftAgreement(), dollars)).toBe("InvalidParameterValue");
    expect(outcome("C03-0000000-0000000", { SellerNote: "x" })).toBe("InvalidBillingAgreementId");
  });
});
