// What may become what, and why. Source: States and reason codes of order references, authorizations, captures, refunds and
// billing agreements. How each state and reason is known: evidence.ts.

/** State to event to next state. Keys stand in the order of a life. */
export type LifeCycle = { readonly [state: string]: { readonly [event: string]: string } };

export const orderReferenceLifeCycle = {
  Draft: { confirm: "Open", cancel: "Canceled", goStale: "Canceled" },
  Open: { suspend: "Suspended", cancel: "Canceled", close: "Closed" },
  Suspended: { confirm: "Open", reopen: "Open", cancel: "Canceled", close: "Closed" },
  Canceled: {},
  Closed: {},
} as const satisfies LifeCycle;

export const authorizationLifeCycle = {
  Pending: { approve: "Open", decline: "Declined", close: "Closed" },
  Open: { close: "Closed" },
  Declined: {},
  Closed: {},
} as const satisfies LifeCycle;

export const captureLifeCycle = {
  Pending: { complete: "Completed", decline: "Declined" },
  Completed: { close: "Closed" },
  Declined: {},
  Closed: {},
} as const satisfies LifeCycle;

export const refundLifeCycle = {
  Pending: { complete: "Completed", decline: "Declined" },
  Completed: {},
  Declined: {},
} as const satisfies LifeCycle;

/** `close` happens by the seller, the buyer or Amazon; `cancel` by Amazon alone: the API has no call for it. */
export const billingAgreementLifeCycle = {
  Draft: { confirm: "Open", cancel: "Canceled", goStale: "Canceled" },
  Open: { suspend: "Suspended", cancel: "Canceled", close: "Closed" },
  Suspended: { confirm: "Open", reopen: "Open", cancel: "Canceled", close: "Closed" },
  Canceled: {},
  Closed: {},
} as const satisfies LifeCycle;

export const lifeCycles = {
  OrderReference: orderReferenceLifeCycle,
  Authorization: authorizationLifeCycle,
  Capture: captureLifeCycle,
  Refund: refundLifeCycle,
  BillingAgreement: billingAgreementLifeCycle,
} as const;

/** Everything that has a life cycle. */
export type LifeCycleKind = keyof typeof lifeCycles;
/** What one order is made of. A billing agreement stands above orders: it is none of them. */
export type ObjectKind = Exclude<LifeCycleKind, "BillingAgreement">;
export type OrderReferenceState = keyof typeof orderReferenceLifeCycle;
export type AuthorizationState = keyof typeof authorizationLifeCycle;
export type CaptureState = keyof typeof captureLifeCycle;
export type RefundState = keyof typeof refundLifeCycle;
export type BillingAgreementState = keyof typeof billingAgreementLifeCycle;
export interface StateOf {
  OrderReference: OrderReferenceState;
  Authorization: AuthorizationState;
  Capture: CaptureState;
  Refund: RefundState;
  BillingAgreement: BillingAgreementState;
}

const statesOf = <C extends LifeCycle>(lifeCycle: C) => Object.keys(lifeCycle) as (keyof C & string)[];
export const orderReferenceStates = statesOf(orderReferenceLifeCycle);
export const authorizationStates = statesOf(authorizationLifeCycle);
export const captureStates = statesOf(captureLifeCycle);
export const refundStates = statesOf(refundLifeCycle);
export const billingAgreementStates = statesOf(billingAgreementLifeCycle);

export const orderReferenceReasons = [
  "SellerCanceled",
  "Stale",
  "AmazonCanceled",
  "SellerClosed",
  "Expired",
  "MaxAmountCharged",
  "MaxAuthorizationsCaptured",
  "MaxAuthorizationsProcessed", // spelling of a recorded notification
  "AmazonClosed",
  "InvalidPaymentMethod",
] as const;
export const authorizationReasons = [
  "InvalidPaymentMethod",
  "AmazonRejected",
  "ProcessingFailure",
  "TransactionTimedOut",
  "ExpiredUnused",
  "MaxCapturesProcessed",
  "AmazonClosed",
  "OrderReferenceCanceled",
  "SellerClosed",
  "StopShipmentAtypicalAuth",
] as const;
export const captureReasons = [
  "AmazonRejected",
  "ProcessingFailure",
  "MaxAmountRefunded",
  "MaxRefundsProcessed",
  "AmazonClosed",
  "StopShipmentAtypicalAuth",
] as const;
export const refundReasons = ["AmazonRejected", "ProcessingFailure", "AmazonA-ZRefund", "BuyerCanceled"] as const;
export const billingAgreementReasons = [
  "InvalidPaymentMethod",
  "Stale",
  "AmazonCanceled",
  "SellerClosed",
  "BuyerClosed",
  "AmazonClosed",
  "Expired",
] as const;

export type OrderReferenceReason = (typeof orderReferenceReasons)[number];
export type AuthorizationReason = (typeof authorizationReasons)[number];
export type CaptureReason = (typeof captureReasons)[number];
export type RefundReason = (typeof refundReasons)[number];
export type BillingAgreementReason = (typeof billingAgreementReasons)[number];
export interface ReasonOf {
  OrderReference: OrderReferenceReason;
  Authorization: AuthorizationReason;
  Capture: CaptureReason;
  Refund: RefundReason;
  BillingAgreement: BillingAgreementReason;
}

/** Whether nothing can follow `state`. */
export function isFinal(kind: LifeCycleKind, state: string): boolean {
  const arrows = (lifeCycles[kind] as LifeCycle)[state];
  return arrows !== undefined && Object.keys(arrows).length === 0;
}

/** Whether `to` can follow `from` by the arrows, in any number of steps; true when they are the same state. */
export function isReachable(kind: LifeCycleKind, from: string, to: string): boolean {
  const lifeCycle: LifeCycle = lifeCycles[kind];
  const seen = new Set<string>();
  const open = [from];
  for (let state = open.pop(); state !== undefined; state = open.pop()) {
    if (state === to) return true;
    if (seen.has(state)) continue;
    seen.add(state);
    open.push(...Object.values(lifeCycle[state] ?? {}));
  }
  return false;
}
