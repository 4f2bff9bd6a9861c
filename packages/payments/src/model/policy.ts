// What a shop may choose. Settings of a merchant, overridden by an order's own at its placing; see docs/policies.md.
import { days } from "@noren-pay/base";

/** What befalls an open authorization, or the order reference, before it runs out. */
export interface GuardPolicy {
  /** A warning at each, once; days before the end. Those longer than the whole life are left out. */
  readonly warnDaysBefore: readonly number[];
  /**
   * At the last of the warnings. `capture`: take what is open, shipped or not. `renew`: close and authorize again; the
   * reservation may be lost between the two. `ask`: only warn.
   */
  readonly atLast: "capture" | "renew" | "ask";
  /** Whether one that ran out is followed by a new one while the order reference is open. */
  readonly replaceExpired: boolean;
}

/** How often an order is compared with Amazon although nothing was heard. All in ms of business time. */
export interface SweepPolicy {
  /** After so long for the first time; then the waits double. A risky order waits a quarter. */
  readonly firstMs: number;
  readonly mostMs: number;
  /** For so long after a capture its money may go back unasked (claims, chargebacks), so it is still looked at. */
  readonly refundableForMs: number;
}

export interface Policy {
  /** `shipment`: capture when goods leave (default). `atOnce`: only when they ship at once. */
  readonly captureAt: "shipment" | "atOnce";
  /** `syncThenAsync`: synchronous first, asynchronous after TransactionTimedOut. */
  readonly authorizationMode: "sync" | "async" | "syncThenAsync";
  readonly authorizationAttemptsMax: number;
  /** Whether the authorization is asked for again by itself when Amazon reopens a suspended order reference. */
  readonly resumeWhenReopened: boolean;
  /** Whether what a shipment left over is authorized anew by itself: for goods that leave in parts. */
  readonly reauthorizeRest: boolean;
  readonly guard: GuardPolicy;
  readonly sweep: SweepPolicy;
}

export const defaultPolicy: Policy = {
  captureAt: "shipment",
  authorizationMode: "syncThenAsync",
  authorizationAttemptsMax: 4,
  resumeWhenReopened: true,
  reauthorizeRest: false,
  guard: { warnDaysBefore: [7, 3, 1], atLast: "ask", replaceExpired: false },
  sweep: { firstMs: days(1), mostMs: days(7), refundableForMs: days(90) },
};

/** The order's policy, also where it was placed before a setting existed. */
export const policyOf = (order: { readonly policy: Partial<Policy> }): Policy => ({
  ...defaultPolicy,
  ...order.policy,
});
