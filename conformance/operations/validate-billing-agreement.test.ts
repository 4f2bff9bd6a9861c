import { describe, expect, test } from "vitest";
import { cardWith, draftAgreement, openAgreement } from "../agreements.ts";
import { openShop, refusalOf } from "../shop.ts";

const shop = openShop();
const validate = (AmazonBillingAgreementId: string) =>
  shop.current.amazon.validateBillingAgreement({ AmazonBillingAgreementId });

describe("ValidateBillingAgreement", () => {
  test("succeeds with a good card", async () =>
    expect(await validate(await openAgreement(shop.current))).toMatchObject({
      ValidationResult: "Success",
      BillingAgreementStatus: { State: "Open" },
    }));

  test("fails and suspends with one that is declined", async () => {
    const cardId = await cardWith(shop.current, "InvalidPaymentMethod");
    expect(await validate(await openAgreement(shop.current, { cardId }))).toMatchObject({
      ValidationResult: "Failure",
      FailureReasonCode: "InvalidPaymentMethod",
      BillingAgreementStatus: { State: "Suspended", ReasonCode: "InvalidPaymentMethod" },
    });
  });

  test("is refused in Draft", async () =>
    expect(await refusalOf(validate(await draftAgreement(shop.current)))).toBe("InvalidBillingAgreementStatus"));
});
