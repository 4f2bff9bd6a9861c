import { yen } from "@noren-pay/base";
import { describe, expect, test } from "vitest";
import { shop, simulation } from "../testing/shop.ts";

const addresses = { SuccessUrl: "https://shop.example/ok?a=1", FailureUrl: "https://shop.example/no" };
const euros = (amount: number) => ({ amount, currencyCode: "EUR" as const });

function confirmedInGermany(note?: object, settings = {}) {
  const s = shop({ settings: { region: "de", ...settings } });
  const AmazonOrderReferenceId = s.draft();
  const OrderReferenceAttributes = { OrderTotal: euros(10_00), SellerNote: note && simulation(note) };
  s.call("SetOrderReferenceDetails", { AmazonOrderReferenceId, OrderReferenceAttributes });
  s.call("ConfirmOrderReference", { AmazonOrderReferenceId, ...addresses });
  const authorize = () =>
    s.outcome("Authorize", { ...s.authorizeRequest(AmazonOrderReferenceId, 1), AuthorizationAmount: euros(1) });
  const finish = () => s.core.command("finishAuthentication", { id: AmazonOrderReferenceId, now: s.now() });
  const status = () =>
    s.call("GetOrderReferenceDetails", { AmazonOrderReferenceId }).OrderReferenceDetails.PaymentAuthenticationStatus;
  return { s, AmazonOrderReferenceId, authorize, finish, status };
}

describe("strong customer authentication in the EU", () => {
  const outcomes = [
    ["Success", "https://shop.example/ok?a=1&AuthenticationStatus=Success", "Open", "done"],
    [
      "Failure",
      "https://shop.example/no?AuthenticationStatus=Failure",
      "Suspended/InvalidPaymentMethod",
      "InvalidOrderReferenceStatus",
    ],
    ["Abandoned", "https://shop.example/no?AuthenticationStatus=Abandoned", "Open", "InvalidOrderReferenceStatus"],
  ] as const;
  for (const [State, url, state, after] of outcomes) {
    test(`that ends in ${State} leads on and leaves the order ${state}`, () => {
      const { s, AmazonOrderReferenceId, authorize, finish, status } = confirmedInGermany({
        PaymentAuthenticationStatus: { State },
      });
      expect([authorize(), status()]).toEqual(["InvalidOrderReferenceStatus", { State: "REQUIRED" }]);
      expect(finish()).toEqual({ outcome: State, url });
      expect(s.state(AmazonOrderReferenceId)).toBe(state);
      expect(authorize()).toBe(after);
      expect(finish().url).toBe(url);
    });
  }

  test("succeeds without a simulation", () => {
    const { finish, authorize } = confirmedInGermany();
    expect(finish().outcome).toBe("Success");
    expect(authorize()).toBe("done");
  });

  test("that failed begins anew after another card and a second confirmation", () => {
    const { s, AmazonOrderReferenceId, finish, status } = confirmedInGermany({
      PaymentAuthenticationStatus: { State: "Failure" },
    });
    finish();
    const orderReferenceId = AmazonOrderReferenceId;
    s.core.selectPaymentMethod({ orderReferenceId, cardId: s.card(), now: s.now() });
    s.call("ConfirmOrderReference", { AmazonOrderReferenceId, ...addresses });
    expect(status()).toEqual({ State: "REQUIRED" });
  });

  test("needs both addresses, unless a setting says otherwise", () => {
    for (const [requireAuthenticationUrls, outcome] of [
      [true, "InvalidParameterValue"],
      [false, "done"],
    ] as const) {
      const s = shop({ settings: { region: "uk", requireAuthenticationUrls } });
      const AmazonOrderReferenceId = s.draft();
      const OrderTotal = { amount: 100, currencyCode: "GBP" as const };
      s.call("SetOrderReferenceDetails", { AmazonOrderReferenceId, OrderReferenceAttributes: { OrderTotal } });
      expect(s.outcome("ConfirmOrderReference", { AmazonOrderReferenceId })).toBe(outcome);
      const bad = { AmazonOrderReferenceId: s.draft(), ...addresses, FailureUrl: "javascript:alert(1)" };
      s.call("SetOrderReferenceDetails", { ...bad, OrderReferenceAttributes: { OrderTotal } });
      expect(s.outcome("ConfirmOrderReference", bad)).toBe("InvalidParameterValue");
    }
  });

  test("holds for billing agreements too", () => {
    const s = shop({ settings: { region: "de" } });
    const AmazonBillingAgreementId = s.draftAgreement();
    s.call("ConfirmBillingAgreement", { AmazonBillingAgreementId, ...addresses });
    const charge = () =>
      s.outcome("AuthorizeOnBillingAgreement", {
        ...s.chargeRequest(AmazonBillingAgreementId, 1),
        AuthorizationAmount: euros(1),
      });
    expect(charge()).toBe("InvalidBillingAgreementStatus");
    s.core.command("finishAuthentication", { id: AmazonBillingAgreementId, now: s.now() });
    expect(charge()).toBe("done");
  });
});

describe("in Japan", () => {
  test("the addresses are taken, challenge nobody and still lead on", () => {
    const s = shop();
    const AmazonOrderReferenceId = s.draft();
    s.call("SetOrderReferenceDetails", { AmazonOrderReferenceId, OrderReferenceAttributes: { OrderTotal: yen(100) } });
    const amount = { AuthorizationAmount: yen(100), ExpectImmediateAuthorization: false };
    s.call("ConfirmOrderReference", { AmazonOrderReferenceId, ...addresses, ...amount });
    expect(s.authorize(AmazonOrderReferenceId, 100).AuthorizationStatus.State).toBe("Open");
    const { url } = s.core.command("finishAuthentication", { id: AmazonOrderReferenceId, now: s.now() });
    expect(url).toBe("https://shop.example/ok?a=1&AuthenticationStatus=Success");
  });

  test("an address that is none is ignored", () => {
    const s = shop();
    const AmazonOrderReferenceId = s.draft();
    s.call("SetOrderReferenceDetails", { AmazonOrderReferenceId, OrderReferenceAttributes: { OrderTotal: yen(100) } });
    expect(s.outcome("ConfirmOrderReference", { AmazonOrderReferenceId, SuccessUrl: "x", FailureUrl: "y" })).toBe(
      "done",
    );
    const finish = () => s.core.command("finishAuthentication", { id: AmazonOrderReferenceId, now: s.now() });
    expect(finish).toThrow(/state/);
  });
});
