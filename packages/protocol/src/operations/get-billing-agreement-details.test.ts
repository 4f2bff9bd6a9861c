import { describe, expect, test } from "vitest";
import { parameterNames } from "../wire/parameter-names.ts";
import { getBillingAgreementDetails } from "./get-billing-agreement-details.ts";

describe("GetBillingAgreementDetails", () => {
  test("takes the parameters of the reference", () =>
    expect(parameterNames(getBillingAgreementDetails.request)).toEqual([
      "AmazonBillingAgreementId",
      "AccessToken",
      "AddressConsentToken",
    ]));
  test("reads in any state", () =>
    expect(getBillingAgreementDetails).toMatchObject({ needs: {}, recovery: "repeat", quota: "read" }));
  test("answers a status whose timestamp has a name of its own", () =>
    expect(
      Object.keys(getBillingAgreementDetails.response.BillingAgreementDetails.fields.BillingAgreementStatus.fields),
    ).toEqual(["State", "LastUpdatedTimestamp", "ReasonCode", "ReasonDescription"]));
  test("answers the dates of its limits without milliseconds", () => {
    const limits = getBillingAgreementDetails.response.BillingAgreementDetails.fields.BillingAgreementLimits.fields;
    expect([limits.TimePeriodStartDate, limits.TimePeriodEndDate]).toEqual([
      { kind: "timestamp", wholeSeconds: true },
      { kind: "timestamp", wholeSeconds: true },
    ]);
  });
  test("has errors for tokens", () =>
    expect(getBillingAgreementDetails.errors).toEqual([
      "InvalidBillingAgreementId",
      "InvalidAddressConsentToken",
      "AmbiguousToken",
    ]));
});
