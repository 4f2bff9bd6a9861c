import { days, minutes, yen } from "@noren-pay/base";
import { describe, expect, test } from "vitest";
import { processed, shop, simulation } from "../testing/shop.ts";

describe("AuthorizeOnBillingAgreement", () => {
  test("makes an order reference, authorizes on it and closes it to further authorizations", () => {
    const s = shop();
    const id = s.openAgreement();
    s.notices();
    const { AuthorizationDetails, AmazonOrderReferenceId } = s.charge(id, 3_000, {
      SellerNote: "4月分",
      SellerOrderAttributes: { SellerOrderId: "sub-77-04" },
    });
    expect(AuthorizationDetails.AmazonAuthorizationId).toContain(`${AmazonOrderReferenceId}-A`);
    expect(AuthorizationDetails.AuthorizationStatus.State).toBe("Open");
    const order = s.call("GetOrderReferenceDetails", { AmazonOrderReferenceId }).OrderReferenceDetails;
    expect(order).toMatchObject({
      OrderTotal: yen(3_000),
      SellerNote: "4月分",
      SellerOrderAttributes: { SellerOrderId: "sub-77-04" },
      OrderReferenceStatus: { State: "Closed", ReasonCode: "SellerClosed" },
      ParentDetails: { Id: id, Type: "BillingAgreement" },
      Destination: { PhysicalDestination: { Name: "山田 太郎" } },
    });
    expect(s.outcome("Authorize", s.authorizeRequest(AmazonOrderReferenceId, 1))).toBe("InvalidOrderReferenceStatus");
    expect(s.notices()).toEqual(["OrderReferenceNotification Closed/SellerClosed", "PaymentAuthorize Open"]);
    expect(s.capture(AuthorizationDetails.AmazonAuthorizationId, 3_000).CaptureStatus.State).toBe("Completed");
    expect(s.state(AmazonOrderReferenceId)).toBe("Closed/SellerClosed");
  });

  test("leaves the address out when told so", () => {
    const s = shop();
    const { AmazonOrderReferenceId } = s.charge(s.openAgreement(), 1, { InheritShippingAddress: false });
    const { Destination } = s.call("GetOrderReferenceDetails", { AmazonOrderReferenceId }).OrderReferenceDetails;
    expect(Destination).toBeUndefined();
  });

  test("captures at once with CaptureNow", () => {
    const s = shop();
    const { AuthorizationDetails: made } = s.charge(s.openAgreement(), 1_000, { CaptureNow: true });
    expect(s.state(made.AmazonAuthorizationId)).toBe("Closed/MaxCapturesProcessed");
    expect(s.state(made.AmazonAuthorizationId.replace("-A", "-C"))).toBe("Completed");
  });

  test("of a reference id that was used gives the first result, and refuses any other use of it", () => {
    const s = shop();
    const id = s.openAgreement();
    const request = s.chargeRequest(id, 700, { SellerOrderAttributes: { SellerOrderId: "n-1" } });
    const first = s.call("AuthorizeOnBillingAgreement", request);
    expect(s.call("AuthorizeOnBillingAgreement", request)).toEqual(first);
    expect(s.agreement(id).BillingAgreementLimits?.CurrentRemainingBalance).toEqual(yen(99_300));
    const outcome = (more: object) => s.outcome("AuthorizeOnBillingAgreement", { ...request, ...more });
    expect(outcome({ AuthorizationAmount: yen(701) })).toBe("DuplicateRequest");
    expect(outcome({ SellerOrderAttributes: { SellerOrderId: "n-2" } })).toBe("DuplicateRequest");
    expect(outcome({ AmazonBillingAgreementId: s.openAgreement() })).toBe("DuplicateReferenceId");
    const reused = s.authorizeRequest(s.open(), 1, { AuthorizationReferenceId: request.AuthorizationReferenceId });
    expect(s.outcome("Authorize", reused)).toBe("DuplicateReferenceId");
  });

  const declines = [
    ["InvalidPaymentMethod", "Suspended/InvalidPaymentMethod"],
    ["AmazonRejected", "Open"],
    ["TransactionTimedOut", "Open"],
  ] as const;
  for (const [reason, after] of declines) {
    for (const TransactionTimeout of [0, 60]) {
      test(`declined for ${reason}, with time-out ${TransactionTimeout}, leaves the agreement ${after}`, () => {
        for (const by of ["note", "card"] as const) {
          const s = shop();
          const id = s.openAgreement(by === "card" ? { card: reason } : {});
          const minutesOf = reason === "InvalidPaymentMethod" ? { PaymentMethodUpdateTimeInMins: 5 } : {};
          const SellerAuthorizationNote =
            by === "note" ? simulation({ State: "Declined", ReasonCode: reason, ...minutesOf }) : undefined;
          const { AuthorizationDetails } = s.charge(id, 100, { TransactionTimeout, SellerAuthorizationNote });
          s.later(processed);
          expect(s.state(AuthorizationDetails.AmazonAuthorizationId)).toBe(`Declined/${reason}`);
          expect(s.state(id)).toBe(after);
          expect(s.agreement(id).BillingAgreementLimits?.CurrentRemainingBalance).toEqual(yen(100_000));
        }
      });
    }
  }

  test("a suspended agreement opens by itself when an asynchronous decline says so", () => {
    const s = shop();
    const id = s.openAgreement();
    const note = simulation({
      State: "Declined",
      ReasonCode: "InvalidPaymentMethod",
      PaymentMethodUpdateTimeInMins: 5,
    });
    s.charge(id, 100, { TransactionTimeout: 60, SellerAuthorizationNote: note });
    s.later(processed);
    s.notices();
    expect(s.outcome("AuthorizeOnBillingAgreement", s.chargeRequest(id, 1))).toBe("InvalidBillingAgreementStatus");
    s.later(minutes(5));
    expect(s.state(id)).toBe("Open");
    expect(s.notices()).toEqual(["BillingAgreementNotification Open"]);
  });

  test("after a synchronous decline it stays suspended", () => {
    const s = shop();
    const id = s.openAgreement();
    const note = simulation({
      State: "Declined",
      ReasonCode: "InvalidPaymentMethod",
      PaymentMethodUpdateTimeInMins: 5,
    });
    s.charge(id, 100, { SellerAuthorizationNote: note });
    s.later(days(2));
    expect(s.state(id)).toBe("Suspended/InvalidPaymentMethod");
  });

  test("is refused for simulations that do not exist, wrong currencies and states", () => {
    const s = shop();
    const id = s.openAgreement();
    const outcome = (more: object) => s.outcome("AuthorizeOnBillingAgreement", { ...s.chargeRequest(id, 1), ...more });
    const bad = simulation({ State: "Declined", ReasonCode: "Expired" });
    expect(outcome({ SellerAuthorizationNote: bad })).toBe("InvalidSandboxSimulationSpecified");
    expect(outcome({ AuthorizationAmount: { amount: 1, currencyCode: "USD" } })).toBe("CurrencyMismatch");
    expect(outcome({ AmazonBillingAgreementId: s.draftAgreement() })).toBe("InvalidBillingAgreementStatus");
    expect(outcome({ AmazonBillingAgreementId: "C03-0000000-0000000" })).toBe("InvalidBillingAgreementId");
  });
});

describe("the monthly limit of an agreement", () => {
  const left = (s: ReturnType<typeof shop>, id: string) =>
    s.agreement(id).BillingAgreementLimits?.CurrentRemainingBalance.amount;

  test("holds back what is authorized and gives back what is not used", () => {
    const s = shop();
    const id = s.openAgreement();
    const first = s.charge(id, 60_000).AuthorizationDetails.AmazonAuthorizationId;
    expect(left(s, id)).toBe(40_000);
    expect(s.outcome("AuthorizeOnBillingAgreement", s.chargeRequest(id, 40_001))).toBe("PeriodicAmountExceeded");
    s.capture(first, 50_000);
    expect(left(s, id)).toBe(50_000);
    const second = s.charge(id, 50_000).AuthorizationDetails.AmazonAuthorizationId;
    expect(left(s, id)).toBe(0);
    s.call("CloseAuthorization", { AmazonAuthorizationId: second });
    expect(left(s, id)).toBe(50_000);
  });

  test("begins anew each calendar month, and a late release does not enlarge the next", () => {
    const s = shop({ settings: { authorizationLifetimeMs: days(60) } });
    const id = s.openAgreement();
    const { AmazonAuthorizationId } = s.charge(id, 60_000).AuthorizationDetails;
    s.later(days(30) - 1);
    expect(left(s, id)).toBe(40_000);
    s.later(1);
    expect(left(s, id)).toBe(100_000);
    expect(s.agreement(id).BillingAgreementLimits?.TimePeriodStartDate).toBe(Date.UTC(2026, 4, 1));
    s.charge(id, 10_000);
    s.call("CloseAuthorization", { AmazonAuthorizationId });
    expect(left(s, id)).toBe(90_000);
  });

  test("and the month itself are settings", () => {
    const s = shop({ settings: { agreementMonthlyLimit: 5, agreementMonthOffsetMs: 9 * 3_600_000 } });
    const { BillingAgreementLimits } = s.agreement(s.openAgreement());
    expect(BillingAgreementLimits).toMatchObject({
      AmountLimitPerTimePeriod: yen(5),
      TimePeriodStartDate: Date.UTC(2026, 2, 31, 15),
      TimePeriodEndDate: Date.UTC(2026, 3, 30, 15),
    });
  });
});
