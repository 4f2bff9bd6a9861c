import { describe, expect, test } from "vitest";
import { parameterNames } from "../wire/parameter-names.ts";
import { readRequest } from "../wire/request.ts";
import { setOrderAttributes } from "./set-order-attributes.ts";

describe("SetOrderAttributes", () => {
  test("takes the parameters of the reference", () =>
    expect(parameterNames(setOrderAttributes.request)).toEqual([
      "AmazonOrderReferenceId",
      "OrderAttributes.OrderTotal.Amount",
      "OrderAttributes.OrderTotal.CurrencyCode",
      "OrderAttributes.PlatformId",
      "OrderAttributes.SellerNote",
      "OrderAttributes.RequestPaymentAuthorization",
      "OrderAttributes.SellerOrderAttributes.SellerOrderId",
      "OrderAttributes.SellerOrderAttributes.StoreName",
      "OrderAttributes.SellerOrderAttributes.CustomInformation",
      "OrderAttributes.SellerOrderAttributes.OrderItemCategories.OrderItemCategory.N",
      "OrderAttributes.SellerOrderAttributes.SupplementaryData",
      "OrderAttributes.PaymentServiceProviderAttributes.PaymentServiceProviderId",
      "OrderAttributes.PaymentServiceProviderAttributes.PaymentServiceProviderOrderId",
    ]));
  test("is taken before and after confirmation", () =>
    expect(setOrderAttributes).toMatchObject({ needs: { OrderReference: ["Draft", "Open", "Suspended"] } }));
  test("is read before it is repeated", () => expect(setOrderAttributes).toMatchObject({ recovery: "readThenDecide" }));

  test("needs no total", () =>
    expect(
      readRequest(
        setOrderAttributes,
        new Map([
          ["AmazonOrderReferenceId", "S03-1234567-7654321"],
          ["OrderAttributes.SellerOrderAttributes.SellerOrderId", "0012345"],
        ]),
      ),
    ).toEqual({
      ok: true,
      request: {
        AmazonOrderReferenceId: "S03-1234567-7654321",
        OrderAttributes: { SellerOrderAttributes: { SellerOrderId: "0012345" } },
      },
    }));
});
