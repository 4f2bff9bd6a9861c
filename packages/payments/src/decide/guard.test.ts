import { days, yen } from "@noren-pay/base";
import { describe, expect, test } from "vitest";
import type { Order } from "../model/order.ts";
import { defaultPolicy, type GuardPolicy } from "../model/policy.ts";
import { noon } from "../store/contract-samples.ts";
import { guardAtOf } from "./guard-times.ts";
import { nextWork } from "./next-work.ts";
import {
  answer,
  ask,
  authorization,
  authorizedOrder,
  capture,
  capturedOrder,
  done,
  draft,
  kinds,
  read,
  refused,
  tell,
  types,
  unknown,
} from "./story.ts";

const account = { ...draft.account, environment: "Live", authorizationLifetimeMs: days(30) } as const;
const sweep = { firstMs: days(999), mostMs: days(999), refundableForMs: 0 };
const guarded = (guard: Partial<GuardPolicy> = {}): Order => {
  const policy = { ...defaultPolicy, sweep, guard: { ...defaultPolicy.guard, ...guard } };
  return { ...authorizedOrder({ ...draft, account, policy }), reads: [] };
};
const wake = (order: Order, day: number) => tell(order, { type: "wake" }, noon + days(day));
const said = (decision: ReturnType<typeof wake>, type: string) =>
  decision.events.filter((each) => each.type === type).map((each) => each.data);

describe("an authorization that runs out", () => {
  test("is warned of 7, 3 and 1 days before, once each", () => {
    let order = guarded();
    const warned: unknown[] = [];
    for (let day = 20; day < 30; day += 0.5) {
      const woken = wake(order, day);
      order = JSON.parse(JSON.stringify(woken.order));
      warned.push(...said(woken, "authorizationRunsOut").map((each) => each.daysLeft));
    }
    expect(warned).toEqual([7, 3, 1]);
  });

  test("wakes its order for each warning", () => {
    expect(guardAtOf(guarded())).toBe(noon + days(23));
    expect(guardAtOf(wake(guarded(), 23).order)).toBe(noon + days(27));
    expect(nextWork(guarded(), noon + days(23))).toEqual({ do: "wake" });
    expect(nextWork(wake(guarded(), 29).order, noon + days(29))).toBeUndefined();
  });

  test("is warned of once after a jump of time, with the days that are left", () => {
    expect(said(wake(guarded(), 28.5), "authorizationRunsOut").map((each) => each.daysLeft)).toEqual([1.5]);
  });

  test("goes by the rule of its environment: in the sandbox only the last day is left to warn of", () => {
    const order = { ...authorizedOrder(), reads: [] };
    expect(guardAtOf(order)).toBe(noon + days(1));
  });

  test("is not warned of when it is being captured", () => {
    const order = ask(guarded(), { kind: "ship", shipmentId: "5".repeat(32) }).order;
    expect(types(wake(order, 23))).toEqual([]);
  });
});

describe("at the last warning", () => {
  test("a person is asked by default: nothing is called", () => expect(kinds(wake(guarded(), 29))).toEqual([]));

  test("the open amount is captured, and a capture that is pending is no decline", () => {
    const woken = wake(guarded({ atLast: "capture" }), 29);
    expect(kinds(woken)).toEqual(["capture"]);
    const pending = answer(woken.order, "capture", done(capture(woken.order, { state: "Pending" })), noon + days(29));
    expect(pending.nextStep).toBe("waitForAmazon");
    const taken = read(pending.order, capture(pending.order), noon + days(30));
    expect(taken.entries.map((each) => each.cause)).toEqual(["capture"]);
  });

  test("the old one is closed first, and only then another is asked for", () => {
    const woken = wake(guarded({ atLast: "renew" }), 29);
    expect(kinds(woken)).toEqual(["closeAuthorization"]);
    expect(said(woken, "authorizationRenewing")).toMatchObject([{ risk: "theNewOneMayBeDeclined" }]);
    expect(ask(woken.order, { kind: "ship", shipmentId: "5".repeat(32) }).refusal?.code).toBe("nothingAuthorized");
    const shut = answer(woken.order, "closeAuthorization", done(), noon + days(29));
    expect(kinds(shut)).toEqual(["authorize"]);
    expect(shut.order.authorizations.at(-1)).toMatchObject({ amount: yen(10_000), expiresAt: noon + days(59) });
  });

  test("an answer that is lost is resolved by reading", () => {
    const lost = answer(wake(guarded({ atLast: "renew" }), 29).order, "closeAuthorization", unknown, noon + days(29));
    expect(kinds(lost)).toEqual([]);
    const held = lost.order.authorizations[0]!;
    const shut = authorization(
      { ...lost.order, authorizations: [held] },
      { state: "Closed", reasonCode: "SellerClosed" },
    );
    expect(kinds(read(lost.order, shut, noon + days(29)))).toEqual(["authorize"]);
  });

  test("a refusal to close leaves the old one, and nothing is tried again", () => {
    const woken = wake(guarded({ atLast: "renew" }), 29).order;
    const left = answer(woken, "closeAuthorization", refused("InvalidAuthorizationStatus"), noon + days(29)).order;
    expect(left.wish).toEqual({ kind: "none" });
    expect(kinds(wake({ ...left, reads: [] }, 29.1))).toEqual([]);
  });

  test("nothing is done against a wish to cancel", () => {
    const order = ask(guarded({ atLast: "capture" }), { kind: "cancel" }).order;
    expect(kinds(wake(order, 29))).toEqual([]);
  });
});

describe("an authorization that ran out", () => {
  const ended = { state: "Closed", reasonCode: "ExpiredUnused" } as const;
  for (const [replaceExpired, written] of [
    [true, ["authorize"]],
    [false, []],
  ] as const)
    test(`is ${replaceExpired ? "" : "not "}replaced when the policy says ${replaceExpired}`, () => {
      const order = wake(guarded({ replaceExpired }), 30).order;
      expect(kinds(read(order, authorization(order, ended), noon + days(30)))).toEqual(written);
    });
});

test("the order reference's 180 days are warned of while something is left to pay", () => {
  const part = guarded();
  const order = { ...part, authorizations: part.authorizations.map((each) => ({ ...each, state: "Closed" as const })) };
  expect(said(wake(order, 173), "orderReferenceRunsOut").map((each) => each.daysLeft)).toEqual([7]);
  expect(types(wake({ ...capturedOrder(), account, reads: [] }, 173))).not.toContain("orderReferenceRunsOut");
});
