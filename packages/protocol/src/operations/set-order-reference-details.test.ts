import { describe, expect, test } from "vitest";
import { parameterNames } from "../wire/parameter-names.ts";
import { readRequest } from "../wire/request.ts";
import { setOrderReferenceDetails } from "./set-order-reference-details.ts";

describe("SetOrderReferenceDetails", () => {
  test("takes the parameters of the reference", () =>
    expect(parameterNames(setOrderReferenceDetails.request)).toEqual([
      "AmazonOrderReferenceId",
      "OrderReferenceAttributes.OrderTotal.Amount",
      "OrderReferenceAttributes.OrderTotal.CurrencyCode",
      "OrderReferenceAttributes.PlatformId",
      "OrderReferenceAttributes.SellerNote",
      "OrderReferenceAttributes.RequestPaymentAuthorization",
      "OrderReferenceAttributes.SellerOrderAttributes.SellerOrderId",
      "OrderReferenceAttributes.SellerOrderAttributes.StoreName",
      "OrderReferenceAttributes.SellerOrderAttributes.CustomInformation",
      "OrderReferenceAttributes.SellerOrderAttributes.OrderItemCategories.OrderItemCategory.N",
      "OrderReferenceAttributes.SellerOrderAttributes.SupplementaryData",
      "OrderReferenceAttributes.PaymentServiceProviderAttributes.PaymentServiceProviderId",
      "OrderReferenceAttributes.PaymentServiceProviderAttributes.PaymentServiceProviderOrderId",
    ]));
  test("needs an order reference in Draft", () =>
    expect(setOrderReferenceDetails).toMatchObject({ needs: { OrderReference: ["Draft"] } }));
  test("is read before it is repeated", () =>
    expect(setOrderReferenceDetails).toMatchObject({ recovery: "readThenDecide" }));
  test("may be simulated by the seller's note", () =>
    expect(setOrderReferenceDetails).toMatchObject({ simulatedBy: "OrderReferenceAttributes.SellerNote" }));

  const id: [string, string] = ["AmazonOrderReferenceId", "S03-1234567-7654321"];
  test("needs a total", () =>
    expect(readRequest(setOrderReferenceDetails, new Map([id]))).toEqual({
      ok: false,
      field: "OrderReferenceAttributes",
      problem: "is missing",
    }));
  test("names the total when only other attributes were sent", () =>
    expect(
      readRequest(setOrderReferenceDetails, new Map([id, ["OrderReferenceAttributes.SellerNote", "ご注文"]])),
    ).toMatchObject({ ok: false, field: "OrderReferenceAttributes.OrderTotal" }));
});
