import { describe, expect, test } from "vitest";
import { parameterNames } from "../wire/parameter-names.ts";
import { validateBillingAgreement } from "./validate-billing-agreement.ts";

describe("ValidateBillingAgreement", () => {
  test("takes the parameters of the reference", () =>
    expect(parameterNames(validateBillingAgreement.request)).toEqual(["AmazonBillingAgreementId"]));
  test("needs an open billing agreement", () =>
    expect(validateBillingAgreement).toMatchObject({ needs: { BillingAgreement: ["Open"] } }));
  test("is no read, since a failure suspends", () =>
    expect(validateBillingAgreement).toMatchObject({ recovery: "readThenDecide", quota: "write" }));
  test("answers success or failure and the status", () => {
    expect(Object.keys(validateBillingAgreement.response)).toEqual([
      "ValidationResult",
      "FailureReasonCode",
      "BillingAgreementStatus",
    ]);
    expect(validateBillingAgreement.response.ValidationResult.words).toEqual(["Success", "Failure"]);
  });
});
