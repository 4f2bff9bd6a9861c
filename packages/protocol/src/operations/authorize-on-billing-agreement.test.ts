import { describe, expect, test } from "vitest";
import { parameterNames } from "../wire/parameter-names.ts";
import { authorize } from "./authorize.ts";
import { authorizeOnBillingAgreement } from "./authorize-on-billing-agreement.ts";

describe("AuthorizeOnBillingAgreement", () => {
  test("takes the parameters of the reference", () =>
    expect(parameterNames(authorizeOnBillingAgreement.request)).toEqual([
      "AmazonBillingAgreementId",
      "AuthorizationReferenceId",
      "AuthorizationAmount.Amount",
      "AuthorizationAmount.CurrencyCode",
      "SellerAuthorizationNote",
      "TransactionTimeout",
      "CaptureNow",
      "SoftDescriptor",
      "SellerNote",
      "PlatformId",
      "SellerOrderAttributes.SellerOrderId",
      "SellerOrderAttributes.StoreName",
      "SellerOrderAttributes.CustomInformation",
      "SellerOrderAttributes.SupplementaryData",
      "InheritShippingAddress",
      "ProviderCreditList.member.N.ProviderId",
      "ProviderCreditList.member.N.CreditAmount.Amount",
      "ProviderCreditList.member.N.CreditAmount.CurrencyCode",
    ]));
  test("needs an open billing agreement", () =>
    expect(authorizeOnBillingAgreement).toMatchObject({ needs: { BillingAgreement: ["Open"] } }));
  test("is repeated with the same reference id when nobody knows how it ended", () =>
    expect(authorizeOnBillingAgreement).toMatchObject({
      recovery: "replay",
      deduplicatedBy: "AuthorizationReferenceId",
    }));
  test("answers the authorization and the order reference it made", () =>
    expect(Object.keys(authorizeOnBillingAgreement.response)).toEqual([
      "AuthorizationDetails",
      "AmazonOrderReferenceId",
    ]));
  test("takes what Authorize takes, but for the order reference", () => {
    const { AmazonOrderReferenceId: _, ...shared } = authorize.request;
    expect(authorizeOnBillingAgreement.request).toMatchObject(shared);
  });
});
