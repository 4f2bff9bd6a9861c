import { describe, expect, test } from "vitest";
import { draftAgreement, openAgreement } from "../agreements.ts";
import { openShop, refusalOf } from "../shop.ts";

const shop = openShop();
const BillingAgreementAttributes = {
  SellerNote: "毎月のお届け",
  SellerBillingAgreementAttributes: { SellerBillingAgreementId: "SUBSCR-77", StoreName: "テスト ストア" },
};
const set = (AmazonBillingAgreementId: string) =>
  shop.current.amazon.setBillingAgreementDetails({ AmazonBillingAgreementId, BillingAgreementAttributes });

describe("SetBillingAgreementDetails", () => {
  test("sets texts that come back as they were sent", async () => {
    const { BillingAgreementDetails } = await set(await draftAgreement(shop.current));
    expect(BillingAgreementDetails).toMatchObject(BillingAgreementAttributes);
  });

  test("is refused after confirmation", async () =>
    expect(await refusalOf(set(await openAgreement(shop.current)))).toBe("BillingAgreementNotModifiable"));
});
