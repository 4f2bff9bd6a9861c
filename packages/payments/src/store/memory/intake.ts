// Idempotency keys, notices, accounts, merchants and buckets of the memory store.
import { type Clock, days, type Instant, seconds } from "@noren-pay/base";
import { PaymentsError } from "../../errors.ts";
import { type Bucket, emptied, takeFrom } from "../buckets.ts";
import type { AmazonAccount, Change, KeptAnswer, Merchant, NoticeRecord, Store } from "../store.ts";

interface Reserved {
  readonly bodyHash: string;
  readonly reservedUntil: Instant;
  readonly expiresAt: Instant;
  answer: KeptAnswer | undefined;
}

/** How long a request that never answered holds its key: its server may have died. */
const reservationMs = seconds(120);
const keptMs = days(30);

type Keys = Pick<Store, "takeKey" | "keepAnswer" | "forgetKey">;

export function memoryKeys(clock: Pick<Clock, "wall">): Keys & { keepAnswerOf(change: Change): void } {
  const keys = new Map<string, Reserved>();
  const nameOf = (of: { merchantId: string; route: string; key: string }) => `${of.merchantId} ${of.route} ${of.key}`;
  const keep = (name: string, answer: KeptAnswer) => {
    const known = keys.get(name);
    const fresh = { bodyHash: "", reservedUntil: 0, expiresAt: clock.wall() + keptMs, answer };
    if (known !== undefined) known.answer = answer;
    else keys.set(name, fresh);
  };
  return {
    async takeKey({ bodyHash, ...of }) {
      const name = nameOf(of);
      const known = keys.get(name);
      const wall = clock.wall();
      if (known !== undefined && known.expiresAt > wall) {
        if (known.bodyHash !== bodyHash) return { outcome: "otherBody" };
        if (known.answer !== undefined) return { outcome: "answered", answer: known.answer };
        if (known.reservedUntil > wall) return { outcome: "running" };
      }
      keys.set(name, { bodyHash, reservedUntil: wall + reservationMs, expiresAt: wall + keptMs, answer: undefined });
      return { outcome: "new" };
    },
    async keepAnswer({ answer, ...of }) {
      keep(nameOf(of), answer);
    },
    async forgetKey(of) {
      const name = nameOf(of);
      if (keys.get(name)?.answer === undefined) keys.delete(name);
    },
    keepAnswerOf({ order, idempotent }) {
      if (idempotent !== undefined) keep(nameOf({ merchantId: order.merchantId, ...idempotent }), idempotent.answer);
    },
  };
}

export function memoryNotices(): Pick<Store, "keepNotice" | "waitingNotices" | "markNotice"> {
  const notices = new Map<string, NoticeRecord>();
  const waiting = new Map<string, NoticeRecord>();
  const nameOf = (accountId: string | undefined, messageId: string) => `${accountId ?? ""} ${messageId}`;
  return {
    async keepNotice(notice) {
      const name = nameOf(notice.accountId, notice.messageId);
      if (notices.has(name)) return false;
      notices.set(name, notice);
      if (notice.state === "new") waiting.set(name, notice);
      return true;
    },
    async waitingNotices(limit) {
      const first: NoticeRecord[] = [];
      for (const notice of waiting.values()) {
        if (first.length >= limit) break;
        first.push(notice);
      }
      return first;
    },
    async markNotice(messageId, accountId, state) {
      const name = nameOf(accountId, messageId);
      const notice = notices.get(name);
      if (notice === undefined) return;
      notices.set(name, { ...notice, state });
      if (state !== "new") waiting.delete(name);
    },
  };
}

export function memoryBuckets(): Pick<Store, "takeToken" | "emptyBucket"> {
  const buckets = new Map<string, Bucket>();
  return {
    async takeToken({ accountId, call, quota, buyerWaits, now }) {
      const name = `${accountId} ${call}`;
      const token = takeFrom(buckets.get(name), quota, { now, buyerWaits });
      buckets.set(name, token.bucket);
      return token.taken ? { taken: true } : { taken: false, at: token.at };
    },
    async emptyBucket(accountId, call, now) {
      buckets.set(`${accountId} ${call}`, emptied(now));
    },
  };
}

type Tenants = Pick<
  Store,
  | "saveAccount"
  | "account"
  | "accountOfSeller"
  | "saveMerchant"
  | "savePolicy"
  | "merchant"
  | "merchants"
  | "timeOffset"
  | "saveTimeOffset"
>;

export function memoryTenants(): Tenants {
  const accounts = new Map<string, AmazonAccount>();
  const merchants = new Map<string, Merchant>();
  let offset = 0;
  return {
    async saveAccount(account) {
      const known = accounts.get(account.accountId);
      if (known !== undefined && (known.environment !== account.environment || known.region !== account.region))
        throw new PaymentsError("accountFixed", { operation: "saveAccount" });
      accounts.set(account.accountId, account);
    },
    account: async (accountId) => accounts.get(accountId),
    accountOfSeller: async (sellerId, environment) =>
      [...accounts.values()].find((each) => each.sellerId === sellerId && each.environment === environment),
    async saveMerchant(merchant) {
      const { policy } = merchants.get(merchant.merchantId) ?? {};
      merchants.set(merchant.merchantId, { ...merchant, ...(policy && { policy }) });
    },
    async savePolicy(merchantId, policy) {
      const merchant = merchants.get(merchantId);
      if (merchant !== undefined) merchants.set(merchantId, { ...merchant, policy });
    },
    merchant: async (merchantId) => merchants.get(merchantId),
    merchants: async () => [...merchants.values()].sort((a, b) => (a.merchantId < b.merchantId ? -1 : 1)),
    timeOffset: async () => offset,
    async saveTimeOffset(offsetMs) {
      offset = offsetMs;
    },
  };
}
