import { yen } from "@noren-pay/base";
import { describe, expect, test } from "vitest";
import { shop, simulation } from "../testing/shop.ts";

const total = (amount: number) => ({ OrderTotal: yen(amount) });

describe("SetOrderReferenceDetails", () => {
  test("sets what is sent and keeps the rest, until confirmation", () => {
    const s = shop();
    const AmazonOrderReferenceId = s.draft();
    const attributes = {
      ...total(1_000),
      SellerNote: "ありがとう",
      SellerOrderAttributes: { SellerOrderId: "0012345" },
    };
    s.call("SetOrderReferenceDetails", { AmazonOrderReferenceId, OrderReferenceAttributes: attributes });
    const { OrderReferenceDetails } = s.call("SetOrderReferenceDetails", {
      AmazonOrderReferenceId,
      OrderReferenceAttributes: { ...total(2_000), SellerOrderAttributes: { StoreName: "見世" } },
    });
    expect(OrderReferenceDetails).toMatchObject({
      OrderTotal: yen(2_000),
      SellerNote: "ありがとう",
      SellerOrderAttributes: { SellerOrderId: "0012345", StoreName: "見世" },
      RequestPaymentAuthorization: false,
    });
    s.call("ConfirmOrderReference", { AmazonOrderReferenceId });
    expect(s.outcome("SetOrderReferenceDetails", { AmazonOrderReferenceId, OrderReferenceAttributes: total(1) })).toBe(
      "OrderReferenceNotModifiable",
    );
  });

  test("refuses another currency, an unknown order and an illegal simulation", () => {
    const s = shop();
    const AmazonOrderReferenceId = s.draft();
    const set = (attributes: object, id = AmazonOrderReferenceId) =>
      s.outcome("SetOrderReferenceDetails", {
        AmazonOrderReferenceId: id,
        OrderReferenceAttributes: { ...total(1), ...attributes },
      });
    expect(set({ OrderTotal: { amount: 1, currencyCode: "USD" } })).toBe("CurrencyMismatch");
    expect(set({}, "S00-0000000-0000000")).toBe("InvalidOrderReferenceId");
    expect(set({ SellerNote: simulation({ Constraint: "Nonsense" }) })).toBe("InvalidSandboxSimulationSpecified");
  });
});

describe("constraints", () => {
  const cases: [title: string, options: Parameters<ReturnType<typeof shop>["draft"]>[0], found: string[]][] = [
    ["AmountNotSet before a total is set", {}, ["AmountNotSet"]],
    ["PaymentPlanNotSet without a card", { card: "none" }, ["AmountNotSet", "PaymentPlanNotSet"]],
    ["ShippingAddressNotSet without an address", { address: "none" }, ["AmountNotSet", "ShippingAddressNotSet"]],
    ["no address needed for digital goods", { address: "none", wantsAddress: false }, ["AmountNotSet"]],
    [
      "PaymentMethodNotAllowed by a starred card",
      { card: "PaymentMethodNotAllowed" },
      ["AmountNotSet", "PaymentMethodNotAllowed"],
    ],
  ];
  for (const [title, options, found] of cases) {
    test(title, () => {
      const s = shop();
      const AmazonOrderReferenceId = s.draft(options);
      const { OrderReferenceDetails } = s.call("GetOrderReferenceDetails", { AmazonOrderReferenceId });
      expect(OrderReferenceDetails.Constraints?.map((each) => each.ConstraintID)).toEqual(found);
      expect(s.outcome("ConfirmOrderReference", { AmazonOrderReferenceId })).toBe("ConstraintsExist");
    });
  }

  test("a simulated one stays until another note is set", () => {
    const s = shop();
    const AmazonOrderReferenceId = s.draft();
    const set = (SellerNote?: string) =>
      s
        .call("SetOrderReferenceDetails", {
          AmazonOrderReferenceId,
          OrderReferenceAttributes: { ...total(1), SellerNote },
        })
        .OrderReferenceDetails.Constraints?.map((each) => each.ConstraintID);
    expect(set(simulation({ Constraint: "PaymentMethodNotAllowed" }))).toEqual(["PaymentMethodNotAllowed"]);
    expect(set()).toEqual(["PaymentMethodNotAllowed"]);
    expect(set("plain")).toBeUndefined();
  });

  test("BuyerEqualsSeller when they are one person", () => {
    const s = shop();
    s.buyer.sellerId = s.sellerId;
    const AmazonOrderReferenceId = s.draft();
    const { Constraints } = s.call("GetOrderReferenceDetails", { AmazonOrderReferenceId }).OrderReferenceDetails;
    expect(Constraints?.at(-1)?.ConstraintID).toBe("BuyerEqualsSeller");
  });
});
