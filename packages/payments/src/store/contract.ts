// What every store must do. Both stores run this suite in their own tests; it is no part of the package's exports at
// run time, only of its tests.
import { days, seconds, yen } from "@noren-pay/base";
import { describe, expect, test } from "vitest";
import type { OrderEvent } from "../model/change.ts";
import { brokenAt } from "../model/hash.ts";
import type { Order } from "../model/order.ts";
import { accountOf, changeOf, keyOf, merchantOf, noon, orderOf } from "./contract-samples.ts";
import type { Change, NoticeRecord, Store } from "./store.ts";

/** A fresh, empty store. `passWall` lets wall time pass as the store sees it (leases), by waiting or by its clock. */
export interface StoreUnderTest {
  readonly store: Store;
  passWall(ms: number): Promise<void>;
}
export type MakeStore = () => Promise<StoreUnderTest>;

/** Runs the suite. `makeStore` is called once per test; the suite closes what it gets. */
export function storeContract(name: string, makeStore: MakeStore): void {
  const withStore = (title: string, run: (under: StoreUnderTest) => Promise<void>) =>
    test(title, async () => {
      const under = await makeStore();
      try {
        await under.store.saveAccount(accountOf("a"));
        await under.store.saveAccount(accountOf("b"));
        for (const id of ["m1", "m2"]) await under.store.saveMerchant(merchantOf(id, "a"));
        await run(under);
      } finally {
        await under.store.close();
      }
    });
  describe(`${name}: orders`, () => ordersContract(withStore));
  describe(`${name}: work`, () => workContract(withStore));
  describe(`${name}: the intake`, () => intakeContract(withStore));
}

type WithStore = (title: string, run: (under: StoreUnderTest) => Promise<void>) => void;
const said = (type: string, data: OrderEvent["data"] = {}): OrderEvent => ({ type, at: noon, data });
const apply = (next: (order: Order) => Change | undefined) => (order: Order) => ({
  change: next(order),
  result: order,
});

function ordersContract(withStore: WithStore): void {
  withStore("an order is made once, and the stored one is given back", async ({ store }) => {
    const first = await store.create(changeOf(orderOf("m1", 1)));
    expect(first).toMatchObject({ created: true, order: { orderId: orderOf("m1", 1).orderId } });
    const again = await store.create(changeOf({ ...orderOf("m1", 1), total: yen(1) }));
    expect(again).toMatchObject({ created: false, order: { total: orderOf("m1", 1).total } });
  });

  withStore("an order reference belongs to one order of its account", async ({ store }) => {
    const one = orderOf("m1", 1);
    await store.create(changeOf(one));
    const sameReference = { ...orderOf("m1", 2), amazonOrderReferenceId: one.amazonOrderReferenceId };
    expect(await store.create(changeOf(sameReference))).toMatchObject({
      created: false,
      order: { orderId: one.orderId },
    });
    const otherAccount = {
      ...sameReference,
      account: { ...sameReference.account, accountId: accountOf("b").accountId },
    };
    expect(await store.create(changeOf(otherAccount))).toMatchObject({ created: true });
  });

  withStore("two makers of one order at the same moment make one", async ({ store }) => {
    const made = await Promise.all([1, 2, 3, 4].map(() => store.create(changeOf(orderOf("m1", 1)))));
    expect(made.filter((each) => each.created)).toHaveLength(1);
  });

  withStore("changes of one order at the same moment are applied one after the other", async ({ store }) => {
    const order = orderOf("m1", 1);
    await store.create(changeOf({ ...order, attempts: 0 }));
    const addOne = apply((now) =>
      changeOf({ ...now, attempts: now.attempts + 1 }, [said("added", { to: now.attempts + 1 })]),
    );
    await Promise.all(Array.from({ length: 20 }, () => store.change(keyOf(order), addOne)));
    expect((await store.order(keyOf(order)))?.attempts).toBe(20);
    const timeline = await store.timeline(keyOf(order));
    expect(timeline.map((row) => row.sequence)).toEqual(timeline.map((_, index) => index + 1));
    expect(brokenAt(keyOf(order), timeline)).toBeUndefined();
  });

  withStore("a change of an unknown order, or of another merchant's, gives nothing", async ({ store }) => {
    await store.create(changeOf(orderOf("m1", 1)));
    const foreign = { ...keyOf(orderOf("m1", 1)), merchantId: "m2" };
    expect(
      await store.change(
        foreign,
        apply(() => undefined),
      ),
    ).toBeUndefined();
    expect(await store.order(foreign)).toBeUndefined();
  });

  withStore("an order comes back as it was written, in every field", async ({ store }) => {
    const { buyer: _, ...order } = { ...orderOf("m1", 1), sellerNote: "のし紙付き", storeName: "暖簾堂" };
    await store.create(changeOf(order));
    expect(JSON.parse(JSON.stringify(await store.order(keyOf(order))))).toEqual(JSON.parse(JSON.stringify(order)));
  });

  withStore("the timeline is chained from the first row", async ({ store }) => {
    const order = orderOf("m1", 1);
    await store.create(
      changeOf(order, [said("orderCreated", { total: order.total }), said("noted", { 語: "ノート" })]),
    );
    await store.change(
      keyOf(order),
      apply((now) => changeOf(now, [said("noted", { n: 1.5, none: undefined })])),
    );
    const rows = await store.timeline(keyOf(order));
    expect(rows.map((row) => row.type)).toEqual(["orderCreated", "noted", "noted"]);
    expect(brokenAt(keyOf(order), rows)).toBeUndefined();
    expect(brokenAt(keyOf(order), [rows[0]!, { ...rows[1]!, data: { 語: "他" } }, rows[2]!])).toBe(2);
    expect(brokenAt(keyOf(orderOf("m1", 2)), rows)).toBe(1);
  });

  withStore("a ledger entry is booked once, however often it is written", async ({ store }) => {
    const order = orderOf("m1", 1);
    const entry = {
      id: "e".repeat(32),
      at: noon,
      cause: "capture" as const,
      objectId: "c".repeat(32),
      lines: [
        { account: "amazonBalance" as const, amount: yen(100) },
        { account: "sales" as const, amount: yen(-100) },
      ],
    };
    await store.create({ ...changeOf(order), entries: [entry] });
    await store.change(
      keyOf(order),
      apply((now) => ({ ...changeOf(now), entries: [entry] })),
    );
    expect(await store.entries(keyOf(order))).toEqual([entry]);
  });

  withStore("an entry that does not balance writes nothing", async ({ store }) => {
    const order = orderOf("m1", 1);
    const lines = [{ account: "sales" as const, amount: yen(5) }];
    const entry = { id: "e".repeat(32), at: noon, cause: "fee" as const, objectId: order.orderId, lines };
    await store.create(changeOf(order));
    const wrong = apply((now) => ({ ...changeOf({ ...now, attempts: 7 }), entries: [entry] }));
    await expect(store.change(keyOf(order), wrong)).rejects.toThrow();
    expect(await store.entries(keyOf(order))).toEqual([]);
  });

  withStore(
    "the buyer's data is kept apart from the order and stays when a change leaves it out",
    async ({ store }) => {
      const order = orderOf("m1", 1);
      await store.create(changeOf(order));
      const buyer = { name: "山田 太郎", email: "Taro@example.jp", phone: "03-1234-5678" };
      await store.change(
        keyOf(order),
        apply((now) => changeOf({ ...now, buyer })),
      );
      await store.change(
        keyOf(order),
        apply((now) => changeOf(now)),
      );
      expect(await store.personalData(keyOf(order))).toMatchObject(buyer);
      expect((await store.order(keyOf(order)))?.buyer).toBeUndefined();
      for (const search of ["山田", "taro@example.jp", "0312345678"])
        expect((await store.orders("m1", { limit: 10, search })).items, search).toHaveLength(1);
      for (const search of ["山本", "taro@example", "031234567"])
        expect((await store.orders("m1", { limit: 10, search })).items, search).toHaveLength(0);
      expect((await store.orders("m2", { limit: 10, search: "山田" })).items).toHaveLength(0);
    },
  );

  withStore("orders come newest first, page by page, each once", async ({ store }) => {
    for (const n of [3, 1, 5, 2, 4]) await store.create(changeOf(orderOf("m1", n)));
    await store.create(changeOf(orderOf("m2", 9)));
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await store.orders("m1", { limit: 2, ...(cursor && { cursor }) });
      seen.push(...page.items.map((order) => order.sellerOrderId));
      cursor = page.nextCursor;
    } while (cursor !== undefined && seen.length < 20);
    expect(seen).toEqual([5, 4, 3, 2, 1].map((n) => orderOf("m1", n).sellerOrderId));
  });

  withStore("orders are found by the shop's number and by state", async ({ store }) => {
    for (const n of [1, 2]) await store.create(changeOf(orderOf("m1", n)));
    const two = orderOf("m1", 2);
    await store.change(
      keyOf(two),
      apply((now) => changeOf({ ...now, orderReference: { ...now.orderReference, state: "Open" } })),
    );
    const bySeller = await store.orders("m1", { limit: 10, sellerOrderId: two.sellerOrderId });
    expect(bySeller.items.map((order) => order.orderId)).toEqual([two.orderId]);
    expect((await store.orders("m1", { limit: 10, orderReferenceState: "Open" })).items).toHaveLength(1);
  });

  withStore(
    "an order is found by Amazon's id of anything that belongs to it, within its account",
    async ({ store }) => {
      const order = orderOf("m1", 1);
      await store.create(changeOf(order));
      const authorizationId = `${order.amazonOrderReferenceId}-A000001`;
      const authorization = {
        id: "f".repeat(32),
        amazonId: authorizationId,
        state: "Open" as const,
        amount: order.total,
        capturedAmount: yen(0),
        mode: "sync" as const,
        captureNow: false,
        createdAt: noon,
        expiresAt: noon + days(2),
      };
      await store.change(
        keyOf(order),
        apply((now) => changeOf({ ...now, authorizations: [authorization] })),
      );
      const { accountId } = order.account;
      expect(await store.orderOfAmazonId(accountId, order.amazonOrderReferenceId)).toEqual(keyOf(order));
      expect(await store.orderOfAmazonId(accountId, authorizationId)).toEqual(keyOf(order));
      expect(await store.orderOfAmazonId(accountOf("b").accountId, authorizationId)).toBeUndefined();
    },
  );
}

function workContract(withStore: WithStore): void {
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

function intakeContract(withStore: WithStore): void {
  const at = { merchantId: "m1", route: "POST /v1/orders", key: "k-1" };
  const answer = { status: 201, body: { ok: true, 名: "暖簾" } };

  withStore("an idempotency key runs once and then gives its answer", async ({ store }) => {
    const taken = await Promise.all([1, 2, 3].map(() => store.takeKey({ ...at, bodyHash: "x" })));
    expect(taken.map((each) => each.outcome).sort()).toEqual(["new", "running", "running"]);
    await store.keepAnswer({ ...at, answer });
    expect(await store.takeKey({ ...at, bodyHash: "x" })).toEqual({ outcome: "answered", answer });
    expect(await store.takeKey({ ...at, bodyHash: "y" })).toEqual({ outcome: "otherBody" });
    expect(await store.takeKey({ ...at, merchantId: "m2", bodyHash: "y" })).toEqual({ outcome: "new" });
    expect(await store.takeKey({ ...at, route: "POST /v1/refunds", bodyHash: "y" })).toEqual({ outcome: "new" });
  });

  withStore("a key that was given up can be taken again", async ({ store }) => {
    await store.takeKey({ ...at, bodyHash: "x" });
    await store.forgetKey(at);
    expect(await store.takeKey({ ...at, bodyHash: "z" })).toEqual({ outcome: "new" });
  });

  withStore("an answer can be kept in the change it belongs to", async ({ store }) => {
    await store.takeKey({ ...at, bodyHash: "x" });
    await store.create({ ...changeOf(orderOf("m1", 1)), idempotent: { route: at.route, key: at.key, answer } });
    expect(await store.takeKey({ ...at, bodyHash: "x" })).toEqual({ outcome: "answered", answer });
  });

  const notice = (n: number, more: Partial<NoticeRecord> = {}): NoticeRecord => ({
    accountId: accountOf("a").accountId,
    messageId: `message-${n}`,
    receivedAt: noon + n,
    raw: `{"n":${n}}`,
    notificationType: "PaymentRefund",
    sellerId: accountOf("a").sellerId,
    amazonId: "S03-0000000-0000001-R000001",
    says: undefined,
    state: "new",
    ...more,
  });

  withStore("a notice is kept once and waits until it is marked", async ({ store }) => {
    expect(await store.keepNotice(notice(1))).toBe(true);
    expect(await store.keepNotice(notice(1, { raw: "other" }))).toBe(false);
    await store.keepNotice(notice(2, { state: "sample" }));
    await store.keepNotice(notice(3));
    const waiting = await store.waitingNotices(10);
    expect(waiting.map((each) => each.messageId)).toEqual(["message-1", "message-3"]);
    expect(waiting[0]).toMatchObject({ raw: '{"n":1}', amazonId: notice(1).amazonId });
    await store.markNotice("message-1", notice(1).accountId, "applied");
    expect((await store.waitingNotices(10)).map((each) => each.messageId)).toEqual(["message-3"]);
    expect(await store.keepNotice(notice(1))).toBe(false);
  });

  withStore("a notice keeps what it says, and one of an unknown seller is kept too", async ({ store }) => {
    const says = {
      kind: "OrderReference" as const,
      amazonId: "S03-0000000-0000001",
      state: "Open" as const,
      constraints: [],
      authorizationIds: [],
    };
    await store.keepNotice(notice(1, { says, accountId: undefined }));
    expect((await store.waitingNotices(1))[0]).toMatchObject({ says, accountId: undefined });
    await store.markNotice("message-1", undefined, "quarantined");
    expect(await store.waitingNotices(1)).toEqual([]);
  });

  withStore("accounts and merchants come back as they were saved", async ({ store }) => {
    expect(await store.account(accountOf("a").accountId)).toEqual(accountOf("a"));
    expect(await store.accountOfSeller(accountOf("a").sellerId, "Sandbox")).toEqual(accountOf("a"));
    expect(await store.accountOfSeller(accountOf("a").sellerId, "Live")).toBeUndefined();
    expect(await store.merchant("m1")).toEqual(merchantOf("m1", "a"));
    expect((await store.merchants()).map((each) => each.merchantId)).toEqual(["m1", "m2"]);
    await store.saveMerchant({ ...merchantOf("m1", "a"), name: "別の店" });
    expect((await store.merchant("m1"))?.name).toBe("別の店");
  });

  withStore("an account never changes its environment or region", async ({ store }) => {
    await expect(store.saveAccount({ ...accountOf("a"), environment: "Live" })).rejects.toThrow();
    expect((await store.account(accountOf("a").accountId))?.environment).toBe("Sandbox");
  });

  withStore("the offset of business time is one value", async ({ store }) => {
    expect(await store.timeOffset()).toBe(0);
    await store.saveTimeOffset(days(7));
    expect(await store.timeOffset()).toBe(days(7));
  });
}
