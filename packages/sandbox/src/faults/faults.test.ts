import { yen } from "@noren-pay/base";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Sandbox } from "../start-sandbox.ts";
import { admin, quickSandbox, signedCall } from "../testing/wire.ts";

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
const hasEffect = () => sandbox.core.world.orderReferences.get(order)?.orderTotal !== undefined;

describe("a fault", () => {
  const cases: [fault: object, answer: string, effect: boolean][] = [
    [{ kind: "refuse" }, "500 InternalServerError", false],
    [{ kind: "refuse", code: "ServiceUnavailable" }, "503 ServiceUnavailable", false],
    [{ kind: "refuse", code: "InvalidAccountStatus", status: 418 }, "418 InvalidAccountStatus", false],
    [{ kind: "throttle" }, "503 RequestThrottled", false],
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
      expect((await admin(sandbox, "GET", "/faults")).body).toEqual({ faults: [] });
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

  test("can be taken back", async () => {
    await admin(sandbox, "POST", "/faults", { kind: "throttle", count: 1_000 });
    await admin(sandbox, "DELETE", "/faults");
    expect(await set()).toBe("200 done");
  });
});
