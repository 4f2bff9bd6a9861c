import { describe, expect, test } from "vitest";
import { parameterNames } from "../wire/parameter-names.ts";
import { refund } from "./refund.ts";

describe("Refund", () => {
  test("takes the parameters of the reference", () =>
    expect(parameterNames(refund.request)).toEqual([
      "AmazonCaptureId",
      "RefundReferenceId",
      "RefundAmount.Amount",
      "RefundAmount.CurrencyCode",
      "SellerRefundNote",
      "SoftDescriptor",
      "ProviderCreditReversalList.member.N.ProviderId",
      "ProviderCreditReversalList.member.N.CreditReversalAmount.Amount",
      "ProviderCreditReversalList.member.N.CreditReversalAmount.CurrencyCode",
    ]));
  test("needs a completed capture", () => expect(refund).toMatchObject({ needs: { Capture: ["Completed"] } }));
  test("is repeated with the same reference id when nobody knows how it ended", () =>
    expect(refund).toMatchObject({ recovery: "replay", deduplicatedBy: "RefundReferenceId" }));
  test("refuses what cannot be refunded by a code of its own", () =>
    expect(refund.errors).toContain("CaptureNotRefundable"));
  test("answers no list of ids", () =>
    expect(Object.keys(refund.response.RefundDetails.fields)).not.toContain("IdList"));
});
