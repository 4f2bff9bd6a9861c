import { describe, expect, test } from "vitest";
import { parameterNames } from "../wire/parameter-names.ts";
import { readRequest } from "../wire/request.ts";
import { closeBillingAgreement } from "./close-billing-agreement.ts";

describe("CloseBillingAgreement", () => {
  test("takes the parameters of the reference", () =>
    expect(parameterNames(closeBillingAgreement.request)).toEqual(["AmazonBillingAgreementId", "ClosureReason"]));
  test("needs a billing agreement that is confirmed", () =>
    expect(closeBillingAgreement).toMatchObject({ needs: { BillingAgreement: ["Open", "Suspended"] } }));
  test("answers an empty result", () =>
    expect([closeBillingAgreement.result, closeBillingAgreement.response]).toEqual(["empty", {}]));
  test("may be simulated by its reason", () =>
    expect(closeBillingAgreement).toMatchObject({ simulatedBy: "ClosureReason" }));
  test("takes a reason of 1,024 characters and no more", () =>
    expect(
      [1_024, 1_025].map(
        (length) =>
          readRequest(
            closeBillingAgreement,
            new Map([
              ["AmazonBillingAgreementId", "x"],
              ["ClosureReason", "理".repeat(length)],
            ]),
          ).ok,
      ),
    ).toEqual([true, false]));
});
