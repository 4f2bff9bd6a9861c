// Tables as data: whole, closed and in agreement with each other.
import { type Price, price, yen } from "@noren-pay/base";
import { describe, expect, test } from "vitest";
import type { Field, Fields } from "../fields.ts";
import { isImitated, isOperationName, operationNames, operations } from "../operations.ts";
import { kindWords, reasonWords, stateWords, wordsOfReason, wordsOfState } from "../words.ts";
import {
  billingAgreementConstraintIds,
  billingAgreementConstraints,
  constraintIds,
  constraints,
} from "./constraints.ts";
import { commonErrors, errors, isErrorCode } from "./errors.ts";
import { reasonEvidence, stateEvidence } from "./evidence.ts";
import {
  authorizationReasons,
  billingAgreementReasons,
  captureReasons,
  isFinal,
  isReachable,
  type LifeCycle,
  type LifeCycleKind,
  lifeCycles,
  orderReferenceReasons,
  refundReasons,
} from "./life-cycles.ts";
import { authorizationsPerOrderReferenceMax, lifetimes, limits, overageOf } from "./limits.ts";
import { quotas } from "./quotas.ts";
import { declineEffects, stateReasons } from "./reasons.ts";
import { apiPaths, regions } from "./regions.ts";

const kinds = Object.keys(lifeCycles) as LifeCycleKind[];
const finalStates: Record<LifeCycleKind, string[]> = {
  OrderReference: ["Canceled", "Closed"],
  Authorization: ["Declined", "Closed"],
  Capture: ["Declined", "Closed"],
  Refund: ["Completed", "Declined"],
  BillingAgreement: ["Canceled", "Closed"],
};
const reasonsOf: Record<LifeCycleKind, readonly string[]> = {
  OrderReference: orderReferenceReasons,
  Authorization: authorizationReasons,
  Capture: captureReasons,
  Refund: refundReasons,
  BillingAgreement: billingAgreementReasons,
};

for (const kind of kinds) {
  const lifeCycle: LifeCycle = lifeCycles[kind];
  const states = Object.keys(lifeCycle);
  describe(`the life cycle of ${kind}`, () => {
    test("names only states it has", () => {
      for (const arrows of Object.values(lifeCycle))
        for (const to of Object.values(arrows)) expect(states).toContain(to);
    });
    test("reaches every state from the first", () => {
      for (const state of states) expect([state, isReachable(kind, states[0] as string, state)]).toEqual([state, true]);
    });
    test("ends where Amazon says so, and nowhere else", () =>
      expect(states.filter((state) => isFinal(kind, state))).toEqual(finalStates[kind]));
    test("leaves no final state", () => {
      for (const from of finalStates[kind])
        for (const to of states) expect(isReachable(kind, from, to)).toBe(from === to);
    });
    test("has reasons for each state, and each reason has a state", () => {
      const byState: Readonly<Record<string, readonly string[]>> = stateReasons[kind];
      expect(Object.keys(byState)).toEqual(states);
      expect([...new Set(Object.values(byState).flat())].toSorted()).toEqual(reasonsOf[kind].toSorted());
    });
    test("says of each state and reason how it is known", () => {
      expect(Object.keys(stateEvidence[kind])).toEqual(states);
      expect(Object.keys(reasonEvidence[kind])).toEqual(reasonsOf[kind]);
    });
    test("has words for each state and reason in both languages", () => {
      expect(Object.keys(stateWords[kind])).toEqual(states);
      expect(Object.keys(reasonWords[kind]).toSorted()).toEqual(reasonsOf[kind].toSorted());
      for (const words of [kindWords[kind], ...Object.values(stateWords[kind]), ...Object.values(reasonWords[kind])]) {
        expect(words.ja).toMatch(/[\u3040-\u30ff\u4e00-\u9fff]/);
        expect(words.en).toMatch(/^[\x20-\x7e]+$/);
      }
    });
  });
}

describe("life cycles", () => {
  test("let an order reference go back to Open", () => {
    expect(isReachable("OrderReference", "Suspended", "Open")).toBe(true);
    expect(isReachable("OrderReference", "Open", "Draft")).toBe(false);
  });
  test("let a read skip states", () => {
    expect(isReachable("Authorization", "Pending", "Closed")).toBe(true);
    expect(isReachable("Capture", "Pending", "Closed")).toBe(true);
    expect(isReachable("Capture", "Completed", "Pending")).toBe(false);
  });
  test("let a billing agreement outlive a rejected authorization, which closes an order reference", () =>
    expect(declineEffects.AmazonRejected).toMatchObject({ orderReference: "Closed", billingAgreement: "Open" }));
  test("know no state of another's", () => {
    expect(isFinal("Refund", "Closed")).toBe(false);
    expect(isReachable("Refund", "Pending", "Closed")).toBe(false);
  });
  test("follow a declined authorization", () => {
    for (const { orderReference, reasonCode, billingAgreement } of Object.values(declineEffects)) {
      expect(isReachable("OrderReference", "Open", orderReference)).toBe(true);
      expect(isReachable("BillingAgreement", "Open", billingAgreement)).toBe(true);
      if (reasonCode !== undefined) expect(stateReasons.OrderReference[orderReference]).toContain(reasonCode);
    }
  });
});

describe("words", () => {
  test("fall back to what nobody here knows", () => {
    expect(wordsOfState("Capture", "New")).toEqual({ ja: "New", en: "New" });
    expect(wordsOfReason("Capture", "toString")).toEqual({ ja: "toString", en: "toString" });
  });
  test("are Amazon's Japanese ones", () => {
    expect(wordsOfState("Authorization", "Pending").ja).toBe("保留");
    expect(wordsOfState("Authorization", "Open").ja).toBe("オーソリ済み");
    expect(wordsOfState("OrderReference", "Suspended").ja).toBe("一時停止");
    expect(kindWords.Capture.ja).toBe("売上請求");
  });
});

/** Whether a dotted wire name leads to a text. */
function isTextField(fields: Fields, wireName: string): boolean {
  const [name = "", ...rest] = wireName.split(".");
  const field: Field | undefined = fields[name];
  if (rest.length === 0) return field?.kind === "text";
  return field?.kind === "group" && isTextField(field.fields, rest.join("."));
}

for (const name of operationNames) {
  const operation = operations[name];
  describe(name, () => {
    test("stands under its own name", () => {
      expect(operation.name).toBe(name);
      expect(isOperationName(name)).toBe(true);
    });
    test("names a source", () => expect(operation.source).not.toBe(""));
    test("knows its errors, and repeats no common one", () => {
      expect(new Set(operation.errors).size).toBe(operation.errors.length);
      for (const code of operation.errors) {
        expect(isErrorCode(code)).toBe(true);
        expect(commonErrors).not.toContain(code);
      }
    });
    test("has a quota for each environment", () => expect(quotas[operation.quota].Live.burst).toBeGreaterThan(0));
    test("needs states that exist", () => {
      for (const [kind, states] of Object.entries(operation.needs))
        for (const state of states) expect(Object.keys(lifeCycles[kind as LifeCycleKind])).toContain(state);
    });
    test("recovers as its kind of call can", () => {
      const isRead = /^(Get|List)/.test(name);
      expect(operation.recovery === "repeat").toBe(isRead);
      expect(operation.recovery === "replay").toBe(operation.deduplicatedBy !== undefined);
      expect(operation.quota === "write").toBe(!isRead);
    });
    test("names fields it has", () => {
      for (const field of [operation.deduplicatedBy, operation.simulatedBy])
        if (field !== undefined) expect([field, isTextField(operation.request, field)]).toEqual([field, true]);
      if (operation.simulatedBy) expect(operation.errors).toContain("InvalidSandboxSimulationSpecified");
    });
    test("answers something only where it has a result", () =>
      expect(Object.keys(operation.response).length > 0).toBe(operation.result === "content"));
  });
}

test("an operation is none of Object's own names", () => {
  expect(isOperationName("toString")).toBe(false);
  expect(isOperationName("authorize")).toBe(false);
  expect(isErrorCode("constructor")).toBe(false);
});

test("provider credits and notification settings are data only: the sandbox does not imitate them", () =>
  expect(operationNames.filter((name) => !isImitated(name))).toEqual(
    expect.arrayContaining([
      "GetMerchantNotificationConfiguration",
      "GetProviderCreditDetails",
      "GetProviderCreditReversalDetails",
      "ReverseProviderCredit",
      "SetMerchantNotificationConfiguration",
    ]),
  ));

describe("errors", () => {
  test("have statuses of refusals", () => {
    for (const { status } of Object.values(errors)) expect([400, 401, 403, 404, 405, 500, 503]).toContain(status);
  });
  test("leave the outcome unknown only where Amazon itself failed or heard half", () =>
    expect(
      Object.entries(errors)
        .filter(([, row]) => row.retry === "recover")
        .map(([code]) => code)
        .toSorted(),
    ).toEqual(["InputStreamDisconnected", "InternalError", "InternalServerError", "ServiceUnavailable"]));
  test("may be tried later only when throttled", () =>
    expect(
      Object.entries(errors)
        .filter(([, row]) => row.retry === "later")
        .map(([code]) => code)
        .toSorted(),
    ).toEqual(["QuotaExceeded", "RequestThrottled"]));
});

describe("quotas", () => {
  test("are the published ones", () => {
    expect(quotas.read).toEqual({ Live: { burst: 20, perSecond: 2 }, Sandbox: { burst: 5, perSecond: 1 } });
    expect(quotas.write).toEqual({ Live: { burst: 10, perSecond: 1 }, Sandbox: { burst: 2, perSecond: 0.5 } });
    expect(quotas.status.Live).toEqual({ burst: 2, perSecond: 1 / 300 });
    expect(quotas.status.Sandbox).toEqual(quotas.status.Live);
  });
});

describe("the overage", () => {
  const dollars = (cents: number) => price(cents, "USD");
  const cases: [string, Price, "jp" | "na", number][] = [
    ["of 20,000 yen is 3,000: the worked example", yen(20_000), "jp", 3_000],
    ["of 56,000 yen is the most", yen(56_000), "jp", 8_400],
    ["of 56,001 yen is no more", yen(56_001), "jp", 8_400],
    ["of 55,999 yen is rounded down", yen(55_999), "jp", 8_399],
    ["of 6 yen is nothing", yen(6), "jp", 0],
    ["of 7 yen is one", yen(7), "jp", 1],
    ["of 10,000,000 yen is the most", yen(10_000_000), "jp", 8_400],
    ["of 100 dollars is 15", dollars(100_00), "na", 15_00],
    ["of 1,000 dollars is 75", dollars(1_000_00), "na", 75_00],
  ];
  for (const [title, amount, region, most] of cases)
    test(title, () => expect(overageOf(amount, region)).toEqual({ ...amount, amount: most }));
  test("lets an order of 20,000 yen be charged 23,000", () =>
    expect(20_000 + overageOf(yen(20_000), "jp").amount).toBe(23_000));
});

describe("limits", () => {
  test("of counts are Japan's", () => {
    expect(authorizationsPerOrderReferenceMax.jp).toBe(10);
    expect(limits.capturesPerAuthorizationMax).toBe(1);
    expect(limits.refundsPerCaptureMax).toBe(10);
  });
  test("of times are Amazon's", () => {
    const day = 86_400_000;
    expect(lifetimes.draftMs).toBe(3 * 3_600_000);
    expect(lifetimes.orderReferenceMs).toBe(180 * day);
    expect(lifetimes.authorizationMs).toEqual({ Live: 30 * day, Sandbox: 2 * day });
    expect(lifetimes.timestampSkewMs).toBe(15 * 60_000);
  });
});

describe("regions", () => {
  for (const [name, region] of Object.entries(regions))
    test(`${name} speaks to hosts, never to addresses`, () => {
      expect(region.host).toMatch(/^mws(-eu)?\.amazonservices\.(jp|com)$/);
      expect(region.widgets.Live).toMatch(/^https:\/\/static-\w+\.payments-amazon\.com\/.*Widgets\.js$/);
      expect(region.widgets.Sandbox).toContain("/sandbox/");
      expect(region.profileHost.Sandbox).toBe(region.profileHost.Live.replace("api.", "api.sandbox."));
    });
  test("Japan is region 3 and pays in yen", () => {
    expect(regions.jp).toMatchObject({ host: "mws.amazonservices.jp", currency: "JPY", idDigit: 3 });
    expect(apiPaths.Sandbox).toBe("/OffAmazonPayments_Sandbox/2013-01-01");
  });
});

test("constraints have a cure, but for a buyer who is the seller", () => {
  expect(constraintIds.filter((id) => !("cure" in constraints[id]))).toEqual(["BuyerEqualsSeller", "BuyerEqualSeller"]);
  expect(billingAgreementConstraintIds.filter((id) => !("cure" in billingAgreementConstraints[id]))).toEqual([
    "BuyerEqualsSeller",
  ]);
});
