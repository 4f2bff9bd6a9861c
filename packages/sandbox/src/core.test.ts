import { hours, yen } from "@noren-pay/base";
import { describe, expect, test } from "vitest";
import { SandboxCore } from "./core.ts";
import { isRefusal } from "./refusal.ts";
import { processed, shop, start } from "./testing/shop.ts";

describe("a core", () => {
  test("gives the same bytes for the same seed and commands, however time is cut", () => {
    const life = (steps: number) => {
      const s = shop({ seed: "same" });
      const order = s.open();
      const { AmazonAuthorizationId } = s.authorize(order, 10_000, { TransactionTimeout: 5, CaptureNow: true });
      for (let i = 0; i < steps; i++) s.later(hours(1) / steps);
      s.refund(AmazonAuthorizationId.replace("-A", "-C"), 100);
      for (let i = 0; i < steps; i++) s.later(hours(1) / steps);
      const agreement = s.openAgreement();
      s.charge(agreement, 700, { TransactionTimeout: 60 });
      for (let i = 0; i < steps; i++) s.later(hours(1) / steps);
      s.press(agreement, "amazonCancels");
      s.press(AmazonAuthorizationId.replace("-A", "-C"), "chargeBack", 50);
      const { world } = s.core;
      const agreements = world.billingAgreements;
      const objects = [agreements, world.orderReferences, world.authorizations, world.captures, world.refunds];
      return JSON.stringify([objects.map((map) => [...map]), world.notices.list()]);
    };
    expect(life(1)).toBe(life(1));
    expect(life(8)).toBe(life(1));
  });

  test("gives other ids for another seed", () => {
    const [one, two] = ["one", "two"].map((seed) => new SandboxCore({ seed }).defaultSeller.sellerId);
    expect(one).not.toBe(two);
  });

  test("keeps sellers apart", () => {
    const s = shop();
    const other = s.core.command("createSeller", { now: s.now() });
    const request = { AmazonOrderReferenceId: s.open() };
    const answer = s.core.call({ sellerId: other.sellerId, action: "GetOrderReferenceDetails", request, now: s.now() });
    expect(isRefusal(answer) && answer.code).toBe("InvalidOrderReferenceId");
  });

  test("reads parameters by the operation's table", () => {
    const s = shop();
    const parameters = new Map([
      ["AmazonOrderReferenceId", s.draft()],
      ["OrderReferenceAttributes.OrderTotal.Amount", "3000.00"],
      ["OrderReferenceAttributes.OrderTotal.CurrencyCode", "JPY"],
    ]);
    const call = { sellerId: s.sellerId, action: "SetOrderReferenceDetails", parameters, now: s.now() };
    expect(s.core.call(call)).toMatchObject({ OrderReferenceDetails: { OrderTotal: yen(3_000) } });
    parameters.set("OrderReferenceAttributes.OrderTotal.Amount", "3000.50");
    expect(s.core.call(call)).toMatchObject({ code: "InvalidParameterValue" });
    expect(s.core.call({ ...call, action: "NoSuchThing" })).toMatchObject({ code: "InvalidAddress" });
  });

  test("refuses by name what it does not imitate, before it looks at parameters", () => {
    const core = new SandboxCore();
    const { sellerId } = core.defaultSeller;
    const refused = (action: string) => core.call({ sellerId, action, parameters: new Map(), now: 0 });
    for (const action of ["GetProviderCreditDetails", "SetMerchantNotificationConfiguration"])
      expect(refused(action)).toMatchObject({
        code: "InvalidAddress",
        message: `${action} is not imitated by the Noren sandbox.`,
      });
    expect(refused("MakeCoffee")).toMatchObject({
      code: "InvalidAddress",
      message: expect.stringContaining("MakeCoffee is not known"),
    });
  });
  test("refuses calls of an unknown and of a suspended seller", () => {
    const s = shop();
    const call = { action: "GetServiceStatus", request: {}, now: s.now() } as const;
    expect(s.core.call({ ...call, sellerId: "ANOBODY" })).toMatchObject({ code: "AccessDenied" });
    s.core.command("updateSeller", { sellerId: s.sellerId, active: false, now: s.now() });
    expect(s.core.call({ ...call, sellerId: s.sellerId })).toMatchObject({ code: "InvalidAccountStatus" });
  });

  test("signs buyers in by e-mail and password", () => {
    const { core, buyer } = shop();
    expect(core.signIn(" Taro.Yamada@Example.com ", buyer.password)?.buyerId).toBe(buyer.buyerId);
    expect(core.signIn(buyer.email, "wrong")).toBeUndefined();
  });

  test("has nothing due but what still means something", () => {
    const s = shop({ quiet: true });
    const order = s.open();
    const { AmazonAuthorizationId } = s.authorize(order);
    s.call("CloseAuthorization", { AmazonAuthorizationId });
    s.call("CloseOrderReference", { AmazonOrderReferenceId: order });
    expect(s.core.nextDue()).toBeUndefined();
  });

  test("tells work under way from lifetimes", () => {
    const s = shop({ quiet: true });
    const order = s.open();
    expect(s.core.nextWorkDue()).toBeUndefined();
    s.authorize(order, 1, { TransactionTimeout: 5 });
    expect(s.core.nextWorkDue()).toBe(start + 30_000);
    s.later(processed);
    expect(s.core.nextWorkDue()).toBeUndefined();
    expect(s.core.nextDue()).toBeGreaterThan(s.now());
  });

  test("begins anew with the same seller after a reset", () => {
    const s = shop();
    const first = s.draft();
    const { accessKey } = s.core.defaultSeller;
    s.core.reset();
    expect(s.core.defaultSeller.accessKey).toBe(accessKey);
    expect(s.core.orderReference(first, s.now())).toBeUndefined();
    const [buyer] = [...s.core.world.buyers.values()];
    const again = s.core.createDraft({
      sellerId: s.sellerId,
      buyerId: buyer?.buyerId ?? "",
      wantsAddress: true,
      now: s.now(),
    });
    expect(again.id).toBe(first);
  });
});
