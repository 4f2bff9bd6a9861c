import { days, yen } from "@noren-pay/base";
import { type LifeCycleKind, lifeCycles } from "@noren-pay/protocol";
import { describe, expect, test } from "vitest";
import { processed, shop } from "../testing/shop.ts";
import { eventsOf, objectEvents, possibleEvents } from "./table.ts";

const kinds = Object.keys(lifeCycles) as LifeCycleKind[];

describe("the table of events", () => {
  test("knows every kind that has a life cycle, and only states of it", () => {
    expect(Object.keys(objectEvents).sort()).toEqual([...kinds].sort());
    for (const kind of kinds) {
      for (const { states } of Object.values(objectEvents[kind]))
        for (const state of states) expect(Object.keys(lifeCycles[kind])).toContain(state);
    }
  });

  test("has words in both languages for each", () => {
    for (const kind of kinds)
      for (const { words } of Object.values(objectEvents[kind])) {
        expect(words.ja).toMatch(/[ぁ-んァ-ン一-龠]/);
        expect(words.en).toMatch(/^[ -~]+$/);
      }
  });

  test("offers what the state allows", () => {
    const s = shop();
    const names = (id: string) => {
      const object = s.core.object(id, s.now());
      return object ? possibleEvents(s.core.world, object).map((each) => each.name) : [];
    };
    const order = s.open();
    const { AmazonAuthorizationId } = s.authorize(order, 10_000, { TransactionTimeout: 60 });
    expect(names(order)).toEqual(["suspend", "failNextAuthorization", "amazonCancels", "amazonCloses", "expire"]);
    expect(names(AmazonAuthorizationId)).toContain("declineInvalidPaymentMethod");
    s.later(processed);
    expect(names(AmazonAuthorizationId)).toEqual(["stopShipment", "expire", "amazonCloses", "failNextCapture"]);
    const { AmazonCaptureId } = s.capture(AmazonAuthorizationId);
    expect(names(AmazonAuthorizationId)).toEqual([]);
    expect(names(order)).not.toContain("amazonCancels");
    expect(names(AmazonCaptureId)).toContain("chargeBack");
    s.press(AmazonCaptureId, "amazonCloses");
    expect(names(AmazonCaptureId)).toEqual([]);
  });

  test("each event that is possible can be pressed", () => {
    const ways: ((s: ReturnType<typeof shop>) => string)[] = [
      (s) => s.draft(),
      (s) => s.open(),
      (s) => {
        const order = s.open();
        s.press(order, "suspend");
        return order;
      },
      (s) => s.authorize(s.open(), 10_000, { TransactionTimeout: 60 }).AmazonAuthorizationId,
      (s) => s.authorize(s.open()).AmazonAuthorizationId,
      (s) => s.capture(s.authorize(s.open()).AmazonAuthorizationId).AmazonCaptureId,
      (s) => s.refund(s.capture(s.authorize(s.open()).AmazonAuthorizationId).AmazonCaptureId, 1).AmazonRefundId,
      (s) => s.draftAgreement(),
      (s) => s.openAgreement(),
      (s) => {
        const agreement = s.openAgreement();
        s.press(agreement, "suspend");
        return agreement;
      },
    ];
    for (const way of ways) {
      const s = shop();
      const object = s.core.object(way(s), s.now());
      for (const name of Object.keys(object ? eventsOf(object) : {})) {
        const again = shop();
        const id = way(again);
        const isPossible = possibleEvents(again.core.world, again.core.object(id, again.now())!).some(
          (each) => each.name === name,
        );
        if (isPossible) expect(() => again.press(id, name)).not.toThrow();
        else expect(() => again.press(id, name)).toThrow(/state/);
      }
    }
  });
});

describe("a chargeback", () => {
  test("takes the money back, with a notice of its own", () => {
    const s = shop();
    const { AmazonCaptureId, CaptureReferenceId } = s.capture(s.authorize(s.open()).AmazonAuthorizationId);
    s.notices();
    s.press(AmazonCaptureId, "chargeBack", 4_000);
    const [notice] = s.core.world.notices.list().slice(-3);
    expect(notice?.content).toMatchObject({
      type: "ChargebackDetailedNotification",
      details: {
        AmazonCaptureReferenceId: CaptureReferenceId,
        ChargebackAmount: yen(4_000),
        ChargebackState: "RECEIVED",
      },
    });
    const { CaptureDetails } = s.call("GetCaptureDetails", { AmazonCaptureId });
    expect(CaptureDetails.RefundedAmount).toEqual(yen(4_000));
    const AmazonRefundId = CaptureDetails.IdList[0] ?? "";
    expect(s.call("GetRefundDetails", { AmazonRefundId }).RefundDetails).toMatchObject({
      RefundType: "Chargeback",
      RefundAmount: yen(4_000),
      RefundStatus: { State: "Completed" },
    });
  });

  test("counts for the limit of refunds", () => {
    const s = shop();
    const { AmazonCaptureId } = s.capture(s.authorize(s.open()).AmazonAuthorizationId);
    s.press(AmazonCaptureId, "chargeBack", 99_999);
    expect(s.state(AmazonCaptureId)).toBe("Closed/MaxAmountRefunded");
  });
});

describe("an A-to-z claim", () => {
  test("refunds what is left and closes the order reference", () => {
    const s = shop();
    const order = s.open();
    const { AmazonCaptureId } = s.capture(s.authorize(order).AmazonAuthorizationId);
    s.refund(AmazonCaptureId, 1_000);
    s.later(processed);
    s.press(AmazonCaptureId, "refundByClaim");
    expect(s.call("GetCaptureDetails", { AmazonCaptureId }).CaptureDetails.RefundedAmount).toEqual(yen(10_000));
    expect(s.state(order)).toBe("Closed/AmazonClosed");
  });
});

describe("a Pending capture that is declined", () => {
  test("gives its money and its place back to the order reference", () => {
    const s = shop({ settings: { authorizationLifetimeMs: days(30) } });
    const order = s.open();
    const { AmazonAuthorizationId } = s.authorize(order, 11_500);
    s.later(days(8));
    const { AmazonCaptureId } = s.capture(AmazonAuthorizationId, 11_500);
    s.press(AmazonCaptureId, "declineProcessingFailure");
    expect(s.state(AmazonAuthorizationId)).toBe("Closed/MaxCapturesProcessed");
    expect(s.authorize(order, 11_500).AuthorizationStatus.State).toBe("Open");
    s.later(processed);
    expect(s.state(AmazonCaptureId)).toBe("Declined/ProcessingFailure");
  });
});

describe("a buyer who mends the payment method on Amazon's page", () => {
  test("opens the order again after an asynchronous decline, not after a synchronous one", () => {
    for (const [TransactionTimeout, repairAfterSyncDecline, opens] of [
      [60, false, true],
      [0, false, false],
      [0, true, true],
    ] as const) {
      const s = shop({ settings: { repairAfterSyncDecline } });
      const order = s.open(10_000, { card: "InvalidPaymentMethod" });
      s.authorize(order, 1, { TransactionTimeout });
      s.later(processed);
      expect(s.state(order)).toBe("Suspended/InvalidPaymentMethod");
      const repair = () => s.core.command("repairPaymentMethod", { orderReferenceId: order, now: s.now() });
      if (opens) repair();
      else expect(repair).toThrow(/state/);
      expect(s.state(order)).toBe(opens ? "Open" : "Suspended/InvalidPaymentMethod");
    }
  });

  test("changes an agreement's card or address, with notices that say which", () => {
    const s = shop();
    const id = s.openAgreement();
    for (const event of ["changePaymentMethod", "changeAddress", "changeBoth"]) s.press(id, event);
    const types = s.core.world.notices.list().map(({ content }) => content.eventType);
    expect(types).toEqual([
      "BillingAgreementStatusUpdated",
      "PaymentMethodUpdated",
      "AddressUpdated",
      "AddressAndPaymentMethodUpdated",
    ]);
    expect(s.state(id)).toBe("Open");
  });
});
