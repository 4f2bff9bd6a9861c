import { describe, expect, test } from "vitest";
import { parameterNames } from "../wire/parameter-names.ts";
import { readRequest } from "../wire/request.ts";
import { setBillingAgreementDetails } from "./set-billing-agreement-details.ts";

describe("SetBillingAgreementDetails", () => {
  test("takes the parameters of the reference", () =>
    expect(parameterNames(setBillingAgreementDetails.request)).toEqual([
      "AmazonBillingAgreementId",
      "BillingAgreementAttributes.PlatformId",
      "BillingAgreementAttributes.SellerNote",
      "BillingAgreementAttributes.SellerBillingAgreementAttributes.SellerBillingAgreementId",
      "BillingAgreementAttributes.SellerBillingAgreementAttributes.StoreName",
      "BillingAgreementAttributes.SellerBillingAgreementAttributes.CustomInformation",
      "BillingAgreementAttributes.BillingAgreementType",
      "BillingAgreementAttributes.SubscriptionAmount.Amount",
      "BillingAgreementAttributes.SubscriptionAmount.CurrencyCode",
    ]));
  test("needs a billing agreement in Draft", () =>
    expect(setBillingAgreementDetails).toMatchObject({
      needs: { BillingAgreement: ["Draft"] },
      recovery: "readThenDecide",
    }));

  const read = (pairs: Record<string, string>) =>
    readRequest(
      setBillingAgreementDetails,
      new Map(Object.entries({ AmazonBillingAgreementId: "C03-2345678-8765432", ...pairs })),
    );
  test("needs one attribute at least", () =>
    expect(read({})).toEqual({ ok: false, field: "BillingAgreementAttributes", problem: "is missing" }));
  test("is content with any one", () =>
    expect(read({ "BillingAgreementAttributes.SellerNote": "毎月お届け" }).ok).toBe(true));
  test("knows two types of agreement", () =>
    expect(
      ["CustomerInitiatedTransaction", "MerchantInitiatedTransaction", "Other"].map(
        (type) => read({ "BillingAgreementAttributes.BillingAgreementType": type }).ok,
      ),
    ).toEqual([true, true, false]));
});
