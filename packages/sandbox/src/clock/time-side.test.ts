import { days, drive, hours, minutes, seconds, type TimeSide } from "@noren-pay/base";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Sandbox } from "../start-sandbox.ts";
import { admin, quickSandbox, signedCall } from "../testing/wire.ts";

let sandbox: Sandbox;
const start = Date.UTC(2026, 3, 1);
beforeEach(async () => {
  sandbox = await quickSandbox({ start });
});
afterEach(() => sandbox.close());

const clock = async () => (await admin(sandbox, "GET", "/clock")).body;
async function authorized(TransactionTimeout: number): Promise<string> {
  const id = {
    AmazonOrderReferenceId: (await admin(sandbox, "POST", "/order-references", {})).body.amazonOrderReferenceId,
  };
  const OrderTotal = { amount: 100, currencyCode: "JPY" as const };
  await signedCall(sandbox, "SetOrderReferenceDetails", { ...id, OrderReferenceAttributes: { OrderTotal } });
  await signedCall(sandbox, "ConfirmOrderReference", id);
  const money = {
    AuthorizationReferenceId: `a${sandbox.core.world.authorizations.size}`,
    AuthorizationAmount: OrderTotal,
  };
  await signedCall(sandbox, "Authorize", { ...id, ...money, TransactionTimeout });
  return id.AmazonOrderReferenceId;
}
const authorizations = () =>
  [...sandbox.core.world.authorizations.values()].map(({ state, reasonCode, updatedAt }) => ({
    state: reasonCode ?? state,
    at: updatedAt - start,
  }));

describe("the test clock", () => {
  test("stands still while frozen, and says when something is next due", async () => {
    await authorized(5);
    expect(await clock()).toMatchObject({ now: start, frozen: true, nextDue: start + seconds(30) });
  });

  test("lets everything on the way happen at its own time", async () => {
    await authorized(5);
    await admin(sandbox, "POST", "/clock/advance", { ms: days(3) });
    expect(authorizations()).toEqual([{ state: "ExpiredUnused", at: days(2) }]);
    expect((await clock()).now).toBe(start + days(3));
  });

  test("advances to an instant, as a number or a text, and never back", async () => {
    await admin(sandbox, "POST", "/clock/advance", { to: start + hours(1) });
    await admin(sandbox, "POST", "/clock/advance", { to: "2026-04-01T02:00:00Z" });
    expect((await clock()).now).toBe(start + hours(2));
    const back = await admin(sandbox, "POST", "/clock/advance", { to: start });
    expect([back.status, back.body.code]).toEqual([400, "TimeOnlyMovesForward"]);
  });

  test("runs until nothing is under way, and not to the end of lifetimes", async () => {
    await authorized(5);
    const done = (await admin(sandbox, "POST", "/clock/run-until-idle")).body;
    expect(done).toMatchObject({ now: start + seconds(30), nextDue: start + days(2) });
    expect(authorizations()).toEqual([{ state: "Open", at: seconds(30) }]);
    expect((await admin(sandbox, "POST", "/clock/run-until-idle")).body.now).toBe(start + seconds(30));
  });

  test("goes on in real time when thawed, from where it stood", async () => {
    await admin(sandbox, "POST", "/clock/thaw");
    const thawed = await clock();
    expect(thawed.frozen).toBe(false);
    expect(thawed.now - start).toBeLessThan(minutes(1));
    expect((await admin(sandbox, "POST", "/clock/freeze")).body.frozen).toBe(true);
  });

  test("does not touch wall time: calls are signed by it after any jump", async () => {
    await admin(sandbox, "POST", "/clock/advance", { ms: days(400) });
    expect((await signedCall(sandbox, "GetServiceStatus", {})).status).toBe(200);
  });

  test("is set to an instant with everything on the way, frozen there or going on, and never back", async () => {
    await authorized(5);
    const set = (body: object) => admin(sandbox, "POST", "/clock/set", body);
    expect((await set({ to: start + days(3), frozen: true })).body).toMatchObject({
      now: start + days(3),
      frozen: true,
    });
    expect(authorizations()).toEqual([{ state: "ExpiredUnused", at: days(2) }]);
    expect((await set({ to: "2026-05-01T00:00:00Z", frozen: false })).body.frozen).toBe(false);
    const back = await set({ to: start });
    expect([back.status, back.body.code]).toEqual([400, "TimeOnlyMovesForward"]);
  });

  test("tells wall time beside business time, and what work is next due beside lifetimes", async () => {
    await authorized(5);
    const read = await clock();
    expect(Math.abs(read.wall - sandbox.clock.wall())).toBeLessThan(minutes(1));
    await admin(sandbox, "POST", "/clock/run-until-idle");
    expect(await clock()).toMatchObject({ nextDue: start + days(2), nextWorkDue: null });
  });

  test("wakes what is due in real time", async () => {
    await admin(sandbox, "PATCH", "/settings", { processingMs: 30 });
    await admin(sandbox, "POST", "/clock/thaw");
    await authorized(5);
    const { core } = sandbox;
    const [id] = core.world.authorizations.keys();
    // The world itself, not a call that would make it happen.
    while (core.world.authorizations.get(id ?? "")?.state === "Pending") await sandbox.clock.sleep(5);
    expect(core.world.authorizations.get(id ?? "")?.state).toBe("Open");
  });
});

describe("as one of two sides", () => {
  test("it stops wherever the other has something to do", async () => {
    await authorized(5);
    const seen: number[] = [];
    let due: number | undefined = start + seconds(10);
    const other: TimeSide = {
      nextDue: async () => due,
      advanceTo: async (to) => {
        seen.push(to - start);
      },
      idle: async () => {
        if (due !== undefined && sandbox.clock.now() >= due)
          due = due < start + seconds(20) ? due + seconds(10) : undefined;
      },
    };
    await drive([sandbox.timeSide(), other], start, start + minutes(1));
    expect(seen).toEqual([seconds(10), seconds(20), seconds(30), minutes(1)]);
    expect(authorizations()).toEqual([{ state: "Open", at: seconds(30) }]);
  });
});
