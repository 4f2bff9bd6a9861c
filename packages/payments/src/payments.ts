// The payment service as a library: commands in, orders and their next step out. The server, the simulation and a Node
// shop all use this door.
import type { MovableClock, TimeSide } from "@noren-pay/base";
import { decide } from "./decide/decide.ts";
import { newOrder } from "./decide/new-order.ts";
import { nextStepOf } from "./decide/next-step.ts";
import { PaymentsError } from "./errors.ts";
import type { Refusal } from "./model/change.ts";
import type { Actor, Command, OrderDetails } from "./model/facts.ts";
import type { AccountFacts, NextStep, Order } from "./model/order.ts";
import type { Policy } from "./model/policy.ts";
import type { OrderKey, Store } from "./store/store.ts";
import { applyFact, freshIds, type PaymentsOptions, type Shell, shellOf } from "./work/context.ts";
import { applyWaitingNotices, keepNotice, type VerifiedNotice } from "./work/notices.ts";
import { goRound } from "./work/round.ts";
import { timeSideOf } from "./work/time-side.ts";
import { type Worker, workerOf } from "./work/worker.ts";

export interface Answer {
  readonly order: Order;
  readonly nextStep: NextStep;
}

export interface PlaceInput extends OrderDetails {
  readonly amazonOrderReferenceId: string;
  /** 32 hex digits; given anew when left out. */
  readonly orderId?: string | undefined;
  readonly policy?: Partial<Policy> | undefined;
}

interface Asked {
  readonly actor: Actor;
  /** Go round the loop here until no call of ours is left to make, at most `waitMsMax`; such orders go first. */
  readonly wait?: boolean | undefined;
}

export interface Payments {
  readonly store: Store;
  /**
   * Makes an order and begins to pay it. The same order reference again gives the same order; while it is a draft that
   * could not be confirmed, its details may be changed this way. Throws PaymentsError (refusals, merchantUnknown,
   * accountUnknown, orderReferenceTaken).
   */
  place(merchantId: string, input: PlaceInput, asked: Asked): Promise<Answer & { readonly created: boolean }>;
  /** Throws PaymentsError: a refusal's code, or orderUnknown. */
  command(key: OrderKey, command: Command, asked: Asked): Promise<Answer>;
  /** Stores a verified notice before it is acknowledged; false when it is known already. */
  takeNotice(notice: VerifiedNotice): Promise<boolean>;
  /** Applies stored notices; a worker does it by itself. */
  applyWaitingNotices(): Promise<number>;
  readonly work: Worker;
  /** This service as a side of a drive; `clock` must be the one it was made with. */
  timeSide(clock: MovableClock): TimeSide;
  /** Makes the account's gateway anew at its next call, after its keys have changed. */
  forgetGateway(accountId: string): void;
}

export function createPayments(options: PaymentsOptions): Payments {
  const work = shellOf(options);
  const worker = workerOf(work);
  return {
    store: work.store,
    async place(merchantId, input, asked) {
      const placed = await place(work, merchantId, { input, asked });
      worker.kick();
      return placed;
    },
    async command(key, command, asked) {
      const order = await obeyed(work, key, { command, asked });
      // Who waits does the calls here; what is left for later is the worker's.
      const reached = asked.wait ? ((await goRound(work, key)) ?? order) : order;
      worker.kick();
      return answerOf(reached);
    },
    async takeNotice(notice) {
      const isNew = await keepNotice(work, notice);
      worker.kick();
      return isNew;
    },
    applyWaitingNotices: () => applyWaitingNotices(work),
    work: worker,
    timeSide: (clock) => timeSideOf(work, worker, clock),
    forgetGateway: work.forgetGateway,
  };
}

const answerOf = (order: Order): Answer => ({ order, nextStep: nextStepOf(order) });

function refuse(refusal: Refusal | undefined): void {
  if (refusal !== undefined) throw new PaymentsError(refusal.code, refusal);
}

interface Placing {
  readonly input: PlaceInput;
  readonly asked: Asked;
}

async function place(
  work: Shell,
  merchantId: string,
  placing: Placing,
): Promise<Answer & { readonly created: boolean }> {
  const { policy, orderId, amazonOrderReferenceId, ...details } = placing.input;
  const { store, clock, ids, settings } = work;
  const { actor, wait = false } = placing.asked;
  const now = clock.now();
  const { account, policy: chosen } = await accountFacts(work, merchantId);
  const named = newOrder(
    {
      merchantId,
      orderId: orderId ?? ids.next(),
      account,
      amazonOrderReferenceId,
      policy: { ...chosen, ...policy },
      ...details,
    },
    now,
  );
  refuse(named.refusal);
  const fact = { type: "command", command: { kind: "place" }, actor, buyerWaits: wait } as const;
  const decision = decide(named.order, { fact, now, ids: freshIds(ids) });
  refuse(decision.refusal);
  const { order, entries } = decision;
  const change = { order, events: [...named.events, ...decision.events], entries };
  const made = await store.create(change, wait ? { leaseMs: settings.leaseMs } : {});
  const key = { merchantId, orderId: made.order.orderId };
  if (!made.created) {
    if (made.order.merchantId !== merchantId || made.order.amazonOrderReferenceId !== amazonOrderReferenceId)
      throw new PaymentsError("orderReferenceTaken", { field: "amazonOrderReferenceId" });
    await obeyed(work, key, { command: { kind: "place", details }, asked: placing.asked });
  }
  const reached = wait ? await goRound(work, key, made.claim) : await store.order(key);
  return { ...answerOf(reached ?? made.order), created: made.created };
}

interface MerchantFacts {
  readonly account: AccountFacts;
  /** The merchant's own choices; an order's own come before them. */
  readonly policy: Partial<Policy> | undefined;
}

async function accountFacts(work: Shell, merchantId: string): Promise<MerchantFacts> {
  const merchant = await work.store.merchant(merchantId);
  if (merchant === undefined) throw new PaymentsError("merchantUnknown");
  const account = await work.store.account(merchant.accountId);
  if (account === undefined) throw new PaymentsError("accountUnknown");
  const { capabilities } = await work.gateway(account.accountId);
  const { accountId, region, environment, authorizationLifetimeMs } = account;
  const facts = { accountId, region, environment, capabilities, authorizationLifetimeMs };
  return { account: facts, policy: merchant.policy };
}

async function obeyed(
  work: Shell,
  key: OrderKey,
  { command, asked }: { readonly command: Command; readonly asked: Asked },
): Promise<Order> {
  const fact = { type: "command", command, actor: asked.actor, buyerWaits: asked.wait ?? false } as const;
  const decision = await applyFact(work, { key, fact });
  if (decision === undefined) throw new PaymentsError("orderUnknown");
  refuse(decision.refusal);
  return decision.order;
}
