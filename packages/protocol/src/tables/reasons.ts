// Which reason codes belong to which state. Source: States and reason codes of each object; integration guide, Handling
// declines. Readers keep unknown reasons as they are.
import type {
  BillingAgreementState,
  LifeCycleKind,
  OrderReferenceReason,
  OrderReferenceState,
  ReasonOf,
  StateOf,
} from "./life-cycles.ts";

export const stateReasons = {
  OrderReference: {
    Draft: [],
    Open: [],
    Suspended: ["InvalidPaymentMethod"],
    Canceled: ["SellerCanceled", "Stale", "AmazonCanceled"],
    Closed: [
      "SellerClosed",
      "Expired",
      "MaxAmountCharged",
      "MaxAuthorizationsCaptured",
      "MaxAuthorizationsProcessed",
      "AmazonClosed",
    ],
  },
  Authorization: {
    Pending: ["StopShipmentAtypicalAuth"],
    Open: ["StopShipmentAtypicalAuth"],
    Declined: ["InvalidPaymentMethod", "AmazonRejected", "ProcessingFailure", "TransactionTimedOut"],
    Closed: ["ExpiredUnused", "MaxCapturesProcessed", "AmazonClosed", "OrderReferenceCanceled", "SellerClosed"],
  },
  Capture: {
    Pending: ["StopShipmentAtypicalAuth"],
    Completed: [],
    Declined: ["AmazonRejected", "ProcessingFailure"],
    Closed: ["MaxAmountRefunded", "MaxRefundsProcessed", "AmazonClosed"],
  },
  Refund: {
    Pending: [],
    Completed: ["AmazonA-ZRefund", "BuyerCanceled"],
    Declined: ["AmazonRejected", "ProcessingFailure"],
  },
  BillingAgreement: {
    Draft: [],
    Open: [],
    Suspended: ["InvalidPaymentMethod"], // A constraint that comes later suspends too; its reason is not known.
    Canceled: ["Stale", "AmazonCanceled"],
    Closed: ["SellerClosed", "BuyerClosed", "AmazonClosed", "Expired"],
  },
} as const satisfies { [K in LifeCycleKind]: Record<StateOf[K], readonly ReasonOf[K][]> };

/** What a declined authorization does to its order reference, and to the billing agreement it was asked of. */
export const declineEffects = {
  InvalidPaymentMethod: {
    orderReference: "Suspended",
    reasonCode: "InvalidPaymentMethod",
    billingAgreement: "Suspended",
  },
  AmazonRejected: { orderReference: "Closed", reasonCode: "AmazonClosed", billingAgreement: "Open" },
  ProcessingFailure: { orderReference: "Open", reasonCode: undefined, billingAgreement: "Open" },
  TransactionTimedOut: { orderReference: "Open", reasonCode: undefined, billingAgreement: "Open" },
} as const satisfies Record<
  (typeof stateReasons.Authorization.Declined)[number],
  {
    orderReference: OrderReferenceState;
    reasonCode: OrderReferenceReason | undefined;
    billingAgreement: BillingAgreementState;
  }
>;
