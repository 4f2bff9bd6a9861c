import { days } from "@noren-pay/base";
import { expect } from "vitest";
import { accountOf, changeOf, merchantOf, noon, orderOf } from "../contract-samples.ts";
import type { NoticeRecord } from "../store.ts";
import type { WithStore } from "./under-test.ts";

export function intakeContract(withStore: WithStore): void {
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
