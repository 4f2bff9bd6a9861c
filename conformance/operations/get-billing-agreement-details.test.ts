import { describe, expect, test } from "vitest";
import { draftAgreement, openAgreement } from "../agreements.ts";
import { openShop, refusalOf } from "../shop.ts";

const shop = openShop();
const read = async (AmazonBillingAgreementId: string, more: object = {}) =>
  (await shop.current.amazon.getBillingAgreementDetails({ AmazonBillingAgreementId, ...more })).BillingAgreementDetails;

describe("GetBillingAgreementDetails", () => {
  test("shows a Draft's constraints, limits and a part of the address", async () => {
    const details = await read(await draftAgreement(shop.current, { consent: false }));
    expect(details).toMatchObject({
      AmazonBillingAgreementId: expect.stringMatching(/^C03-\d{7}-\d{7}$/),
      BillingAgreementStatus: { State: "Draft" },
      BillingAgreementConsent: false,
      Constraints: [{ ConstraintID: "BuyerConsentNotSet", Description: expect.any(String) }],
      BillingAgreementLimits: { TimePeriodStartDate: Date.UTC(2026, 3, 1), TimePeriodEndDate: Date.UTC(2026, 4, 1) },
      Destination: { PhysicalDestination: { StateOrRegion: "東京都" } },
    });
    expect(details.Buyer).toBeUndefined();
    expect(details.Destination?.PhysicalDestination?.Name).toBeUndefined();
  });

  test("shows the whole address to the buyer's token", async () => {
    const id = await draftAgreement(shop.current);
    const { accessToken } = await shop.current.admin.createToken();
    const details = await read(id, { AccessToken: accessToken });
    expect(details.Destination?.PhysicalDestination?.Name).toBe("山田 太郎");
  });

  test("shows the buyer and the time of the last change once it is Open", async () => {
    const details = await read(await openAgreement(shop.current));
    expect(details.Buyer?.Name).toBe("山田 太郎");
    expect(details.BillingAgreementStatus).toEqual({ State: "Open", LastUpdatedTimestamp: Date.UTC(2026, 3, 1, 3) });
  });

  test("refuses an unknown id", async () =>
    expect(await refusalOf(read("C03-0000000-0000000"))).toBe("InvalidBillingAgreementId"));
});
