import { describe, expect, test } from "vitest";
import { processed, shop } from "../testing/shop.ts";

describe("ConfirmBillingAgreement", () => {
  const blocked: [string, Parameters<ReturnType<typeof shop>["draftAgreement"]>[0]][] = [
    ["consent", { consent: false }],
    ["a payment method", { card: "none" }],
    ["an allowed payment method", { card: "PaymentMethodNotAllowed" }],
  ];
  for (const [what, options] of blocked) {
    test(`waits for ${what}`, () => {
      const s = shop();
      const AmazonBillingAgreementId = s.draftAgreement(options);
      expect(s.outcome("ConfirmBillingAgreement", { AmazonBillingAgreementId })).toBe(
        "BillingAgreementConstraintsExist",
      );
      expect(s.state(AmazonBillingAgreementId)).toBe("Draft");
    });
  }

  test("waits for an address only where an address book was shown", () => {
    const s = shop();
    const { sellerId, buyer, core } = s;
    for (const [wantsAddress, outcome] of [
      [true, "BillingAgreementConstraintsExist"],
      [false, "done"],
    ] as const) {
      const now = s.now();
      const { id } = core.command("createAgreement", { sellerId, buyerId: buyer.buyerId, wantsAddress, now });
      core.command("selectAgreementPaymentMethod", { billingAgreementId: id, cardId: s.card(), now });
      core.command("setConsent", { billingAgreementId: id, consent: true, now });
      expect(s.outcome("ConfirmBillingAgreement", { AmazonBillingAgreementId: id })).toBe(outcome);
    }
  });

  test("opens it, tells of it, and is harmless when repeated", () => {
    const s = shop();
    const AmazonBillingAgreementId = s.openAgreement();
    expect(s.state(AmazonBillingAgreementId)).toBe("Open");
    expect(s.notices()).toEqual(["BillingAgreementNotification Open"]);
    expect(s.outcome("ConfirmBillingAgreement", { AmazonBillingAgreementId })).toBe("done");
    expect(s.notices()).toEqual([]);
  });

  test("lets a choice made in a widget since hold from now on", () => {
    const s = shop();
    const id = s.openAgreement();
    const now = s.now();
    s.core.command("selectAgreementPaymentMethod", { billingAgreementId: id, cardId: s.card("AmazonRejected"), now });
    const first = s.charge(id, 100).AuthorizationDetails;
    expect(first.AuthorizationStatus.State).toBe("Open");
    s.call("ConfirmBillingAgreement", { AmazonBillingAgreementId: id });
    expect(s.charge(id, 100).AuthorizationDetails.AuthorizationStatus.ReasonCode).toBe("AmazonRejected");
  });

  test("opens a Suspended one again once the buyer has chosen another payment method", () => {
    const s = shop();
    const id = s.openAgreement({ card: "InvalidPaymentMethod" });
    s.charge(id);
    expect(s.state(id)).toBe("Suspended/InvalidPaymentMethod");
    expect(s.agreement(id).Constraints?.map((each) => each.ConstraintID)).toEqual(["InvalidPaymentMethod"]);
    expect(s.outcome("ConfirmBillingAgreement", { AmazonBillingAgreementId: id })).toBe("PaymentMethodNotUpdated");
    s.core.command("selectAgreementPaymentMethod", { billingAgreementId: id, cardId: s.card(), now: s.now() });
    expect(s.outcome("ConfirmBillingAgreement", { AmazonBillingAgreementId: id })).toBe("done");
    expect(s.charge(id).AuthorizationDetails.AuthorizationStatus.State).toBe("Open");
  });

  test("needs a new address when the address was what went missing", () => {
    const s = shop();
    const id = s.openAgreement();
    s.press(id, "deleteShippingAddress");
    expect(s.state(id)).toBe("Suspended");
    const now = s.now();
    s.core.command("selectAgreementPaymentMethod", { billingAgreementId: id, cardId: s.card(), now });
    expect(s.outcome("ConfirmBillingAgreement", { AmazonBillingAgreementId: id })).toBe("PaymentMethodNotUpdated");
    const [address] = s.core.addressesOf(s.buyer.buyerId);
    const addressId = address?.addressId ?? "";
    s.core.command("selectAgreementAddress", { billingAgreementId: id, addressId, now });
    expect(s.outcome("ConfirmBillingAgreement", { AmazonBillingAgreementId: id })).toBe("done");
  });

  test("opens suspended order references of the agreement too, with the new card", () => {
    const s = shop();
    const id = s.openAgreement({ card: "InvalidPaymentMethod" });
    const order = s.call("CreateOrderReferenceForId", {
      Id: id,
      IdType: "BillingAgreement",
      ConfirmNow: true,
      OrderReferenceAttributes: { OrderTotal: { amount: 500, currencyCode: "JPY" } },
    }).OrderReferenceDetails.AmazonOrderReferenceId;
    s.authorize(order, 500, { TransactionTimeout: 5 });
    s.later(processed);
    expect([s.state(order), s.state(id)]).toEqual(["Suspended/InvalidPaymentMethod", "Suspended/InvalidPaymentMethod"]);
    s.core.command("selectAgreementPaymentMethod", { billingAgreementId: id, cardId: s.card(), now: s.now() });
    s.call("ConfirmBillingAgreement", { AmazonBillingAgreementId: id });
    expect(s.state(order)).toBe("Open");
    expect(s.authorize(order, 500).AuthorizationStatus.State).toBe("Open");
  });

  test("is refused once it has ended", () => {
    const s = shop();
    const AmazonBillingAgreementId = s.openAgreement();
    s.call("CloseBillingAgreement", { AmazonBillingAgreementId });
    expect(s.outcome("ConfirmBillingAgreement", { AmazonBillingAgreementId })).toBe("InvalidBillingAgreementStatus");
  });
});
