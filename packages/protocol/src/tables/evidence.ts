// How each fact about Amazon Pay is known. Rows of operations, errors, constraints, simulations and notifications carry
// their own evidence; life cycles are arrows and have none to spare, so that of states and reasons stands here.
import type { LifeCycleKind, ReasonOf, StateOf } from "./life-cycles.ts";

/**
 * `documented`: stated in an Amazon document. `seen`: in the code, comments or recorded answers of Amazon's SDKs, of other
 * integrations or on the wire. `unconfirmed`: the best inference; kept easy to change, and a setting of the sandbox
 * where it decides what happens.
 */
export type Evidence = "documented" | "seen" | "unconfirmed";

export const stateEvidence = {
  OrderReference: {
    Draft: "documented",
    Open: "documented",
    Suspended: "documented",
    Canceled: "documented",
    Closed: "documented",
  },
  Authorization: { Pending: "documented", Open: "documented", Declined: "documented", Closed: "documented" },
  Capture: { Pending: "documented", Completed: "documented", Declined: "documented", Closed: "documented" },
  Refund: { Pending: "documented", Completed: "documented", Declined: "documented" },
  BillingAgreement: {
    Draft: "documented",
    Open: "documented",
    Suspended: "documented",
    Canceled: "documented",
    Closed: "documented",
  },
} as const satisfies { [K in LifeCycleKind]: Record<StateOf[K], Evidence> };

export const reasonEvidence = {
  OrderReference: {
    SellerCanceled: "documented",
    Stale: "documented",
    AmazonCanceled: "documented",
    SellerClosed: "documented",
    Expired: "documented",
    MaxAmountCharged: "documented",
    MaxAuthorizationsCaptured: "documented",
    MaxAuthorizationsProcessed: "seen",
    AmazonClosed: "documented",
    InvalidPaymentMethod: "documented",
  },
  Authorization: {
    InvalidPaymentMethod: "documented",
    AmazonRejected: "documented",
    ProcessingFailure: "documented",
    TransactionTimedOut: "documented",
    ExpiredUnused: "documented",
    MaxCapturesProcessed: "documented",
    AmazonClosed: "documented",
    OrderReferenceCanceled: "documented",
    SellerClosed: "documented",
    StopShipmentAtypicalAuth: "documented",
  },
  Capture: {
    AmazonRejected: "documented",
    ProcessingFailure: "documented",
    MaxAmountRefunded: "documented",
    MaxRefundsProcessed: "documented",
    AmazonClosed: "documented",
    StopShipmentAtypicalAuth: "documented",
  },
  Refund: {
    AmazonRejected: "documented",
    ProcessingFailure: "documented",
    "AmazonA-ZRefund": "documented",
    BuyerCanceled: "documented",
  },
  BillingAgreement: {
    InvalidPaymentMethod: "documented",
    Stale: "documented",
    AmazonCanceled: "documented",
    SellerClosed: "documented",
    BuyerClosed: "unconfirmed",
    AmazonClosed: "documented",
    Expired: "unconfirmed",
  },
} as const satisfies { [K in LifeCycleKind]: Record<ReasonOf[K], Evidence> };
