// What the work needs, and the one way to apply a fact.
import type { Clock, Ids, Instant } from "@noren-pay/base";
import { decide } from "../decide/decide.ts";
import type { WorkSource } from "../deliveries/source.ts";
import { PaymentsError } from "../errors.ts";
import type { Gateway } from "../gateway.ts";
import type { Decision } from "../model/change.ts";
import { type Fact, idsPerFact } from "../model/facts.ts";
import type { AmazonAccount, OrderKey, Store } from "../store/store.ts";

export interface PaymentsOptions {
  readonly store: Store;
  /** Called once per account and kept; again after the account was saved anew (`forgetGateway`). */
  gatewayOf(account: AmazonAccount): Gateway;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly settings?: Partial<WorkSettings> | undefined;
  /** Work beside the orders, such as sending webhooks and mails. */
  readonly sources?: readonly WorkSource[] | undefined;
  /** Hears of what should not happen: a mistake of ours, the database away. The order is tried again by itself. */
  onError?(error: unknown, at: { readonly doing: string; readonly key?: OrderKey | undefined }): void;
}

/** All in ms of wall time. */
export interface WorkSettings {
  /** A lease lasts longer than the longest call, with time to write its answer down. */
  readonly leaseMs: number;
  /** A call is given up after this, and its outcome is then unknown; the gateway's own timeout should come first. */
  readonly callMsMax: number;
  /** How long a waiting buyer or member of staff is kept. */
  readonly waitMsMax: number;
  /** The longest a worker sleeps without looking for work. */
  readonly idlePollMs: number;
  /** Calls under way at once, per process. */
  readonly concurrency: number;
}

export const defaultWorkSettings: WorkSettings = {
  leaseMs: 60_000,
  callMsMax: 20_000,
  waitMsMax: 12_000,
  idlePollMs: 1_000,
  concurrency: 16,
};

/** What every part of the work is given. */
export interface Shell {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly settings: WorkSettings;
  readonly sources: readonly WorkSource[];
  readonly turns: Turns;
  gateway(accountId: string): Promise<Gateway>;
  forgetGateway(accountId: string): void;
  report(error: unknown, at: { readonly doing: string; readonly key?: OrderKey | undefined }): void;
}

export function shellOf(options: PaymentsOptions): Shell {
  const { store, clock, ids } = options;
  const gateways = new Map<string, Gateway>();
  return {
    store,
    clock,
    ids,
    turns: takeTurns(),
    settings: { ...defaultWorkSettings, ...options.settings },
    sources: options.sources ?? [],
    async gateway(accountId) {
      const known = gateways.get(accountId);
      if (known !== undefined) return known;
      const account = await store.account(accountId);
      if (account === undefined) throw new PaymentsError("accountUnknown");
      const gateway = options.gatewayOf(account);
      gateways.set(accountId, gateway);
      return gateway;
    },
    forgetGateway: (accountId) => void gateways.delete(accountId),
    report: (error, at) => options.onError?.(error, at),
  };
}

/** When each of many that wait for one bucket comes back. */
export interface Turns {
  /** `from`: when the bucket gives its next token. */
  next(bucket: string, from: Instant, perSecond: number): Instant;
}

/**
 * Gives everybody who waits an instant of their own, as far apart as tokens come back: a thousand orders that wait for
 * one bucket wake one after the other instead of all at each token. Only a hint of this process; the bucket decides.
 */
function takeTurns(): Turns {
  const last = new Map<string, Instant>();
  return {
    next(bucket, from, perSecond) {
      const turn = Math.max(from, (last.get(bucket) ?? 0) + Math.ceil(1000 / perSecond));
      last.set(bucket, turn);
      return turn;
    },
  };
}

export const freshIds = (ids: Ids): readonly string[] => Array.from({ length: idsPerFact }, () => ids.next());

interface Apply {
  /** The fact counts only while this lease stands. */
  readonly leaseToken?: string | undefined;
  /** A lease that ends when nothing more is due after the fact. */
  releasesWhenDone?: { readonly leaseToken: string; isDone(decision: Decision): boolean } | undefined;
}

/** Decides about a fact under the order's row lock; undefined when there is no such order or the lease is over. */
export function applyFact(
  work: Shell,
  { key, fact }: { readonly key: OrderKey; readonly fact: Fact },
  options: Apply = {},
): Promise<Decision | undefined> {
  const { releasesWhenDone: releasing } = options;
  // Drawn once: when the store has to run the change again, the same fact gives the same decision.
  const stamped = { fact, now: work.clock.now(), ids: freshIds(work.ids) };
  return work.store.change<Decision>(
    key,
    (order) => {
      const decision = decide(order, stamped);
      const { events, entries } = decision;
      const unchanged = decision.order === order;
      return {
        change: unchanged ? undefined : { order: decision.order, events, entries },
        result: decision,
        releases: releasing?.isDone(decision) ? releasing.leaseToken : undefined,
      };
    },
    options.leaseToken === undefined ? {} : { leaseToken: options.leaseToken },
  );
}
