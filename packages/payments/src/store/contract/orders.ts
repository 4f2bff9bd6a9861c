import { days, yen } from "@noren-pay/base";
import { expect } from "vitest";
import { brokenAt } from "../../model/hash.ts";
import { accountOf, changeOf, keyOf, noon, orderOf } from "../contract-samples.ts";
import { apply, said, type WithStore } from "./under-test.ts";

export function ordersContract(withStore: WithStore): void {
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
