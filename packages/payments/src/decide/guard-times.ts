// When an open authorization, or the order reference, is about to run out, and what is to be said or done then.
import { days, type Instant } from "@noren-pay/base";
import { isFinal, lifetimes } from "@noren-pay/protocol";
import type { Authorization, Order } from "../model/order.ts";
import { policyOf } from "../model/policy.ts";
import { balancesOf, capturableOf } from "./balances.ts";

interface Life {
  readonly expiresAt: Instant;
  readonly lifetimeMs: number;
  /** The days of the last warning that was given. */
  readonly warnedDays?: number | undefined;
}

/** Warnings, the first first; those longer than the whole life are no warnings. */
const warningsOf = (order: Order, { lifetimeMs }: Life): readonly number[] =>
  policyOf(order)
    .guard.warnDaysBefore.filter((each) => days(each) < lifetimeMs)
    .toSorted((a, b) => b - a);

/** The nearest warning whose time has come and that was not given; after a jump of time only the nearest. */
export function warningDue(order: Order, life: Life, now: Instant): number | undefined {
  if (life.expiresAt <= now) return undefined;
  return warningsOf(order, life).findLast(
    (each) => (life.warnedDays === undefined || each < life.warnedDays) && life.expiresAt - days(each) <= now,
  );
}

export const daysLeft = (expiresAt: Instant, now: Instant): number => Math.max(0, (expiresAt - now) / days(1));

export const lifeOf = ({ account }: Order, { expiresAt, warnedDays }: Authorization): Life => ({
  expiresAt,
  warnedDays,
  lifetimeMs: account.authorizationLifetimeMs,
});

/** Undefined where nothing is left to pay or the order reference is over. */
export function lifeOfReference(order: Order): Life | undefined {
  const { state, expiresAt, warnedDays } = order.orderReference;
  if (state === "Draft" || isFinal("OrderReference", state) || balancesOf(order).remaining.amount === 0)
    return undefined;
  return { expiresAt, warnedDays, lifetimeMs: lifetimes.orderReferenceMs };
}

/** When the guard acts on an authorization by itself; undefined when it only warns, or has acted already. */
export function actsAt(order: Order, authorization: Authorization): Instant | undefined {
  const { atLast } = policyOf(order).guard;
  if (atLast === "ask" || authorization.guarded === true || !mayAct(order)) return undefined;
  const last = warningsOf(order, lifeOf(order, authorization)).at(-1);
  const before = last === undefined ? order.account.authorizationLifetimeMs / 4 : days(last);
  return authorization.expiresAt - before;
}

/** Never against a wish of the shop, nor while Amazon refuses something. */
const mayAct = (order: Order): boolean =>
  order.wish.kind === "none" && order.problem === undefined && order.orderReference.state !== "Canceled";

/** When the first authorization that can be captured runs out; undefined when there is none. */
export function runsOutAtOf(order: Order): Instant | undefined {
  const ends = capturableOf(order, Number.NEGATIVE_INFINITY).map((each) => each.expiresAt);
  return ends.length === 0 ? undefined : Math.min(...ends);
}

/** Business time of the next warning or act; undefined when there is none. */
export function guardAtOf(order: Order): Instant | undefined {
  const times = capturableOf(order, Number.NEGATIVE_INFINITY).flatMap((each) => {
    const at = actsAt(order, each);
    const warning = nextWarningAt(order, lifeOf(order, each));
    // What ran out is read; there is nothing to guard any more.
    return [at, warning].filter((when) => when !== undefined && when < each.expiresAt) as Instant[];
  });
  const reference = lifeOfReference(order);
  const warning = reference && nextWarningAt(order, reference);
  if (warning !== undefined) times.push(warning);
  return times.length === 0 ? undefined : Math.min(...times);
}

function nextWarningAt(order: Order, life: Life): Instant | undefined {
  const next = warningsOf(order, life).find((each) => life.warnedDays === undefined || each < life.warnedDays);
  return next === undefined ? undefined : life.expiresAt - days(next);
}
