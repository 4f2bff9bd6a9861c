// Every state with every reason of protocol's tables, reached on the real core by documented calls, the clock, a
// simulation string or an operator's event.
import { days, hours } from "@noren-pay/base";
import { type LifeCycleKind, lifeCycles, stateReasons } from "@noren-pay/protocol";
import { describe, expect, test } from "vitest";
import { processed, type ShopOptions, shop, simulation } from "../testing/shop.ts";

type Shop = ReturnType<typeof shop>;
/** Leads to the state and gives the object's id. */
type Way = (s: Shop) => string;
type Ways = {
  readonly [K in LifeCycleKind]: Readonly<Record<string, Way | { settings: ShopOptions["settings"]; way: Way }>>;
};

const later = (s: Shop, ms: number, id: string) => {
  s.later(ms);
  return id;
};
const pressed = (s: Shop, id: string, event: string) => {
  s.press(id, event);
  return id;
};
const pending = (s: Shop, order = s.open()) =>
  s.authorize(order, 10_000, { TransactionTimeout: 60 }).AmazonAuthorizationId;
const authorized = (s: Shop) => s.authorize(s.open()).AmazonAuthorizationId;
const declined = (s: Shop, ReasonCode: string, order = s.open()) =>
  s.authorize(order, 1, { SellerAuthorizationNote: simulation({ State: "Declined", ReasonCode }) })
    .AmazonAuthorizationId;
const captured = (s: Shop, amount = 10_000) => s.capture(authorized(s), amount).AmazonCaptureId;
const pendingCapture = (s: Shop) =>
  s.capture(authorized(s), 1, { SellerCaptureNote: simulation({ State: "Pending" }) }).AmazonCaptureId;
const refunding = (s: Shop, more = {}) => s.refund(captured(s), 1, more).AmazonRefundId;
const lastRefund = (s: Shop) => [...s.core.world.refunds.keys()].at(-1) ?? "";
const closedFor = (s: Shop, operation: "CancelOrderReference" | "CloseOrderReference", id: string) => {
  s.call(operation, { AmazonOrderReferenceId: id });
  return id;
};

const ways: Ways = {
  OrderReference: {
    Draft: (s) => s.draft(),
    Open: (s) => s.open(),
    "Suspended/InvalidPaymentMethod": (s) => declined(s, "InvalidPaymentMethod").slice(0, 19),
    "Canceled/SellerCanceled": (s) => closedFor(s, "CancelOrderReference", s.open()),
    "Canceled/Stale": (s) => later(s, hours(3), s.draft()),
    "Canceled/AmazonCanceled": (s) => pressed(s, s.open(), "amazonCancels"),
    "Closed/SellerClosed": (s) => closedFor(s, "CloseOrderReference", s.open()),
    "Closed/Expired": (s) => later(s, days(180), s.open()),
    "Closed/MaxAmountCharged": (s) => {
      const order = s.open(10_000);
      s.capture(s.authorize(order, 11_500).AmazonAuthorizationId, 11_500);
      return order;
    },
    "Closed/MaxAuthorizationsCaptured": (s) => captureTenTimes(s),
    "Closed/MaxAuthorizationsProcessed": {
      settings: { authorizationsMaxReason: "MaxAuthorizationsProcessed" },
      way: (s) => captureTenTimes(s),
    },
    "Closed/AmazonClosed": (s) => declined(s, "AmazonRejected").slice(0, 19),
  },
  Authorization: {
    Pending: (s) => pending(s),
    "Pending/StopShipmentAtypicalAuth": (s) => pressed(s, pending(s), "stopShipment"),
    Open: (s) => authorized(s),
    "Open/StopShipmentAtypicalAuth": (s) => pressed(s, authorized(s), "stopShipment"),
    "Declined/InvalidPaymentMethod": (s) => declined(s, "InvalidPaymentMethod"),
    "Declined/AmazonRejected": (s) => declined(s, "AmazonRejected"),
    "Declined/ProcessingFailure": (s) => {
      const order = pressed(s, s.open(), "failNextAuthorization");
      return s.authorize(order, 1).AmazonAuthorizationId;
    },
    "Declined/TransactionTimedOut": (s) => declined(s, "TransactionTimedOut"),
    "Closed/ExpiredUnused": (s) => later(s, days(2), authorized(s)),
    "Closed/MaxCapturesProcessed": (s) => captured(s) && lastAuthorization(s),
    "Closed/AmazonClosed": (s) => {
      const SellerAuthorizationNote = simulation({ State: "Closed", ReasonCode: "AmazonClosed" });
      return later(s, processed, s.authorize(s.open(), 1, { SellerAuthorizationNote }).AmazonAuthorizationId);
    },
    "Closed/OrderReferenceCanceled": (s) => {
      const id = authorized(s);
      closedFor(s, "CancelOrderReference", id.slice(0, 19));
      return id;
    },
    "Closed/SellerClosed": (s) => {
      const AmazonAuthorizationId = authorized(s);
      s.call("CloseAuthorization", { AmazonAuthorizationId });
      return AmazonAuthorizationId;
    },
  },
  Capture: {
    Pending: {
      settings: { authorizationLifetimeMs: days(30) },
      way: (s) => s.capture(later(s, days(7) + 1, authorized(s))).AmazonCaptureId,
    },
    "Pending/StopShipmentAtypicalAuth": (s) => pressed(s, pendingCapture(s), "stopShipment"),
    Completed: (s) => captured(s),
    "Declined/AmazonRejected": (s) => {
      const SellerCaptureNote = simulation({ State: "Declined", ReasonCode: "AmazonRejected" });
      return s.capture(authorized(s), 1, { SellerCaptureNote }).AmazonCaptureId;
    },
    "Declined/ProcessingFailure": (s) => s.capture(pressed(s, authorized(s), "failNextCapture"), 1).AmazonCaptureId,
    "Closed/MaxAmountRefunded": (s) => {
      const id = captured(s);
      s.refund(id, 11_500);
      return later(s, processed, id);
    },
    "Closed/MaxRefundsProcessed": (s) => {
      const id = captured(s);
      for (let i = 0; i < 10; i++) s.refund(id, 1);
      return later(s, processed, id);
    },
    "Closed/AmazonClosed": (s) => {
      const SellerCaptureNote = simulation({ State: "Closed", ReasonCode: "AmazonClosed" });
      return later(s, processed, s.capture(authorized(s), 1, { SellerCaptureNote }).AmazonCaptureId);
    },
  },
  Refund: {
    Pending: (s) => refunding(s),
    Completed: (s) => later(s, processed, refunding(s)),
    "Completed/AmazonA-ZRefund": (s) => pressed(s, captured(s), "refundByClaim") && lastRefund(s),
    "Completed/BuyerCanceled": (s) => pressed(s, captured(s), "refundByBuyer") && lastRefund(s),
    "Declined/AmazonRejected": (s) => {
      const SellerRefundNote = simulation({ State: "Declined", ReasonCode: "AmazonRejected" });
      return later(s, processed, refunding(s, { SellerRefundNote }));
    },
    "Declined/ProcessingFailure": (s) => pressed(s, refunding(s), "declineProcessingFailure"),
  },
  BillingAgreement: {
    Draft: (s) => s.draftAgreement(),
    Open: (s) => s.openAgreement(),
    Suspended: (s) => pressed(s, s.openAgreement(), "deletePaymentMethod"),
    "Suspended/InvalidPaymentMethod": (s) => {
      const AmazonBillingAgreementId = s.openAgreement({ card: "InvalidPaymentMethod" });
      s.call("ValidateBillingAgreement", { AmazonBillingAgreementId });
      return AmazonBillingAgreementId;
    },
    "Canceled/Stale": (s) => later(s, hours(3), s.draftAgreement()),
    "Canceled/AmazonCanceled": (s) => pressed(s, s.openAgreement(), "amazonCancels"),
    "Closed/SellerClosed": (s) => {
      const AmazonBillingAgreementId = s.openAgreement();
      s.call("CloseBillingAgreement", { AmazonBillingAgreementId });
      return AmazonBillingAgreementId;
    },
    "Closed/BuyerClosed": (s) => pressed(s, s.openAgreement(), "buyerCloses"),
    "Closed/AmazonClosed": (s) => {
      const ClosureReason = simulation({ State: "Closed", ReasonCode: "AmazonClosed" });
      const AmazonBillingAgreementId = s.openAgreement();
      s.call("CloseBillingAgreement", { AmazonBillingAgreementId, ClosureReason });
      return AmazonBillingAgreementId;
    },
    "Closed/Expired": (s) => pressed(s, s.openAgreement(), "expire"),
  },
};

function captureTenTimes(s: Shop): string {
  const order = s.open(10_000);
  for (let i = 0; i < 10; i++) s.capture(s.authorize(order, 1).AmazonAuthorizationId, 1);
  return order;
}
const lastAuthorization = (s: Shop) => [...s.core.world.authorizations.keys()].at(-1) ?? "";

/** States that have no reason, or need none. */
const plain = ["Draft", "Pending", "Open", "Completed"];

for (const kind of Object.keys(lifeCycles) as LifeCycleKind[]) {
  describe(`${kind}`, () => {
    const reasons: Readonly<Record<string, readonly string[]>> = stateReasons[kind];
    const wanted = Object.entries(reasons).flatMap(([state, codes]) => [
      ...(plain.includes(state) ? [state] : []),
      ...codes.map((code) => `${state}/${code}`),
    ]);
    test("has a way to each state and reason of the tables", () =>
      expect(Object.keys(ways[kind])).toEqual(expect.arrayContaining(wanted)));

    for (const [state, row] of Object.entries(ways[kind])) {
      const { settings, way } = typeof row === "function" ? { settings: undefined, way: row } : row;
      test(`gets to be ${state}`, () => {
        const s = shop(settings ? { settings } : {});
        expect(s.state(way(s))).toBe(state);
      });
    }
  });
}
