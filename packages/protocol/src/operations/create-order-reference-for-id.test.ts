import { describe, expect, test } from "vitest";
import { parameterNames } from "../wire/parameter-names.ts";
import { readRequest } from "../wire/request.ts";
import { createOrderReferenceForId } from "./create-order-reference-for-id.ts";

describe("CreateOrderReferenceForId", () => {
  test("takes the parameters of the reference", () =>
    expect(parameterNames(createOrderReferenceForId.request)).toEqual([
      "Id",
      "IdType",
      "InheritShippingAddress",
      "ConfirmNow",
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
  test("is not repeated when nobody knows how it ended: that would make a second object", () =>
    expect(createOrderReferenceForId).toMatchObject({ recovery: "ask" }));
  test("needs a billing agreement that is not suspended or over", () =>
    expect(createOrderReferenceForId).toMatchObject({ needs: { BillingAgreement: ["Draft", "Open"] } }));

  const id: [string, string] = ["Id", "C03-2345678-8765432"];
  const type: [string, string] = ["IdType", "BillingAgreement"];
  test("needs no attributes", () =>
    expect(readRequest(createOrderReferenceForId, new Map([id, type]))).toEqual({
      ok: true,
      request: { Id: id[1], IdType: "BillingAgreement" },
    }));
  test("makes order references of billing agreements only", () =>
    expect(readRequest(createOrderReferenceForId, new Map([id, ["IdType", "OrderReference"]]))).toMatchObject({
      ok: false,
      field: "IdType",
    }));
  test("ignores the supplementary data that one SDK misplaces", () =>
    expect(
      readRequest(createOrderReferenceForId, new Map([id, type, ["OrderReferenceAttributes.SupplementaryData", "{}"]]))
        .ok,
    ).toBe(true));
});
