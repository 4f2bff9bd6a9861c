// Every simulation string of protocol's table, where it is heard and where it is not.
import { yen } from "@noren-pay/base";
import {
  isImitated,
  type OperationName,
  operationNames,
  readSimulation,
  type SimulationName,
  simulationFieldOf,
  simulationNames,
  simulations,
  writeSimulation,
} from "@noren-pay/protocol";
import { describe, expect, test } from "vitest";
import { shop } from "../testing/shop.ts";

type Shop = ReturnType<typeof shop>;

/** Calls an operation whose note is read, with this note. */
const calls: Partial<Record<OperationName, (s: Shop, note: string) => string>> = {
  SetOrderReferenceDetails: (s, SellerNote) =>
    s.outcome("SetOrderReferenceDetails", {
      AmazonOrderReferenceId: s.draft(),
      OrderReferenceAttributes: { OrderTotal: yen(1), SellerNote },
    }),
  SetOrderAttributes: (s, SellerNote) =>
    s.outcome("SetOrderAttributes", { AmazonOrderReferenceId: s.draft(), OrderAttributes: { SellerNote } }),
  CloseOrderReference: (s, ClosureReason) =>
    s.outcome("CloseOrderReference", { AmazonOrderReferenceId: s.open(), ClosureReason }),
  Authorize: (s, SellerAuthorizationNote) =>
    s.outcome("Authorize", s.authorizeRequest(s.open(), 1, { SellerAuthorizationNote })),
  AuthorizeOnBillingAgreement: (s, SellerAuthorizationNote) =>
    s.outcome("AuthorizeOnBillingAgreement", s.chargeRequest(s.openAgreement(), 1, { SellerAuthorizationNote })),
  Capture: (s, SellerCaptureNote) =>
    s.outcome("Capture", s.captureRequest(s.authorize(s.open()).AmazonAuthorizationId, 1, { SellerCaptureNote })),
  Refund: (s, SellerRefundNote) => {
    const { AmazonCaptureId } = s.capture(s.authorize(s.open()).AmazonAuthorizationId);
    return s.outcome("Refund", s.refundRequest(AmazonCaptureId, 1, { SellerRefundNote }));
  },
  CloseBillingAgreement: (s, ClosureReason) =>
    s.outcome("CloseBillingAgreement", { AmazonBillingAgreementId: s.openAgreement(), ClosureReason }),
};

/** The same text may mean something of several objects. */
const heard = (name: SimulationName): readonly OperationName[] =>
  simulationNames
    .filter((each) => writeSimulation(each) === writeSimulation(name))
    .flatMap((each): readonly OperationName[] => simulations[each].operations);
const hearing = Object.keys(calls) as OperationName[];

describe("simulation strings", () => {
  test("are heard in each operation that has a field for them", () => {
    const withField = operationNames.filter((name) => simulationFieldOf(name) !== undefined && isImitated(name));
    expect([...hearing].sort()).toEqual(withField.sort());
  });

  for (const name of simulationNames) {
    test(`${name} is taken where the table says, and refused elsewhere and on the live path`, () => {
      const note = writeSimulation(name);
      for (const operation of hearing) {
        const s = shop({ quiet: true });
        const isHeard = heard(name).includes(operation);
        const outcome = calls[operation]?.(s, note);
        expect([operation, outcome]).toEqual([operation, isHeard ? "done" : "InvalidSandboxSimulationSpecified"]);
        const live = calls[operation]?.(shop({ quiet: true, environment: "Live" }), note);
        expect([operation, live]).toEqual([operation, "InvalidSandboxSimulationSpecified"]);
      }
    });
  }

  const bad = [
    '{"SandboxSimulation":{"State":"Declined"}}',
    '{"SandboxSimulation":{"State":"Declined","ReasonCode":"NoSuchReason"}}',
    '{"SandboxSimulation":{"State":"Declined","ReasonCode":"InvalidPaymentMethod","PaymentMethodUpdateTimeInMins":0}}',
    '{"SandboxSimulation":{"State":"Declined","ReasonCode":"InvalidPaymentMethod","PaymentMethodUpdateTimeInMins":241}}',
    '{"SandboxSimulation":{"State":"Closed","ReasonCode":"ExpiredUnused","ExpirationTimeInMins":61}}',
    '{"SandboxSimulation":{"State":"Closed","ReasonCode":"ExpiredUnused","ExpirationTimeInMins":"5"}}',
    '{"SandboxSimulation":"Declined"}',
    '{"SandboxSimulation":',
  ];
  for (const note of bad) {
    test(`${note} is illegal everywhere`, () => {
      for (const operation of hearing) {
        expect(readSimulation(operation, note)).toBe("invalid");
        expect(calls[operation]?.(shop({ quiet: true }), note)).toBe("InvalidSandboxSimulationSpecified");
      }
    });
  }

  test("ordinary text is none, whatever it speaks of", () => {
    for (const note of ["SandboxSimulation", '{"a":"SandboxSimulation"}', "{", "ご注文ありがとう"])
      for (const operation of hearing) expect(calls[operation]?.(shop({ quiet: true }), note)).toBe("done");
  });
});
