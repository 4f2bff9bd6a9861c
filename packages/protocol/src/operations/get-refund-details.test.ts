import { describe, expect, test } from "vitest";
import { parameterNames } from "../wire/parameter-names.ts";
import { getRefundDetails } from "./get-refund-details.ts";
import { refund } from "./refund.ts";

describe("GetRefundDetails", () => {
  test("takes the parameters of the reference", () =>
    expect(parameterNames(getRefundDetails.request)).toEqual(["AmazonRefundId"]));
  test("reads in any state, and may be repeated", () =>
    expect([getRefundDetails.needs, getRefundDetails.recovery, getRefundDetails.quota]).toEqual([
      {},
      "repeat",
      "read",
    ]));
  test("answers as Refund does", () =>
    expect(getRefundDetails.response.RefundDetails).toBe(refund.response.RefundDetails));
  test("knows one error of its own", () => expect(getRefundDetails.errors).toEqual(["InvalidTransactionId"]));
});
