// Sums of one order. Only what is live counts: what was declined, refused or lapsed is left out.
import { type Price, subtract, sum, zero } from "@noren-pay/base";
import { isFinal, overageOf } from "@noren-pay/protocol";
import type { Authorization, Capture, Order, Refund } from "../model/order.ts";

export interface Balances {
  /** Reserved and not captured yet. */
  readonly authorized: Price;
  /** Asked for, and not known to have moved. */
  readonly capturing: Price;
  /** Money that moved to the shop. */
  readonly captured: Price;
  /** Asked for, and not known to have moved. */
  readonly refunding: Price;
  /** Money that moved back to the buyer, claims and chargebacks included. */
  readonly refunded: Price;
  /** Of the order's total, neither captured nor being captured. Never below zero. */
  readonly remaining: Price;
}

/** Whether it may still be captured from, or become so. */
export const isLiveAuthorization = (authorization: Authorization): boolean =>
  authorization.state !== "Refused" &&
  (authorization.state === "Asked" || !isFinal("Authorization", authorization.state));

/** Whether money was taken by it or may still be: declined and refused captures are not live. */
export const isLiveCapture = (capture: Capture): boolean => capture.state !== "Declined" && capture.state !== "Refused";

export const isLiveRefund = (refund: Refund): boolean => refund.state !== "Declined" && refund.state !== "Refused";

export const hasMoved = (capture: Capture): boolean => capture.state === "Completed" || capture.state === "Closed";

export function balancesOf(order: Order): Balances {
  const total = (objects: readonly { readonly amount: Price }[]) =>
    sum(
      objects.map((each) => each.amount),
      order.total.currencyCode,
    );
  const live = order.captures.filter(isLiveCapture);
  const remaining = subtract(order.total, total(live));
  const refundedOrRefunding = sum(
    order.captures.map((capture) => refundedOf(order, capture)),
    order.total.currencyCode,
  );
  const refunding = total(order.refunds.filter((each) => isLiveRefund(each) && each.state !== "Completed"));
  return {
    authorized: total(
      order.authorizations.filter(
        (each) => isLiveAuthorization(each) && !live.some((capture) => capture.authorizationId === each.id),
      ),
    ),
    capturing: total(live.filter((each) => !hasMoved(each))),
    captured: total(live.filter(hasMoved)),
    refunding,
    refunded: subtract(refundedOrRefunding, refunding),
    remaining: remaining.amount < 0 ? zero(remaining.currencyCode) : remaining,
  };
}

/**
 * What of a capture is refunded or being refunded. Amazon's own figure counts too: claims and chargebacks are refunds
 * that we did not ask for.
 */
export function refundedOf(order: Order, capture: Capture): Price {
  const refunds = order.refunds.filter((each) => each.captureId === capture.id && isLiveRefund(each));
  const all = sum(
    refunds.map((each) => each.amount),
    capture.amount.currencyCode,
  );
  const done = sum(
    refunds.filter((each) => each.state === "Completed").map((each) => each.amount),
    all.currencyCode,
  );
  const byOthers = subtract(capture.refundedAmount, done);
  return byOthers.amount > 0 ? { ...all, amount: all.amount + byOthers.amount } : all;
}

/** What may still be refunded of a capture: its amount and the region's overage, less what is refunded already. */
export function refundableOf(order: Order, capture: Capture): Price {
  const overage = overageOf(capture.amount, order.account.region);
  const left = capture.amount.amount + overage.amount - refundedOf(order, capture).amount;
  return { ...capture.amount, amount: Math.max(0, left) };
}

/** Open authorizations from which nothing is being captured, that are not being closed and that have not run out by the clock. */
export const capturableOf = (order: Order, now: number): readonly Authorization[] =>
  order.authorizations.filter(
    (each) =>
      each.state === "Open" &&
      now < each.expiresAt &&
      !order.intents.some(
        ({ parameters }) => parameters.kind === "closeAuthorization" && parameters.authorizationId === each.id,
      ) &&
      !order.captures.some((capture) => capture.authorizationId === each.id && isLiveCapture(capture)),
  );
