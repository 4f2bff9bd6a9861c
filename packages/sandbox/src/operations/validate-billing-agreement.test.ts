import { describe, expect, test } from "vitest";
import { shop } from "../testing/shop.ts";

describe("ValidateBillingAgreement", () => {
  const cases: [
    string,
    "InvalidPaymentMethod" | "TransactionTimedOut" | "AmazonRejected" | undefined,
    object,
    string,
  ][] = [
    ["succeeds with a good card", undefined, { ValidationResult: "Success" }, "Open"],
    ["does not see what only an authorization meets", "AmazonRejected", { ValidationResult: "Success" }, "Open"],
    [
      "fails and suspends with a card that is declined",
      "InvalidPaymentMethod",
      { ValidationResult: "Failure", FailureReasonCode: "InvalidPaymentMethod" },
      "Suspended/InvalidPaymentMethod",
    ],
    [
      "times out with a card that does",
      "TransactionTimedOut",
      { ValidationResult: "Failure", FailureReasonCode: "ValidationTimedOut" },
      "Open",
    ],
  ];
  for (const [title, card, result, state] of cases) {
    test(title, () => {
      const s = shop();
      const AmazonBillingAgreementId = s.openAgreement({ card });
      const answer = s.call("ValidateBillingAgreement", { AmazonBillingAgreementId });
      expect(answer).toMatchObject({ ...result, BillingAgreementStatus: { State: state.split("/")[0] } });
      expect(s.state(AmazonBillingAgreementId)).toBe(state);
    });
  }

  test("is for Open ones", () => {
    const s = shop();
    const outcome = (AmazonBillingAgreementId: string) =>
      s.outcome("ValidateBillingAgreement", { AmazonBillingAgreementId });
    expect(outcome(s.draftAgreement())).toBe("InvalidBillingAgreementStatus");
    expect(outcome("C03-0000000-0000000")).toBe("InvalidBillingAgreementId");
  });
});
