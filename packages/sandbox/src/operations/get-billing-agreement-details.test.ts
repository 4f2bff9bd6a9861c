import { hours, yen } from "@noren-pay/base";
import { describe, expect, test } from "vitest";
import { shop, start } from "../testing/shop.ts";

const scopes = ["payments:widget", "payments:shipping_address", "payments:billing_address"];

describe("GetBillingAgreementDetails", () => {
  test("shows a fresh Draft with its constraints and this month's limit", () => {
    const s = shop();
    const id = s.draftAgreement({ card: "none", consent: false });
    const details = s.agreement(id);
    expect(details).toMatchObject({
      AmazonBillingAgreementId: expect.stringMatching(/^C03-\d{7}-\d{7}$/),
      BillingAgreementStatus: { State: "Draft" },
      BillingAgreementConsent: false,
      ReleaseEnvironment: "Sandbox",
      CreationTimestamp: start,
      BillingAgreementLimits: {
        AmountLimitPerTimePeriod: yen(100_000),
        TimePeriodStartDate: Date.UTC(2026, 3, 1),
        TimePeriodEndDate: Date.UTC(2026, 4, 1),
        CurrentRemainingBalance: yen(100_000),
      },
    });
    expect(details.Constraints?.map((each) => each.ConstraintID)).toEqual(["PaymentPlanNotSet", "BuyerConsentNotSet"]);
    expect(details.Buyer).toBeUndefined();
    expect(details.Destination?.PhysicalDestination).toEqual({
      StateOrRegion: "東京都",
      PostalCode: "153-0064",
      CountryCode: "JP",
    });
  });

  test("shows buyer and address once it is Open, or to a token of the buyer's", () => {
    const s = shop();
    const draft = s.draftAgreement();
    const token = s.core.issueToken({ buyerId: s.buyer.buyerId, clientId: s.clientId, scopes, now: s.now() });
    const request = { AmazonBillingAgreementId: draft, AccessToken: token.text };
    const seen = s.call("GetBillingAgreementDetails", request).BillingAgreementDetails;
    expect(seen.Destination?.PhysicalDestination?.Name).toBe("山田 太郎");
    expect(seen.BillingAddress?.PhysicalAddress?.Name).toBe("山田 太郎");
    expect(s.agreement(s.openAgreement())).toMatchObject({
      Buyer: { Name: "山田 太郎", Email: "taro.yamada@example.com" },
      Destination: { PhysicalDestination: { Name: "山田 太郎" } },
      BillingAgreementStatus: { State: "Open", LastUpdatedTimestamp: start },
    });
  });

  test("a Draft goes stale after three hours and shows no more than it did", () => {
    const s = shop();
    const id = s.draftAgreement();
    s.later(hours(3));
    expect(s.state(id)).toBe("Canceled/Stale");
    expect(s.agreement(id).Buyer).toBeUndefined();
  });

  test("refuses unknown ids, another environment's, both tokens and strangers' tokens", () => {
    const s = shop();
    const id = s.draftAgreement();
    const outcome = (more: object) =>
      s.outcome("GetBillingAgreementDetails", { AmazonBillingAgreementId: id, ...more });
    expect(outcome({ AmazonBillingAgreementId: "C03-0000000-0000000" })).toBe("InvalidBillingAgreementId");
    expect(outcome({ AccessToken: "a", AddressConsentToken: "b" })).toBe("AmbiguousToken");
    expect(outcome({ AccessToken: "Atza|nobody" })).toBe("InvalidAddressConsentToken");
    const { sellerId, core, now } = s;
    const live = { sellerId, environment: "Live", action: "GetBillingAgreementDetails", now: now() } as const;
    expect(core.call({ ...live, request: { AmazonBillingAgreementId: id } })).toMatchObject({
      code: "InvalidBillingAgreementId",
    });
  });
});
