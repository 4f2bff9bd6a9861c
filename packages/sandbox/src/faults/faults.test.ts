import { yen } from "@noren-pay/base";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Sandbox } from "../start-sandbox.ts";
import { admin, quickSandbox, signedCall } from "../testing/wire.ts";
import { Faults } from "./faults.ts";

let sandbox: Sandbox;
let order: string;
beforeEach(async () => {
  sandbox = await quickSandbox();
  order = (await admin(sandbox, "POST", "/order-references", {})).body.amazonOrderReferenceId;
});
afterEach(() => sandbox.close());

const set = async () => {
  const request = { AmazonOrderReferenceId: order, OrderReferenceAttributes: { OrderTotal: yen(1_000) } };
  const answer = await signedCall(sandbox, "SetOrderReferenceDetails", request).catch(() => undefined);
  return answer ? `${answer.status} ${answer.code ?? "done"}` : "no answer";
};
const faults = async () => (await admin(sandbox, "GET", "/faults")).body.faults;
const hasEffect = () => sandbox.core.world.orderReferences.get(order)?.orderTotal !== undefined;

describe("a fault", () => {
  const cases: [fault: object, answer: string, effect: boolean][] = [
    [{ kind: "refuse" }, "500 InternalServerError", false],
    [{ kind: "refuse", code: "ServiceUnavailable" }, "503 ServiceUnavailable", false],
    [{ kind: "refuse", code: "InvalidAccountStatus", status: 418 }, "418 InvalidAccountStatus", false],
    [{ kind: "refuse", effect: true }, "500 InternalServerError", true],
    [{ kind: "throttle" }, "503 RequestThrottled", false],
    [{ kind: "internalError" }, "500 InternalServerError", false],
    [{ kind: "internalError", effect: true }, "500 InternalServerError", true],
    [{ kind: "unavailable" }, "503 ServiceUnavailable", false],
    [{ kind: "garbled" }, "503 done", true],
    [{ kind: "garbled", content: "html", effect: false }, "503 done", false],
    [{ kind: "garbled", content: "text", status: 504 }, "504 done", true],
    [{ kind: "garbled", content: "empty" }, "200 done", true],
    [{ kind: "garbled", content: "truncated" }, "200 done", true],
    [{ kind: "resetBefore" }, "no answer", false],
    [{ kind: "resetAfter" }, "no answer", true],
    [{ kind: "answerLost" }, "no answer", true],
    [{ kind: "slow", ms: 20 }, "200 done", true],
  ];
  for (const [fault, answer, effect] of cases) {
    test(`${JSON.stringify(fault)} gives ${answer}, ${effect ? "after" : "without"} the effect, once`, async () => {
      expect((await admin(sandbox, "POST", "/faults", fault)).status).toBe(201);
      expect(await set()).toBe(answer);
      expect(hasEffect()).toBe(effect);
      expect(await faults()).toMatchObject([{ ...fault, fired: 1, remaining: 0 }]);
      expect(await set()).toBe("200 done");
    });
  }

  test("befalls only the operation and seller it names, as often as it says", async () => {
    await admin(sandbox, "POST", "/faults", { kind: "throttle", operation: "Authorize" });
    await admin(sandbox, "POST", "/faults", { kind: "throttle", sellerId: "ASOMEBODYELSE" });
    await admin(sandbox, "POST", "/faults", { kind: "refuse", operation: "SetOrderReferenceDetails", count: 2 });
    expect([await set(), await set(), await set()]).toEqual([
      "500 InternalServerError",
      "500 InternalServerError",
      "200 done",
    ]);
  });

  test("can be taken back, alone or with all others", async () => {
    for (const kind of ["throttle", "unavailable"]) await admin(sandbox, "POST", "/faults", { kind, count: null });
    expect(await set()).toBe("503 RequestThrottled");
    await admin(sandbox, "DELETE", "/faults/fault-1");
    expect(await set()).toBe("503 ServiceUnavailable");
    await admin(sandbox, "DELETE", "/faults");
    expect(await set()).toBe("200 done");
    expect((await admin(sandbox, "DELETE", "/faults/fault-1")).status).toBe(404);
  });

  test("that has no number goes on until it is taken back, and says how often it struck", async () => {
    await admin(sandbox, "POST", "/faults", { kind: "throttle", count: null });
    for (let i = 0; i < 3; i++) expect(await set()).toBe("503 RequestThrottled");
    expect(await faults()).toMatchObject([{ fired: 3, count: null, remaining: null }]);
  });

  test("can let the first calls pass", async () => {
    await admin(sandbox, "POST", "/faults", { kind: "throttle", skip: 2 });
    expect([await set(), await set(), await set(), await set()].map((each) => each.slice(0, 3))).toEqual([
      "200",
      "200",
      "503",
      "200",
    ]);
  });

  const chosen: [title: string, fault: object, strikes: boolean][] = [
    ["by the order reference", { orderReferenceId: "ORDER" }, true],
    ["by another order reference", { orderReferenceId: "S03-0000000-0000001" }, false],
    ["by a parameter", { parameters: { "OrderReferenceAttributes.OrderTotal.Amount": "1000" } }, true],
    ["by a parameter of another value", { parameters: { "OrderReferenceAttributes.OrderTotal.Amount": "999" } }, false],
    ["by a reference id it does not have", { referenceId: "a-1" }, false],
    ["by the environment", { environment: "Sandbox" }, true],
    ["by the other environment", { environment: "Live" }, false],
  ];
  for (const [title, choice, strikes] of chosen) {
    test(`chosen ${title} ${strikes ? "strikes" : "passes by"}`, async () => {
      const named = Object.fromEntries(
        Object.entries(choice).map(([name, value]) => [name, value === "ORDER" ? order : value]),
      );
      await admin(sandbox, "POST", "/faults", { kind: "throttle", ...named });
      expect(await set()).toBe(strikes ? "503 RequestThrottled" : "200 done");
    });
  }

  test("finds a transaction by the merchant's reference id, and an order by what hangs on it", () => {
    const rules = new Faults("seed");
    const call = (parameters: Record<string, string>) => ({
      operation: "Capture",
      sellerId: "A1",
      environment: "Sandbox" as const,
      parameters: new Map(Object.entries(parameters)),
    });
    rules.add({ kind: "throttle", count: 1, referenceId: "c-1" });
    rules.add({ kind: "slow", count: 1, orderReferenceId: "S03-1-1" });
    expect(rules.strike(call({ CaptureReferenceId: "c-2", AmazonAuthorizationId: "S03-1-10-A1" }))).toBeUndefined();
    expect(rules.strike(call({ CaptureReferenceId: "c-1" }))?.kind).toBe("throttle");
    expect(rules.strike(call({ AmazonAuthorizationId: "S03-1-1-A1" }))?.kind).toBe("slow");
  });

  test("by chance is the same from the same seed, and about as frequent as it says", () => {
    const struck = (seed: string) => {
      const rules = new Faults(seed);
      rules.add({ kind: "throttle", count: null, probability: 0.3 });
      const call = { operation: "Capture", sellerId: "A1", environment: "Sandbox" as const, parameters: new Map() };
      return Array.from({ length: 1_000 }, () => (rules.strike(call) ? "x" : ".")).join("");
    };
    expect(struck("one")).toBe(struck("one"));
    expect(struck("one")).not.toBe(struck("two"));
    const count = struck("one").replaceAll(".", "").length;
    expect(count).toBeGreaterThan(230);
    expect(count).toBeLessThan(370);
  });

  test("that chance passes by leaves the call to the next rule", () => {
    const rules = new Faults("seed");
    rules.add({ kind: "throttle", count: null, probability: 0 });
    rules.add({ kind: "slow", count: null });
    const call = { operation: "Capture", sellerId: "A1", environment: "Sandbox" as const, parameters: new Map() };
    expect(rules.strike(call)?.kind).toBe("slow");
  });
});
