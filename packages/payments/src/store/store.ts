// The store port. A memory store and a Postgres store pass one contract suite (`contract.ts`).
import type { Instant } from "@noren-pay/base";
import type { CallName } from "../gateway.ts";
import type { LedgerEntry, OrderEvent } from "../model/change.ts";
import type { Order } from "../model/order.ts";
import type { Policy } from "../model/policy.ts";
import type { PersonalData, Snapshot } from "../model/snapshots.ts";

export interface OrderKey {
  readonly merchantId: string;
  readonly orderId: string;
}

/** What one transaction writes. Left-out parts stay as they are. */
export interface Change {
  readonly order: Order;
  readonly events: readonly OrderEvent[];
  readonly entries: readonly LedgerEntry[];
  /** The answer kept for an Idempotency-Key that this change belongs to. */
  readonly idempotent?: { readonly route: string; readonly key: string; readonly answer: KeptAnswer } | undefined;
}

export interface KeptAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** A claimed order: nobody else performs or reads for it until the lease ends. */
export interface Claim {
  readonly key: OrderKey;
  readonly leaseToken: string;
  /** The order as it stood when the lease was taken. */
  readonly order: Order;
}

/** Outcome of asking for an Idempotency-Key. */
export type KeyTaken =
  | { readonly outcome: "new" }
  | { readonly outcome: "running" }
  | { readonly outcome: "otherBody" }
  | { readonly outcome: "answered"; readonly answer: KeptAnswer };

export interface TimelineRow extends OrderEvent {
  readonly sequence: number;
  /** Hex SHA-256 over the previous hash and this row. */
  readonly hash: string;
}

export interface Page<T> {
  readonly items: readonly T[];
  readonly nextCursor?: string | undefined;
}

/** A notice as it arrived: kept raw (encrypted) before 200 is answered. */
export interface NoticeRecord {
  readonly accountId: string | undefined;
  readonly messageId: string;
  readonly receivedAt: Instant;
  readonly raw: string;
  readonly notificationType: string;
  readonly sellerId: string;
  /** Amazon's id of the object it speaks of. */
  readonly amazonId: string | undefined;
  /** What the verified notice says of its object; undefined when it speaks of no object we model. */
  readonly says: Snapshot | undefined;
  readonly state: "new" | "applied" | "quarantined" | "sample";
}

export interface Merchant {
  readonly merchantId: string;
  readonly name: string;
  readonly accountId: string;
  /** What it chose beside the defaults; set by `savePolicy`. */
  readonly policy?: Partial<Policy> | undefined;
}

/** `secrets` are encrypted at rest. `environment` and `region` never change. */
export interface AmazonAccount {
  readonly accountId: string;
  readonly sellerId: string;
  readonly region: "jp" | "na" | "de" | "uk";
  readonly environment: "Live" | "Sandbox";
  readonly clientId: string;
  readonly secrets: { readonly accessKey: string; readonly secretKey: string };
  /** Where the account's API is reached; Amazon's own host when undefined. A sandbox's otherwise. */
  readonly endpoint?: { readonly api: string; readonly login: string } | undefined;
  readonly notices: { readonly topicArns: readonly string[]; readonly certificateUrls: readonly string[] };
  readonly authorizationLifetimeMs: number;
}

export interface Store {
  /**
   * Makes the order unless (merchant, order), or (account, order reference), exists; gives the stored one either way. With `leaseMs` a
   * newly made order is leased in the same transaction.
   */
  create(
    change: Change,
    options?: { readonly leaseMs?: number },
  ): Promise<{ readonly created: boolean; readonly order: Order; readonly claim?: Claim | undefined }>;

  /**
   * Applies one change under the order's row lock. `apply` gets the stored order, is pure and fast, and may run again.
   * With `leaseToken`, `apply` runs only while that lease still stands; otherwise, or when there is no such order, the
   * result is undefined. `releases`: a lease that ends with this change, if it still stands; it guards nothing.
   */
  change<T>(
    key: OrderKey,
    apply: (order: Order) => {
      readonly change: Change | undefined;
      readonly result: T;
      readonly releases?: string | undefined;
    },
    options?: { readonly leaseToken?: string },
  ): Promise<T | undefined>;

  order(key: OrderKey): Promise<Order | undefined>;
  /** By the order reference's id, or by the id of any authorization, capture or refund below it that the books know. */
  orderOfAmazonId(accountId: string, amazonId: string): Promise<OrderKey | undefined>;
  /** Newest first (by order id). A cursor is opaque; the last page has none. */
  orders(
    merchantId: string,
    filter: {
      readonly cursor?: string;
      readonly limit: number;
      readonly sellerOrderId?: string;
      readonly orderReferenceState?: string;
      /** Exact e-mail or phone, or part of a name; found through search tokens. */
      readonly search?: string;
    },
  ): Promise<Page<Order>>;
  /** Orders with an authorization that is open, not being captured, and runs out before `before`; the next first. */
  expiring(
    merchantId: string,
    options: { readonly before: Instant; readonly limit: number },
  ): Promise<readonly Order[]>;
  timeline(key: OrderKey): Promise<readonly TimelineRow[]>;
  entries(key: OrderKey): Promise<readonly LedgerEntry[]>;
  personalData(key: OrderKey): Promise<PersonalData | undefined>;

  /**
   * Takes a lease on up to `limit` orders whose `wakeAt` <= `now` and that nobody leases; buyers who wait first, then by
   * `wakeAt`, fair between merchants. Leases are compared with the store's own wall clock.
   */
  claim(options: {
    readonly now: Instant;
    readonly limit: number;
    readonly leaseMs: number;
  }): Promise<readonly Claim[]>;
  /** A lease on one order now, whatever its `wakeAt`; undefined while somebody else holds one. */
  claimOne(key: OrderKey, leaseMs: number): Promise<Claim | undefined>;
  release(claim: Claim): Promise<void>;
  /** The earliest `wakeAt` of any order, leased or not. */
  nextDue(): Promise<Instant | undefined>;

  /** Takes one token, or says when one will be there (business time). A buyer who waits may take the last one. */
  takeToken(options: {
    readonly accountId: string;
    readonly call: CallName;
    readonly quota: { readonly burst: number; readonly perSecond: number };
    readonly buyerWaits: boolean;
    readonly now: Instant;
  }): Promise<{ readonly taken: true } | { readonly taken: false; readonly at: Instant }>;
  /** After a real throttle: the bucket is empty. */
  emptyBucket(accountId: string, call: CallName, now: Instant): Promise<void>;

  /** Reserves an Idempotency-Key. Keys are kept 30 days of wall time; a reservation is given up by `forgetKey`. */
  takeKey(options: {
    readonly merchantId: string;
    readonly route: string;
    readonly key: string;
    readonly bodyHash: string;
  }): Promise<KeyTaken>;
  keepAnswer(options: {
    readonly merchantId: string;
    readonly route: string;
    readonly key: string;
    readonly answer: KeptAnswer;
  }): Promise<void>;
  forgetKey(options: { readonly merchantId: string; readonly route: string; readonly key: string }): Promise<void>;

  /** Stores a notice once; false when its message id is known. */
  keepNotice(notice: NoticeRecord): Promise<boolean>;
  /** Notices not applied yet, oldest first. */
  waitingNotices(limit: number): Promise<readonly NoticeRecord[]>;
  markNotice(messageId: string, accountId: string | undefined, state: NoticeRecord["state"]): Promise<void>;

  saveAccount(account: AmazonAccount): Promise<void>;
  account(accountId: string): Promise<AmazonAccount | undefined>;
  accountOfSeller(sellerId: string, environment: "Live" | "Sandbox"): Promise<AmazonAccount | undefined>;
  /** Leaves the policy as it is. */
  saveMerchant(merchant: Merchant): Promise<void>;
  savePolicy(merchantId: string, policy: Partial<Policy>): Promise<void>;
  merchant(merchantId: string): Promise<Merchant | undefined>;
  merchants(): Promise<readonly Merchant[]>;

  /** The offset of business time against the system's clock, in ms; one row that all processes read. 0 in live use. */
  timeOffset(): Promise<number>;
  saveTimeOffset(offsetMs: number): Promise<void>;

  close(): Promise<void>;
}
