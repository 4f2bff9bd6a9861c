import { days, minutes, seconds, yen } from "@noren-pay/base";
import { describe, expect, test } from "vitest";
import { processed, shop, simulation } from "../testing/shop.ts";

describe("a synchronous authorization", () => {
  test("is Open at once, and expires unused after two days in the sandbox", () => {
    const s = shop();
    const { AmazonAuthorizationId: id, AuthorizationStatus } = s.authorize(s.open());
    expect(AuthorizationStatus.State).toBe("Open");
    s.later(days(2) - 1);
    expect(s.state(id)).toBe("Open");
    s.later(1);
    expect(s.state(id)).toBe("Closed/ExpiredUnused");
  });

  test("lives thirty days on the live path, and as long as the setting says", () => {
    const live = shop({ environment: "Live" });
    const id = live.authorize(live.open()).AmazonAuthorizationId;
    expect(id).toMatch(/^P03-\d{7}-\d{7}-A\d{6}$/);
    live.later(days(30) - 1);
    expect(live.state(id)).toBe("Open");
    live.later(1);
    expect(live.state(id)).toBe("Closed/ExpiredUnused");
    const set = shop({ settings: { authorizationLifetimeMs: days(30) } });
    const long = set.authorize(set.open()).AmazonAuthorizationId;
    set.later(days(29));
    expect(set.state(long)).toBe("Open");
  });

  test("prints an expiration of thirty days although it lives two", () => {
    const s = shop();
    const details = s.authorize(s.open());
    expect((details.ExpirationTimestamp ?? 0) - details.CreationTimestamp).toBe(days(30));
  });

  test("sends a notice although the call has answered", () => {
    const s = shop();
    s.authorize(s.open());
    expect(s.notices()).toEqual(["PaymentAuthorize Open"]);
  });
});

describe("an asynchronous authorization", () => {
  test("is Pending for half a minute, then Open with a notice", () => {
    const s = shop();
    const { AmazonAuthorizationId: id, AuthorizationStatus } = s.authorize(s.open(), 10_000, { TransactionTimeout: 5 });
    expect(AuthorizationStatus.State).toBe("Pending");
    expect(s.notices()).toEqual([]);
    s.later(seconds(30));
    expect(s.state(id)).toBe("Open");
    expect(s.notices()).toEqual(["PaymentAuthorize Open"]);
  });

  test("is the default", () => {
    const s = shop();
    expect(s.authorize(s.open(), 1, { TransactionTimeout: undefined }).AuthorizationStatus.State).toBe("Pending");
  });

  test("times out when processing takes longer than the merchant allows", () => {
    const s = shop({ settings: { processingMs: minutes(30) } });
    const order = s.open();
    const id = s.authorize(order, 10_000, { TransactionTimeout: 5 }).AmazonAuthorizationId;
    s.later(minutes(5));
    expect(s.state(id)).toBe("Declined/TransactionTimedOut");
    expect(s.state(order)).toBe("Open");
  });
});

describe("a declined authorization", () => {
  const cases: [title: string, wanted: object, authorization: string, order: string][] = [
    [
      "suspends the order reference on InvalidPaymentMethod",
      { State: "Declined", ReasonCode: "InvalidPaymentMethod", PaymentMethodUpdateTimeInMins: 5 },
      "Declined/InvalidPaymentMethod",
      "Suspended/InvalidPaymentMethod",
    ],
    [
      "suspends it on a soft decline too",
      { State: "Declined", ReasonCode: "InvalidPaymentMethod", PaymentMethodUpdateTimeInMins: 5, SoftDecline: "true" },
      "Declined/InvalidPaymentMethod",
      "Suspended/InvalidPaymentMethod",
    ],
    [
      "closes the order reference on AmazonRejected",
      { State: "Declined", ReasonCode: "AmazonRejected" },
      "Declined/AmazonRejected",
      "Closed/AmazonClosed",
    ],
    [
      "leaves the order reference Open on TransactionTimedOut",
      { State: "Declined", ReasonCode: "TransactionTimedOut" },
      "Declined/TransactionTimedOut",
      "Open",
    ],
  ];
  for (const [title, wanted, authorization, orderState] of cases) {
    for (const TransactionTimeout of [0, 5]) {
      test(`${title}, ${TransactionTimeout === 0 ? "synchronous" : "asynchronous"}`, () => {
        const s = shop();
        const order = s.open();
        const note = { SellerAuthorizationNote: simulation(wanted), TransactionTimeout };
        const details = s.authorize(order, 10_000, note);
        if (TransactionTimeout > 0) {
          expect(details.AuthorizationStatus.State).toBe("Pending");
          s.later(processed);
        }
        expect(s.state(details.AmazonAuthorizationId)).toBe(authorization);
        expect(s.state(order)).toBe(orderState);
      });
    }
  }

  test("says whether the decline is soft", () => {
    const decline = { State: "Declined", ReasonCode: "InvalidPaymentMethod", PaymentMethodUpdateTimeInMins: 5 };
    const s = shop();
    const hard = s.authorize(s.open(), 1, { SellerAuthorizationNote: simulation(decline) });
    const soft = s.authorize(s.open(), 1, { SellerAuthorizationNote: simulation({ ...decline, SoftDecline: "true" }) });
    expect([hard.SoftDecline, soft.SoftDecline]).toEqual([false, true]);
  });

  test("tells of both objects", () => {
    const s = shop();
    const note = simulation({ State: "Declined", ReasonCode: "AmazonRejected" });
    s.authorize(s.open(), 1, { SellerAuthorizationNote: note });
    expect(s.notices()).toEqual([
      "PaymentAuthorize Declined/AmazonRejected",
      "OrderReferenceNotification Closed/AmazonClosed",
    ]);
  });

  test("gives its money back to the order reference, and does not count", () => {
    const s = shop({ settings: { authorizationsPerOrderReferenceMax: 1 } });
    const order = s.open();
    const note = simulation({ State: "Declined", ReasonCode: "TransactionTimedOut" });
    s.authorize(order, 11_500, { SellerAuthorizationNote: note });
    expect(s.authorize(order, 11_500).AuthorizationStatus.State).toBe("Open");
  });

  test("comes from a starred card without any note", () => {
    const outcomes = (["InvalidPaymentMethod", "AmazonRejected", "TransactionTimedOut"] as const).map((card) => {
      const s = shop();
      return s.authorize(s.open(1_000, { card }), 1_000).AuthorizationStatus.ReasonCode;
    });
    expect(outcomes).toEqual(["InvalidPaymentMethod", "AmazonRejected", "TransactionTimedOut"]);
  });
});

describe("a suspended order reference", () => {
  const note = simulation({ State: "Declined", ReasonCode: "InvalidPaymentMethod", PaymentMethodUpdateTimeInMins: 5 });

  test("opens again by itself after an asynchronous decline", () => {
    const s = shop();
    const order = s.open();
    s.authorize(order, 1, { SellerAuthorizationNote: note, TransactionTimeout: 5 });
    s.later(seconds(30));
    s.notices();
    s.later(minutes(5));
    expect(s.state(order)).toBe("Open");
    expect(s.notices()).toEqual(["OrderReferenceNotification Open"]);
  });

  test("stays suspended after a synchronous one", () => {
    const s = shop();
    const order = s.open();
    s.authorize(order, 1, { SellerAuthorizationNote: note });
    s.later(days(1));
    expect(s.state(order)).toBe("Suspended/InvalidPaymentMethod");
    expect(s.outcome("Authorize", s.authorizeRequest(order, 1))).toBe("InvalidOrderReferenceStatus");
  });

  test("is not opened by the timer of an earlier decline", () => {
    const s = shop();
    const order = s.open();
    s.authorize(order, 1, { SellerAuthorizationNote: note, TransactionTimeout: 5 });
    s.later(seconds(30));
    s.core.selectPaymentMethod({ orderReferenceId: order, cardId: s.card(), now: s.now() });
    s.call("ConfirmOrderReference", { AmazonOrderReferenceId: order });
    s.authorize(order, 1, { SellerAuthorizationNote: note });
    s.later(minutes(10));
    expect(s.state(order)).toBe("Suspended/InvalidPaymentMethod");
  });
});

describe("an authorization that Amazon or time ends early", () => {
  const cases: [title: string, wanted: object, ms: number, ended: string][] = [
    [
      "ExpiredUnused after its minutes",
      { State: "Closed", ReasonCode: "ExpiredUnused", ExpirationTimeInMins: 1 },
      minutes(1),
      "Closed/ExpiredUnused",
    ],
    [
      "AmazonClosed after half a minute",
      { State: "Closed", ReasonCode: "AmazonClosed" },
      seconds(30),
      "Closed/AmazonClosed",
    ],
  ];
  for (const [title, wanted, ms, ended] of cases) {
    test(title, () => {
      const s = shop();
      const { AmazonAuthorizationId: id } = s.authorize(s.open(), 1, { SellerAuthorizationNote: simulation(wanted) });
      expect(s.state(id)).toBe("Open");
      s.later(ms);
      expect(s.state(id)).toBe(ended);
      expect(s.notices()).toEqual(["PaymentAuthorize Open", `PaymentAuthorize ${ended}`]);
    });
  }
});

describe("CaptureNow", () => {
  test("captures at once under the authorization's own digits and reference id", () => {
    const s = shop();
    const details = s.authorize(s.open(), 10_000, { CaptureNow: true, AuthorizationReferenceId: "order-1" });
    expect(details.AuthorizationStatus).toMatchObject({ State: "Closed", ReasonCode: "MaxCapturesProcessed" });
    const captureId = details.AmazonAuthorizationId.replace("-A", "-C");
    expect(details.IdList).toEqual([captureId]);
    const { CaptureDetails } = s.call("GetCaptureDetails", { AmazonCaptureId: captureId });
    expect(CaptureDetails).toMatchObject({ CaptureReferenceId: "order-1", CaptureAmount: yen(10_000) });
    expect(s.notices()).toEqual(["PaymentCapture Completed", "PaymentAuthorize Closed/MaxCapturesProcessed"]);
  });

  test("answers nothing captured, and a later read the amount", () => {
    const s = shop();
    const details = s.authorize(s.open(), 10_000, { CaptureNow: true });
    expect(details.CapturedAmount).toEqual(yen(0));
    const read = s.call("GetAuthorizationDetails", { AmazonAuthorizationId: details.AmazonAuthorizationId });
    expect(read.AuthorizationDetails.CapturedAmount).toEqual(yen(10_000));
  });

  test("goes from Pending straight to Closed when it is asynchronous", () => {
    const s = shop();
    const { AmazonAuthorizationId: id } = s.authorize(s.open(), 1, { CaptureNow: true, TransactionTimeout: 5 });
    s.later(processed);
    expect(s.state(id)).toBe("Closed/MaxCapturesProcessed");
    expect(s.notices()).toEqual(["PaymentCapture Completed", "PaymentAuthorize Closed/MaxCapturesProcessed"]);
  });
});

describe("the amounts of authorizations", () => {
  // Order total, amounts of authorizations one after another, outcome of the last.
  const cases: [total: number, amounts: number[], outcome: string][] = [
    [20_000, [23_000], "done"],
    [20_000, [23_001], "TransactionAmountExceeded"],
    [20_000, [20_000, 3_000], "done"],
    [20_000, [20_000, 3_001], "TransactionAmountExceeded"],
    [100_000, [108_400], "done"], // 15 % would be 15,000; the overage is at most 8,400
    [100_000, [108_401], "TransactionAmountExceeded"],
    [33, [37], "done"], // 15 % of 33 is 4.95, rounded down
    [33, [38], "TransactionAmountExceeded"],
    [20_000_000, [10_008_400], "done"],
    [20_000_000, [10_008_401], "TransactionAmountExceeded"],
  ];
  for (const [total, amounts, outcome] of cases) {
    test(`on ¥${total}, ¥${amounts.join(" then ¥")}: ${outcome}`, () => {
      const s = shop({ quiet: true });
      const order = s.open(total);
      const outcomes = amounts.map((amount) => s.outcome("Authorize", s.authorizeRequest(order, amount)));
      expect(outcomes.at(-1)).toBe(outcome);
    });
  }

  test("must be in the order's currency", () => {
    const s = shop();
    const request = {
      ...s.authorizeRequest(s.open(), 1),
      AuthorizationAmount: { amount: 1, currencyCode: "USD" as const },
    };
    expect(s.outcome("Authorize", request)).toBe("CurrencyMismatch");
  });
});

describe("an order reference takes ten authorizations in Japan", () => {
  test("and no eleventh", () => {
    const s = shop({ quiet: true });
    const order = s.open(100_000);
    for (let i = 0; i < 10; i++) s.authorize(order, 100);
    expect(s.outcome("Authorize", s.authorizeRequest(order, 100))).toBe("TransactionCountExceeded");
  });

  test("not counting those that ended without a capture", () => {
    const s = shop({ quiet: true });
    const order = s.open(100_000);
    for (let i = 0; i < 12; i++) {
      const { AmazonAuthorizationId } = s.authorize(order, 100);
      s.call("CloseAuthorization", { AmazonAuthorizationId });
    }
    expect(s.outcome("Authorize", s.authorizeRequest(order, 100))).toBe("done");
  });
});

describe("the same AuthorizationReferenceId again", () => {
  test("returns the first authorization as it is now, whatever the order's state", () => {
    const s = shop();
    const order = s.open();
    const request = s.authorizeRequest(order, 10_000);
    const first = s.call("Authorize", request).AuthorizationDetails;
    s.capture(first.AmazonAuthorizationId);
    s.call("CloseOrderReference", { AmazonOrderReferenceId: order });
    const again = s.call("Authorize", { ...request, CaptureNow: false }).AuthorizationDetails;
    expect(again.AmazonAuthorizationId).toBe(first.AmazonAuthorizationId);
    expect(again.AuthorizationStatus.State).toBe("Closed");
    expect(s.core.world.authorizations.size).toBe(1);
  });

  test("with other parameters is a DuplicateRequest, for another order a DuplicateReferenceId", () => {
    const s = shop();
    const request = s.authorizeRequest(s.open(), 100);
    s.call("Authorize", request);
    expect(s.outcome("Authorize", { ...request, AuthorizationAmount: yen(101) })).toBe("DuplicateRequest");
    expect(s.outcome("Authorize", { ...request, SellerAuthorizationNote: "other" })).toBe("DuplicateRequest");
    expect(s.outcome("Authorize", { ...request, TransactionTimeout: 5 })).toBe("DuplicateRequest");
    expect(s.outcome("Authorize", { ...request, AmazonOrderReferenceId: s.open() })).toBe("DuplicateReferenceId");
  });

  test("is free again when the first call was refused", () => {
    const s = shop();
    const order = s.open();
    const request = s.authorizeRequest(order, 99_999);
    expect(s.outcome("Authorize", request)).toBe("TransactionAmountExceeded");
    expect(s.outcome("Authorize", { ...request, AuthorizationAmount: yen(100) })).toBe("done");
  });
});

describe("authorizing is refused", () => {
  test("before confirmation, for an unknown order, and with an illegal simulation", () => {
    const s = shop();
    expect(s.outcome("Authorize", s.authorizeRequest(s.draft(), 1))).toBe("InvalidOrderReferenceStatus");
    expect(s.outcome("Authorize", s.authorizeRequest("S00-0000000-0000000", 1))).toBe("InvalidOrderReferenceId");
    const note = simulation({ State: "Pending" });
    expect(s.outcome("Authorize", s.authorizeRequest(s.open(), 1, { SellerAuthorizationNote: note }))).toBe(
      "InvalidSandboxSimulationSpecified",
    );
  });

  test("with any simulation on the live path", () => {
    const s = shop({ environment: "Live" });
    const note = simulation({ State: "Declined", ReasonCode: "AmazonRejected" });
    expect(s.outcome("Authorize", s.authorizeRequest(s.open(), 1, { SellerAuthorizationNote: note }))).toBe(
      "InvalidSandboxSimulationSpecified",
    );
  });

  test("and leaves nothing behind", () => {
    const s = shop();
    const order = s.open();
    s.outcome("Authorize", s.authorizeRequest(order, 99_999));
    const { OrderReferenceDetails } = s.call("GetOrderReferenceDetails", { AmazonOrderReferenceId: order });
    expect(OrderReferenceDetails.IdList).toEqual([]);
    expect(s.notices()).toEqual([]);
  });
});
