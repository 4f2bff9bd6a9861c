import { describe, expect, test } from "vitest";
import { parameterNames } from "../wire/parameter-names.ts";
import { confirmBillingAgreement } from "./confirm-billing-agreement.ts";

describe("ConfirmBillingAgreement", () => {
  test("takes the parameters of the reference", () =>
    expect(parameterNames(confirmBillingAgreement.request)).toEqual([
      "AmazonBillingAgreementId",
      "SuccessUrl",
      "FailureUrl",
    ]));
  test("may be repeated in Open, and opens what was suspended", () =>
    expect(confirmBillingAgreement).toMatchObject({ needs: { BillingAgreement: ["Draft", "Open", "Suspended"] } }));
  test("answers an empty result", () =>
    expect([confirmBillingAgreement.result, confirmBillingAgreement.response]).toEqual(["empty", {}]));
  test("has an error of its own for constraints", () =>
    expect(confirmBillingAgreement.errors).toContain("BillingAgreementConstraintsExist"));
});
