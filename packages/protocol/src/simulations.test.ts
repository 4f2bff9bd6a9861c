import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  readSimulation,
  type SimulationName,
  simulationFieldOf,
  simulationNames,
  simulations,
  simulationsAreHonoured,
  writeSimulation,
} from "./simulations.ts";
import { lifeCycles } from "./tables/life-cycles.ts";
import { stateReasons } from "./tables/reasons.ts";

/** As the guide and recorded integrations print them. */
const printed: [string, string, SimulationName][] = [
  [
    "SetOrderReferenceDetails",
    '{"SandboxSimulation":{"Constraint":"PaymentMethodNotAllowed"}}',
    "constraintPaymentMethodNotAllowed",
  ],
  [
    "SetOrderReferenceDetails",
    '{"SandboxSimulation":{"PaymentAuthenticationStatus":{"State":"Success"}}}',
    "authenticationSucceeds",
  ],
  [
    "SetOrderReferenceDetails",
    '{"SandboxSimulation":{"PaymentAuthenticationStatus":{"State":"Failure"}}}',
    "authenticationFails",
  ],
  [
    "SetOrderReferenceDetails",
    '{"SandboxSimulation":{"PaymentAuthenticationStatus":{"State":"Abandoned"}}}',
    "authenticationAbandoned",
  ],
  [
    "CloseOrderReference",
    '{"SandboxSimulation": {"State":"Closed","ReasonCode":"AmazonClosed"}}',
    "orderReferenceAmazonClosed",
  ],
  [
    "Authorize",
    '{"SandboxSimulation": {"State":"Declined", "ReasonCode":"InvalidPaymentMethod", "PaymentMethodUpdateTimeInMins":5}}',
    "authorizationInvalidPaymentMethod",
  ],
  [
    "Authorize",
    '{"SandboxSimulation": {"State":"Declined", "ReasonCode":"AmazonRejected"}}',
    "authorizationAmazonRejected",
  ],
  [
    "AuthorizeOnBillingAgreement",
    '{"SandboxSimulation": {"State":"Declined", "ReasonCode":"TransactionTimedOut"}}',
    "authorizationTransactionTimedOut",
  ],
  [
    "Authorize",
    '{"SandboxSimulation": {"State":"Closed", "ReasonCode":"ExpiredUnused", "ExpirationTimeInMins":1}}',
    "authorizationExpiredUnused",
  ],
  ["Authorize", '{"SandboxSimulation": {"State":"Closed", "ReasonCode":"AmazonClosed"}}', "authorizationAmazonClosed"],
  ["Capture", '{"SandboxSimulation": {"State":"Pending"}}', "capturePending"],
  ["Capture", '{"SandboxSimulation": {"State":"Declined", "ReasonCode":"AmazonRejected"}}', "captureAmazonRejected"],
  ["Capture", '{"SandboxSimulation": {"State":"Closed", "ReasonCode":"AmazonClosed"}}', "captureAmazonClosed"],
  ["Refund", '{"SandboxSimulation": {"State":"Declined", "ReasonCode":"AmazonRejected"}}', "refundAmazonRejected"],
  [
    "CloseBillingAgreement",
    '{"SandboxSimulation": {"State":"Closed","ReasonCode":"AmazonClosed"}}',
    "billingAgreementAmazonClosed",
  ],
];

describe("a simulation", () => {
  for (const [operation, note, name] of printed)
    test(`of ${operation} is read as printed: ${name}`, () => {
      expect(readSimulation(operation, note)).toMatchObject({ name });
      expect(readSimulation(operation, `\n ${JSON.stringify(JSON.parse(note), null, 2)} `)).toMatchObject({ name });
    });
  test("stands in the list of printed ones", () =>
    expect(printed.map(([, , name]) => name).toSorted()).toEqual(simulationNames.toSorted()));

  for (const name of simulationNames)
    test(`${name} is written so that its operations read it`, () => {
      for (const operation of simulations[name].operations)
        expect(readSimulation(operation, writeSimulation(name))).toMatchObject({ name });
    });

  for (const name of simulationNames) {
    const row = simulations[name];
    if (!("state" in row) || row.object === "BillingAgreement") continue;
    test(`${name} names a state and a reason that belong together`, () => {
      expect(Object.keys(lifeCycles[row.object])).toContain(row.state);
      const reasons = (stateReasons[row.object] as Readonly<Record<string, readonly string[]>>)[row.state];
      if ("reasonCode" in row) expect(reasons).toContain(row.reasonCode);
    });
  }

  const declined = (rest: string) =>
    `{"SandboxSimulation":{"State":"Declined","ReasonCode":"InvalidPaymentMethod"${rest}}}`;
  test("of a decline is hard unless it says soft", () => {
    const soft = (rest: string) => readSimulation("Authorize", declined(rest));
    expect(soft("")).toMatchObject({ softDecline: false, afterMs: 5 * 60_000 });
    expect(soft(',"SoftDecline":"false"')).toMatchObject({ softDecline: false });
    expect(soft(',"SoftDecline":"true"')).toMatchObject({ softDecline: true });
    expect(soft(',"SoftDecline":true')).toMatchObject({ softDecline: true });
  });
  test("has its minutes in milliseconds", () => {
    expect(readSimulation("Authorize", declined(',"PaymentMethodUpdateTimeInMins":240'))).toMatchObject({
      afterMs: 240 * 60_000,
    });
    expect(readSimulation("Authorize", writeSimulation("authorizationExpiredUnused", { minutes: 60 }))).toMatchObject({
      afterMs: 60 * 60_000,
    });
  });
  test("is written with minutes and softness", () =>
    expect(writeSimulation("authorizationInvalidPaymentMethod", { minutes: 7, softDecline: true })).toBe(
      '{"SandboxSimulation":{"State":"Declined","ReasonCode":"InvalidPaymentMethod","PaymentMethodUpdateTimeInMins":7,"SoftDecline":"true"}}',
    ));

  const invalid: [string, string, string][] = [
    ["a state of another object", "Refund", '{"SandboxSimulation":{"State":"Pending"}}'],
    [
      "a reason of another state",
      "Authorize",
      '{"SandboxSimulation":{"State":"Declined","ReasonCode":"ExpiredUnused"}}',
    ],
    [
      "a reason that cannot be simulated",
      "Authorize",
      '{"SandboxSimulation":{"State":"Declined","ReasonCode":"ProcessingFailure"}}',
    ],
    ["a state without its reason", "Authorize", '{"SandboxSimulation":{"State":"Declined"}}'],
    ["an unknown constraint", "SetOrderReferenceDetails", '{"SandboxSimulation":{"Constraint":"AmountNotSet"}}'],
    [
      "an operation that has none",
      "CancelOrderReference",
      '{"SandboxSimulation":{"State":"Closed","ReasonCode":"AmazonClosed"}}',
    ],
    ["too many minutes", "Authorize", declined(',"PaymentMethodUpdateTimeInMins":241')],
    ["no minutes", "Authorize", declined(',"PaymentMethodUpdateTimeInMins":0')],
    ["half a minute", "Authorize", declined(',"PaymentMethodUpdateTimeInMins":0.5')],
    ["quoted minutes", "Authorize", declined(',"PaymentMethodUpdateTimeInMins":"5"')],
    ["softness that is no flag", "Authorize", declined(',"SoftDecline":"maybe"')],
    [
      "softness of a rejection",
      "Authorize",
      '{"SandboxSimulation":{"State":"Declined","ReasonCode":"AmazonRejected","SoftDecline":"true"}}',
    ],
    ["an empty one", "Authorize", '{"SandboxSimulation":{}}'],
    ["one that is a text", "Authorize", '{"SandboxSimulation":"Declined"}'],
    ["one that is cut off", "Authorize", '{"SandboxSimulation":{"State":"Decl'],
  ];
  for (const [what, operation, note] of invalid)
    test(`with ${what} is invalid`, () => expect(readSimulation(operation, note)).toBe("invalid"));

  const ordinary: [string, string | undefined][] = [
    ["no note", undefined],
    ["an empty note", ""],
    ["a Japanese note", "ご注文ありがとうございます"],
    ["other JSON", '{"おまけ":"有"}'],
    ["broken JSON about something else", '{"memo":'],
    ["a sentence about simulations", "see SandboxSimulation in the guide"],
    ["JSON that only mentions one", '{"memo":"SandboxSimulation"}'],
  ];
  for (const [what, note] of ordinary)
    test(`is none in ${what}`, () => expect(readSimulation("Authorize", note)).toBeUndefined());

  test("never makes anything throw", () =>
    fc.assert(
      fc.property(fc.json(), (json) => {
        readSimulation("Authorize", `{"SandboxSimulation":${json}}`);
      }),
    ));
  test("is honoured in the sandbox only", () => {
    expect(simulationsAreHonoured("Sandbox")).toBe(true);
    expect(simulationsAreHonoured("Live")).toBe(false);
  });
  test("stands in a field that the operation names", () => {
    expect(simulationFieldOf("SetOrderReferenceDetails")).toBe("OrderReferenceAttributes.SellerNote");
    expect(simulationFieldOf("GetServiceStatus")).toBeUndefined();
    expect(simulationFieldOf("Nope")).toBeUndefined();
  });
});
