import { movableClock, seconds, seededRandom, timeOrderedIds, yen } from "@noren-pay/base";
import { describe, expect, test } from "vitest";
import { createPayments } from "./payments.ts";
import { accountOf, merchantOf, noon } from "./store/contract-samples.ts";
import { memoryStore } from "./store/memory.ts";
import type { WorkSettings } from "./work/context.ts";
import { paperAmazon } from "./work/paper-amazon.ts";

const actor = { kind: "shop" } as const;
const input = { amazonOrderReferenceId: "S03-1234567-0000001", sellerOrderId: "A-1", total: yen(10_000) };

/** A service with one merchant. Business time stands still; wall time is moved by `passWall`. */
async function service(settings: Partial<WorkSettings> = {}) {
  const moved = movableClock({ start: noon, frozen: true });
  let wall = noon;
  const clock = {
    ...moved,
    wall: () => wall,
    set: moved.set,
    sleep: async (ms: number, signal?: AbortSignal) => {
      if (signal !== undefined)
        return new Promise<void>((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
      wall += ms;
    },
  };
  const store = memoryStore({ clock });
  await store.saveAccount(accountOf("a"));
  for (const id of ["m1", "m2"]) await store.saveMerchant(merchantOf(id, "a"));
  const amazon = paperAmazon();
  const ids = timeOrderedIds(clock, seededRandom("payments"));
  const errors: unknown[] = [];
  const make = () =>
    createPayments({ store, gatewayOf: () => amazon, clock, ids, settings, onError: (error) => errors.push(error) });
  const time = { ...moved, ...clock, now: () => moved.now() };
  return {
    payments: make(),
    another: make,
    store,
    amazon,
    errors,
    clock: time as typeof moved,
    passWall: (ms: number) => {
      wall += ms;
    },
  };
}

describe("placing an order", () => {
  test("for a buyer who waits is answered when the money is reserved", async () => {
    const { payments, amazon, store } = await service();
    const placed = await payments.place("m1", input, { actor, wait: true });
    expect(placed).toMatchObject({ created: true, nextStep: "shipIt" });
    expect(amazon.calls).toEqual(["setDetails", "confirm", "authorize"]);
    const timeline = await store.timeline(placed.order);
    expect(timeline.filter((row) => row.type === "callAnswered")).toHaveLength(3);
  });

  test("for nobody who waits is answered at once, and a worker does it", async () => {
    const { payments, amazon } = await service();
    expect(await payments.place("m1", input, { actor })).toMatchObject({ nextStep: "waitForAmazon" });
    expect(amazon.calls).toEqual([]);
    await payments.work.runOnce();
    expect((await payments.place("m1", input, { actor })).nextStep).toBe("shipIt");
  });

  test("twice, at once or later, makes one order and one authorization", async () => {
    const { payments, amazon } = await service();
    const both = await Promise.all([1, 2].map(() => payments.place("m1", input, { actor, wait: true })));
    expect(both.map((each) => each.created).sort()).toEqual([false, true]);
    expect(new Set(both.map((each) => each.order.orderId)).size).toBe(1);
    expect(amazon.calls.filter((call) => call === "authorize")).toHaveLength(1);
  });

  test("by another merchant with the same order reference is refused", async () => {
    const { payments } = await service();
    await payments.place("m1", input, { actor });
    await expect(payments.place("m2", input, { actor })).rejects.toMatchObject({ code: "orderReferenceTaken" });
    await expect(payments.place("m9", input, { actor })).rejects.toMatchObject({ code: "merchantUnknown" });
    const free = { ...input, total: yen(0) };
    await expect(payments.place("m1", free, { actor })).rejects.toMatchObject({
      code: "amountNotPositive",
      field: "total",
    });
  });
});

describe("a call without an answer", () => {
  test("that took effect is found by the same call, and nothing is made twice", async () => {
    const { payments, amazon } = await service();
    amazon.script.set("authorize", ["lostAfter", "lostBefore"]);
    const placed = await payments.place("m1", input, { actor, wait: true });
    expect(amazon.calls.filter((call) => call === "authorize").length).toBeGreaterThanOrEqual(2);
    expect(placed.order.authorizations).toHaveLength(1);
    expect(amazon.made.size).toBe(1);
  });

  test("that was a confirmation is read first", async () => {
    const { payments, amazon } = await service();
    amazon.script.set("confirm", ["lostAfter"]);
    const placed = await payments.place("m1", input, { actor, wait: true });
    expect(placed.nextStep).toBe("shipIt");
    expect(amazon.calls).toEqual(["setDetails", "confirm", "readOrderReference", "authorize"]);
  });

  test("by a process that died is made again by another when the lease is over", async () => {
    const { payments, another, amazon, passWall, store } = await service({ leaseMs: 60_000, callMsMax: 20_000 });
    amazon.script.set("authorize", ["hangs"]);
    const { order } = await payments.place("m1", input, { actor });
    void payments.work.runOnce();
    await new Promise((resolve) => setImmediate(resolve));
    const next = another();
    await next.work.runOnce();
    expect((await store.order(order))?.authorizations[0]?.state).toBe("Asked");
    passWall(60_001);
    await next.work.runOnce();
    expect((await store.order(order))?.authorizations[0]?.state).toBe("Open");
    expect(amazon.made.size).toBe(1);
  });

  test("by a gateway that throws is unknown, and is told", async () => {
    const { payments, amazon, errors } = await service();
    const { perform } = amazon;
    amazon.perform = async (intent, at) => {
      amazon.perform = perform;
      await perform(intent, at);
      throw new Error("broken");
    };
    expect((await payments.place("m1", input, { actor, wait: true })).nextStep).toBe("shipIt");
    expect(errors).toHaveLength(1);
  });
});

describe("quota", () => {
  test("a call without a token waits in business time", async () => {
    const { payments, clock, store, amazon } = await service();
    for (let n = 1; n <= 3; n++)
      await payments.place("m1", { ...input, amazonOrderReferenceId: `S03-1234567-000000${n}` }, { actor });
    await payments.work.runOnce();
    expect(amazon.calls.filter((call) => call === "setDetails")).toHaveLength(2);
    expect(await store.nextDue()).toBe(noon + seconds(2));
    clock.set(noon + seconds(2));
    await payments.work.runOnce();
    expect(amazon.calls.filter((call) => call === "setDetails")).toHaveLength(3);
  });

  test("a real throttle empties the bucket", async () => {
    const { payments, amazon, store } = await service();
    amazon.script.set("setDetails", ["throttled"]);
    await payments.place("m1", input, { actor });
    await payments.work.runOnce();
    const { accountId } = accountOf("a");
    const quota = { burst: 2, perSecond: 0.5 };
    expect(await store.takeToken({ accountId, call: "setDetails", quota, buyerWaits: true, now: noon })).toEqual({
      taken: false,
      at: noon + seconds(2),
    });
  });
});

describe("commands", () => {
  test("ship, and give a part back", async () => {
    const { payments, store } = await service();
    const { order } = await payments.place("m1", input, { actor, wait: true });
    const shipped = await payments.command(order, { kind: "ship", shipmentId: "1".repeat(32) }, { actor, wait: true });
    expect(shipped.nextStep).toBe("nothing");
    const refund = { kind: "refund", refundId: "2".repeat(32), amount: yen(500) } as const;
    const refunded = await payments.command(order, refund, { actor, wait: true });
    expect(refunded.order.refunds[0]?.state).toBe("Pending");
    expect((await store.entries(order)).map((each) => each.cause)).toEqual(["capture"]);
  });

  test("on an order nobody knows, or another merchant's, are refused", async () => {
    const { payments } = await service();
    const { order } = await payments.place("m1", input, { actor, wait: true });
    const foreign = { merchantId: "m2", orderId: order.orderId };
    await expect(payments.command(foreign, { kind: "cancel" }, { actor })).rejects.toMatchObject({
      code: "orderUnknown",
    });
  });

  test("that are refused leave no trace", async () => {
    const { payments, store } = await service();
    const { order } = await payments.place("m1", input, { actor, wait: true });
    const before = await store.timeline(order);
    const tooMuch = { kind: "ship", shipmentId: "1".repeat(32), amount: yen(10_001) } as const;
    await expect(payments.command(order, tooMuch, { actor })).rejects.toMatchObject({
      code: "overAuthorized",
      limit: yen(10_000),
    });
    expect(await store.timeline(order)).toEqual(before);
  });
});

describe("notices", () => {
  const notice = (messageId: string, amazonId: string) => ({
    accountId: accountOf("a").accountId,
    messageId,
    raw: "{}",
    notificationType: "OrderReferenceNotification",
    sellerId: accountOf("a").sellerId,
    amazonId,
    says: { kind: "OrderReference", amazonId, state: "Canceled", constraints: [], authorizationIds: [] } as const,
  });

  test("are stored once, and the object they speak of is read before it is believed", async () => {
    const { payments, amazon, store } = await service();
    const { order } = await payments.place("m1", input, { actor, wait: true });
    await payments.work.runOnce();
    amazon.calls.length = 0;
    expect(await payments.takeNotice(notice("n1", input.amazonOrderReferenceId))).toBe(true);
    expect(await payments.takeNotice(notice("n1", input.amazonOrderReferenceId))).toBe(false);
    await payments.work.runOnce();
    expect(amazon.calls).toEqual(["readOrderReference"]);
    expect((await store.order(order))?.orderReference.state).toBe("Open");
  });

  test("of orders and sellers nobody knows go to the quarantine, and the rest goes on", async () => {
    const { payments, store } = await service();
    await payments.takeNotice(notice("n1", "S03-9999999-9999999"));
    await payments.takeNotice({ ...notice("n2", input.amazonOrderReferenceId), accountId: undefined });
    expect(await payments.applyWaitingNotices()).toBe(2);
    expect(await store.waitingNotices(10)).toEqual([]);
  });
});

test("as a side of a drive the service stops at each instant at which something is due", async () => {
  const { payments, clock, store, amazon } = await service();
  amazon.script.set("setDetails", ["throttled"]);
  const { order } = await payments.place("m1", input, { actor });
  const side = payments.timeSide(clock);
  await side.idle();
  expect(await side.nextDue()).toBe(noon + seconds(2));
  await side.advanceTo(noon + seconds(2));
  await side.idle();
  expect((await store.order(order))?.authorizations[0]?.state).toBe("Open");
  expect(await store.timeOffset()).not.toBe(0);
});

test("a worker in the background does what comes, and stops when it is told", async () => {
  const { payments, store } = await service({ idlePollMs: 10 });
  payments.work.start();
  const { order } = await payments.place("m1", input, { actor });
  await expect.poll(async () => (await store.order(order))?.authorizations[0]?.state).toBe("Open");
  await payments.work.stop();
});
