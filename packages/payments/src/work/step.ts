// One step under a lease: the token, the one call, its answer as a fact. A crash at any point is safe: the intent was
// written first, so whoever gets the order next makes the same call again or reads what became of it.
import { nextWork } from "../decide/next-work.ts";
import type { Addressed, CallName, Gateway, Performed, Read } from "../gateway.ts";
import type { Decision } from "../model/change.ts";
import type { Work as Due, Fact } from "../model/facts.ts";
import type { Intent } from "../model/intents.ts";
import type { Order, PlannedRead } from "../model/order.ts";
import type { Claim } from "../store/store.ts";
import { applyFact, type Shell } from "./context.ts";

/** How a run under one lease ended: the order as last known, and whether the lease was given back on the way. */
export interface Ran {
  readonly order: Order;
  readonly steps: number;
  readonly released: boolean;
}

/** Does what is due for a claimed order, step by step, while the lease is long enough for another call. */
export async function runClaim(work: Shell, claim: Claim, isEnough: (order: Order) => boolean): Promise<Ran> {
  const { clock, settings } = work;
  const until = clock.wall() + settings.leaseMs - settings.callMsMax;
  let order = claim.order;
  for (let steps = 0; ; steps++) {
    const due = isEnough(order) ? undefined : nextWork(order, clock.now());
    if (due === undefined || clock.wall() > until) {
      await work.store.release(claim);
      return { order, steps, released: true };
    }
    const isDone = (decision: Decision) =>
      isEnough(decision.order) || nextWork(decision.order, clock.now()) === undefined;
    const decision = await step(work, { claim, order, due, isDone });
    // The lease is over: somebody else has the order now.
    if (decision === undefined) return { order, steps: steps + 1, released: true };
    order = decision.order;
    if (isDone(decision)) return { order, steps: steps + 1, released: true };
  }
}

interface Step {
  readonly claim: Claim;
  readonly order: Order;
  readonly due: Due | { readonly do: "wake" };
  isDone(decision: Decision): boolean;
}

async function step(work: Shell, step: Step): Promise<Decision | undefined> {
  const { claim, order, due, isDone } = step;
  const { key, leaseToken } = claim;
  const releasesWhenDone = { leaseToken, isDone };
  const apply = (fact: Fact, guarded: boolean) =>
    applyFact(work, { key, fact }, { releasesWhenDone, ...(guarded && { leaseToken }) });
  if (due.do === "wake") return apply({ type: "wake" }, true);
  const gateway = await work.gateway(order.account.accountId);
  if (due.do === "perform") {
    const intent = order.intents.find((each) => each.id === due.intentId) as Intent;
    const until = await tokenFor(work, { gateway, order, call: intent.parameters.kind });
    if (until !== undefined) return apply({ type: "waitForQuota", work: due, until }, true);
    // An answer always counts, lease or not: it names its intent.
    return apply(
      { type: "answer", intentId: intent.id, performed: await perform(work, { gateway, order, intent }) },
      false,
    );
  }
  const planned = order.reads.find((each) => each.kind === due.kind && each.id === due.id) as PlannedRead;
  // A sweep never takes what is kept for a buyer who waits, not even on that buyer's own order.
  const reader = planned.why === "sweep" ? { ...order, buyerWaits: false } : order;
  const until = await tokenFor(work, { gateway, order: reader, call: `read${due.kind}` });
  if (until !== undefined) return apply({ type: "waitForQuota", work: due, until }, true);
  return apply({ type: "read", kind: due.kind, id: due.id, read: await read(work, { gateway, order, planned }) }, true);
}

/** Takes a token for the call, or says until when to wait for one. */
async function tokenFor(
  { store, clock, turns }: Shell,
  { gateway, order, call }: { readonly gateway: Gateway; readonly order: Order; readonly call: CallName },
): Promise<number | undefined> {
  const { accountId } = order.account;
  const { buyerWaits } = order;
  const quota = gateway.quotaOf(call);
  const token = await store.takeToken({ accountId, call, quota, buyerWaits, now: clock.now() });
  if (token.taken) return undefined;
  // A buyer who waits does not queue behind those who can wait longer.
  return buyerWaits ? token.at : turns.next(`${accountId} ${call}`, token.at, quota.perSecond);
}

async function perform(
  work: Shell,
  { gateway, order, intent }: { readonly gateway: Gateway; readonly order: Order; readonly intent: Intent },
): Promise<Performed> {
  const performed = await called(work, (signal) => gateway.perform(intent, addressOf(order), signal));
  await noteThrottle(work, order, { call: intent.parameters.kind, outcome: performed.outcome });
  return performed;
}

async function read(
  work: Shell,
  { gateway, order, planned }: { readonly gateway: Gateway; readonly order: Order; readonly planned: PlannedRead },
): Promise<Read> {
  const { kind, id, amazonId } = planned;
  const found = await called(work, (signal) => gateway.read({ kind, id, amazonId }, addressOf(order), signal));
  await noteThrottle(work, order, { call: `read${kind}`, outcome: found.outcome });
  return found;
}

type Unknown = { readonly outcome: "unknown"; readonly why: string };

/** Why the watch over a call ends. A reason given once spares an error with its stack per call. */
const ended = new Error("the call has ended");

/** A gateway never throws; if one does all the same, nobody knows how the call ended. */
async function called<T>(work: Shell, call: (signal: AbortSignal) => Promise<T>): Promise<T | Unknown> {
  const [tooLong, answered] = [new AbortController(), new AbortController()];
  const late = work.clock.sleep(work.settings.callMsMax, answered.signal).then(
    (): Unknown => {
      tooLong.abort(new Error("no answer in time"));
      return { outcome: "unknown", why: "no answer in time" };
    },
    (): Promise<never> => new Promise(() => {}),
  );
  try {
    return await Promise.race([call(tooLong.signal), late]);
  } catch (error) {
    work.report(error, { doing: "call" });
    return { outcome: "unknown", why: "the gateway failed" };
  } finally {
    answered.abort(ended);
  }
}

/** A real throttle: Amazon's bucket is empty, so ours is. */
async function noteThrottle(
  { store, clock }: Shell,
  order: Order,
  { call, outcome }: { readonly call: CallName; readonly outcome: string },
): Promise<void> {
  if (outcome === "throttled") await store.emptyBucket(order.account.accountId, call, clock.now());
}

function addressOf(order: Order): Addressed {
  const objects = {
    OrderReference: [],
    Authorization: order.authorizations,
    Capture: order.captures,
    Refund: order.refunds,
  };
  return {
    merchantId: order.merchantId,
    accountId: order.account.accountId,
    orderId: order.orderId,
    amazonOrderReferenceId: order.amazonOrderReferenceId,
    amazonIdOf: (kind, id) =>
      kind === "OrderReference" ? order.amazonOrderReferenceId : objects[kind].find((each) => each.id === id)?.amazonId,
  };
}
