import { hours, yen } from "@noren-pay/base";
import { describe, expect, test } from "vitest";
import { shop } from "../testing/shop.ts";

const total = { OrderTotal: yen(5_000), SellerOrderAttributes: { SellerOrderId: "sub-1" } };

describe("CreateOrderReferenceForId", () => {
  test("makes a Draft of an Open agreement, with the agreement's card", () => {
    const s = shop();
    const Id = s.openAgreement();
    const make = { Id, IdType: "BillingAgreement", OrderReferenceAttributes: total } as const;
    const details = s.call("CreateOrderReferenceForId", make).OrderReferenceDetails;
    expect(details).toMatchObject({
      OrderReferenceStatus: { State: "Draft" },
      OrderTotal: yen(5_000),
      ParentDetails: { Id, Type: "BillingAgreement" },
    });
    expect(details.Constraints).toBeUndefined();
    expect(details.Destination).toBeUndefined();
    s.call("ConfirmOrderReference", { AmazonOrderReferenceId: details.AmazonOrderReferenceId });
    expect(s.authorize(details.AmazonOrderReferenceId, 5_000).AuthorizationStatus.State).toBe("Open");
  });

  test("takes the address along when told so, or when a setting says so", () => {
    for (const [InheritShippingAddress, inheritAddressByDefault, has] of [
      [true, false, true],
      [false, true, false],
      [undefined, true, true],
      [undefined, false, false],
    ] as const) {
      const s = shop({ settings: { inheritAddressByDefault } });
      const make = { Id: s.openAgreement(), IdType: "BillingAgreement", InheritShippingAddress };
      const { Destination } = s.call("CreateOrderReferenceForId", make).OrderReferenceDetails;
      expect(Destination !== undefined).toBe(has);
    }
  });

  test("with ConfirmNow comes back Open, with buyer and address", () => {
    const s = shop();
    const make = { Id: s.openAgreement(), IdType: "BillingAgreement", ConfirmNow: true, InheritShippingAddress: true };
    expect(s.outcome("CreateOrderReferenceForId", make)).toBe("ConstraintsExist");
    const details = s.call("CreateOrderReferenceForId", {
      ...make,
      OrderReferenceAttributes: total,
    }).OrderReferenceDetails;
    expect(details).toMatchObject({
      OrderReferenceStatus: { State: "Open" },
      Buyer: { Name: "山田 太郎" },
      Destination: { PhysicalDestination: { Name: "山田 太郎" } },
    });
  });

  test("makes one of a Draft agreement and any number of an Open one", () => {
    const s = shop();
    const draft = { Id: s.draftAgreement(), IdType: "BillingAgreement" };
    expect(s.outcome("CreateOrderReferenceForId", { ...draft, ConfirmNow: true })).toBe(
      "InvalidBillingAgreementStatus",
    );
    expect(s.outcome("CreateOrderReferenceForId", draft)).toBe("done");
    expect(s.outcome("CreateOrderReferenceForId", draft)).toBe("OrderReferenceCountExceeded");
    const open = { Id: s.openAgreement(), IdType: "BillingAgreement" };
    for (let i = 0; i < 3; i++) expect(s.outcome("CreateOrderReferenceForId", open)).toBe("done");
  });

  test("is refused of unknown, suspended and ended agreements and in another currency", () => {
    const s = shop();
    const Id = s.openAgreement();
    const outcome = (more: object = {}) =>
      s.outcome("CreateOrderReferenceForId", { Id, IdType: "BillingAgreement", ...more });
    expect(outcome({ Id: "C03-0000000-0000000" })).toBe("InvalidBillingAgreementId");
    const dollars = { OrderTotal: { amount: 1, currencyCode: "USD" } };
    expect(outcome({ OrderReferenceAttributes: dollars })).toBe("CurrencyMismatch");
    s.press(Id, "suspend");
    expect(outcome()).toBe("InvalidBillingAgreementStatus");
    s.press(Id, "buyerCloses");
    expect(outcome()).toBe("InvalidBillingAgreementStatus");
  });

  test("makes one that goes stale like any other, and one that ends with its agreement", () => {
    const s = shop();
    const Id = s.draftAgreement();
    const { AmazonOrderReferenceId } = s.call("CreateOrderReferenceForId", {
      Id,
      IdType: "BillingAgreement",
    }).OrderReferenceDetails;
    s.later(hours(3));
    expect([s.state(Id), s.state(AmazonOrderReferenceId)]).toEqual(["Canceled/Stale", "Canceled/Stale"]);
  });

  test("charges of its order references count for the agreement's month", () => {
    const s = shop({ settings: { agreementMonthlyLimit: 6_000 } });
    const Id = s.openAgreement();
    const make = { Id, IdType: "BillingAgreement", ConfirmNow: true, OrderReferenceAttributes: total } as const;
    const order = s.call("CreateOrderReferenceForId", make).OrderReferenceDetails.AmazonOrderReferenceId;
    s.authorize(order, 5_000);
    expect(s.agreement(Id).BillingAgreementLimits?.CurrentRemainingBalance).toEqual(yen(1_000));
    const second = s.call("CreateOrderReferenceForId", make).OrderReferenceDetails.AmazonOrderReferenceId;
    expect(s.outcome("Authorize", s.authorizeRequest(second, 1_001))).toBe("PeriodicAmountExceeded");
    expect(s.outcome("Authorize", s.authorizeRequest(second, 1_000))).toBe("done");
  });

  test("a suspended agreement stops its order references, unless a setting says otherwise", () => {
    for (const suspendedAgreementBlocksOrders of [true, false]) {
      const s = shop({ settings: { suspendedAgreementBlocksOrders } });
      const Id = s.openAgreement();
      const make = { Id, IdType: "BillingAgreement", ConfirmNow: true, OrderReferenceAttributes: total } as const;
      const order = s.call("CreateOrderReferenceForId", make).OrderReferenceDetails.AmazonOrderReferenceId;
      s.press(Id, "suspend");
      const outcome = s.outcome("Authorize", s.authorizeRequest(order, 100));
      expect(outcome).toBe(suspendedAgreementBlocksOrders ? "InvalidOrderReferenceStatus" : "done");
    }
  });
});
