import { seconds } from "@noren-pay/base";
import { expect } from "vitest";
import type { Order } from "../../model/order.ts";
import { accountOf, changeOf, keyOf, noon, orderOf } from "../contract-samples.ts";
import type { Store } from "../store.ts";
import { apply, type WithStore } from "./under-test.ts";

export function workContract(withStore: WithStore): void {
  const claim = (store: Store, now = noon, limit = 10) => store.claim({ now, limit, leaseMs: 60_000 });
  const due = (merchant: string, n: number, wakeAt: number | undefined, more: Partial<Order> = {}) =>
    changeOf({ ...orderOf(merchant, n), wakeAt, ...more });

  withStore("only orders whose time has come are claimed, and each by one", async ({ store }) => {
    await store.create(due("m1", 1, noon));
    await store.create(due("m1", 2, noon + 1));
    await store.create(due("m1", 3, undefined));
    const claims = (await Promise.all([claim(store), claim(store), claim(store)])).flat();
    expect(claims.map((each) => each.key.orderId)).toEqual([orderOf("m1", 1).orderId]);
    expect(claims[0]?.order.wakeAt).toBe(noon);
    expect(await claim(store, noon + 1)).toHaveLength(1);
  });

  withStore("a buyer who waits comes first, then who has waited longest", async ({ store }) => {
    await store.create(due("m1", 1, noon - 10));
    await store.create(due("m1", 2, noon - 30));
    await store.create(due("m1", 3, noon - 20, { buyerWaits: true }));
    const order: string[] = [];
    for (let i = 0; i < 3; i++) order.push(...(await claim(store, noon, 1)).map((each) => each.order.sellerOrderId));
    expect(order).toEqual([3, 2, 1].map((n) => orderOf("m1", n).sellerOrderId));
  });

  withStore("a merchant with much work does not keep another waiting", async ({ store }) => {
    for (let n = 1; n <= 20; n++) await store.create(due("m1", n, noon - 1_000));
    for (let n = 1; n <= 2; n++) await store.create(due("m2", 50 + n, noon - 1));
    const claims = [...(await claim(store, noon, 2)), ...(await claim(store, noon, 2))];
    expect(claims.filter((each) => each.key.merchantId === "m2").length).toBeGreaterThanOrEqual(1);
  });

  withStore("a leased order is not claimed, and is again when it is released", async ({ store }) => {
    await store.create(due("m1", 1, noon));
    const [mine] = await claim(store);
    expect(await claim(store)).toEqual([]);
    expect(await store.claimOne(mine!.key, 1_000)).toBeUndefined();
    await store.release(mine!);
    expect(await claim(store)).toHaveLength(1);
  });

  withStore(
    "a lease that ran out gives the order to the next, and its token guards nothing any more",
    async ({ store, passWall }) => {
      await store.create(due("m1", 1, noon));
      const [old] = await store.claim({ now: noon, limit: 1, leaseMs: 100 });
      await passWall(150);
      const [next] = await claim(store);
      expect(next?.key).toEqual(old?.key);
      const touch = apply((order) => changeOf({ ...order, attempts: order.attempts + 1 }));
      expect(await store.change(old!.key, touch, { leaseToken: old!.leaseToken })).toBeUndefined();
      expect(await store.change(old!.key, touch, { leaseToken: next!.leaseToken })).toBeDefined();
      await store.release(old!);
      expect(await claim(store)).toEqual([]);
      expect((await store.order(old!.key))?.attempts).toBe(1);
    },
  );

  withStore("an order can be leased while it is made, and whatever its time", async ({ store }) => {
    const made = await store.create(due("m1", 1, noon), { leaseMs: 60_000 });
    expect(made.claim?.order.orderId).toBe(orderOf("m1", 1).orderId);
    expect(await claim(store)).toEqual([]);
    await store.create(due("m1", 2, undefined));
    expect(await store.claimOne(keyOf(orderOf("m1", 2)), 60_000)).toBeDefined();
    expect(await store.claimOne({ merchantId: "m1", orderId: "0".repeat(32) }, 60_000)).toBeUndefined();
  });

  withStore("a change can end its lease; another's token ends nothing", async ({ store }) => {
    await store.create(due("m1", 1, noon));
    const [mine] = await claim(store);
    const releases = (token: string) => (order: Order) => ({ change: changeOf(order), result: true, releases: token });
    await store.change(mine!.key, releases("0".repeat(32)));
    expect(await claim(store)).toEqual([]);
    await store.change(mine!.key, releases(mine!.leaseToken), { leaseToken: mine!.leaseToken });
    expect(await claim(store)).toHaveLength(1);
  });

  withStore("the next due instant counts leased orders and moves with a change", async ({ store }) => {
    expect(await store.nextDue()).toBeUndefined();
    await store.create(due("m1", 1, noon));
    await store.create(due("m2", 2, noon + 5));
    await store.claim({ now: noon, limit: 1, leaseMs: 60_000 });
    expect(await store.nextDue()).toBe(noon);
    await store.change(
      keyOf(orderOf("m1", 1)),
      apply((order) => changeOf({ ...order, wakeAt: noon + 9 })),
    );
    expect(await store.nextDue()).toBe(noon + 5);
    await store.change(
      keyOf(orderOf("m2", 2)),
      apply((order) => changeOf({ ...order, wakeAt: undefined })),
    );
    expect(await store.nextDue()).toBe(noon + 9);
  });

  withStore("tokens run out per account and call and come back with business time", async ({ store }) => {
    const ask = { call: "capture" as const, quota: { burst: 2, perSecond: 0.5 }, buyerWaits: false };
    const take = (now: number, accountId = "a") =>
      store.takeToken({ ...ask, accountId: accountOf(accountId).accountId, now });
    expect(await take(noon)).toEqual({ taken: true });
    expect(await take(noon)).toEqual({ taken: true });
    expect(await take(noon)).toEqual({ taken: false, at: noon + seconds(2) });
    expect(await take(noon, "b")).toEqual({ taken: true });
    expect(await take(noon + seconds(2))).toEqual({ taken: true });
    await store.emptyBucket(accountOf("b").accountId, "capture", noon);
    expect(await take(noon, "b")).toEqual({ taken: false, at: noon + seconds(2) });
  });

  withStore("tokens taken at the same moment are never more than there are", async ({ store }) => {
    const ask = { accountId: accountOf("a").accountId, call: "refund" as const, buyerWaits: false, now: noon };
    const taken = await Promise.all(
      Array.from({ length: 12 }, () => store.takeToken({ ...ask, quota: { burst: 3, perSecond: 0.5 } })),
    );
    expect(taken.filter((each) => each.taken)).toHaveLength(3);
  });
}
