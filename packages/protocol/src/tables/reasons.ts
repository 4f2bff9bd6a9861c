// Which reason codes belong to which state. Source: States and reason codes of each object; integration guide, Handling
// declines. Readers keep unknown reasons as they are.
import type {
  AuthorizationReason,
  AuthorizationState,
  CaptureReason,
  CaptureState,
  OrderReferenceReason,
  OrderReferenceState,
  RefundReason,
  RefundState,
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
} as const satisfies {
  OrderReference: Record<OrderReferenceState, readonly OrderReferenceReason[]>;
  Authorization: Record<AuthorizationState, readonly AuthorizationReason[]>;
  Capture: Record<CaptureState, readonly CaptureReason[]>;
  Refund: Record<RefundState, readonly RefundReason[]>;
};

/** What a declined authorization does to its order reference. */
export const declineEffects = {
  InvalidPaymentMethod: { orderReference: "Suspended", reasonCode: "InvalidPaymentMethod" },
  AmazonRejected: { orderReference: "Closed", reasonCode: "AmazonClosed" },
  ProcessingFailure: { orderReference: "Open", reasonCode: undefined },
  TransactionTimedOut: { orderReference: "Open", reasonCode: undefined },
} as const satisfies Record<
  (typeof stateReasons.Authorization.Declined)[number],
  { orderReference: OrderReferenceState; reasonCode: OrderReferenceReason | undefined }
>;
