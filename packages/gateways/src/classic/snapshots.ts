// Amazon's answers (classic) in the inner model's words. Pure.

import type {
  AuthorizationSnapshot,
  CaptureSnapshot,
  OrderReferenceSnapshot,
  PersonalData,
  RefundSnapshot,
} from "@noren-pay/payments";
import type {
  AuthorizationState,
  address as addressGroup,
  authorizationDetails,
  CaptureState,
  captureDetails,
  NotificationDetails,
  ObjectOf,
  OrderReferenceState,
  orderReferenceDetails,
  RefundState,
  refundDetails,
} from "@noren-pay/protocol";

/** An answer of the API, or what a notice says of the object, which is less. */
export type OrderReferenceDetails =
  | ObjectOf<(typeof orderReferenceDetails)["fields"]>
  | (NotificationDetails<"OrderReferenceNotification"> & NotInNotices);
export type AuthorizationDetails =
  | ObjectOf<(typeof authorizationDetails)["fields"]>
  | NotificationDetails<"PaymentAuthorize">;
export type CaptureDetails = ObjectOf<(typeof captureDetails)["fields"]> | NotificationDetails<"PaymentCapture">;
export type RefundDetails = ObjectOf<(typeof refundDetails)["fields"]> | NotificationDetails<"PaymentRefund">;

interface NotInNotices {
  readonly Buyer?: undefined;
  readonly Destination?: undefined;
  readonly Constraints?: undefined;
  readonly IdList?: undefined;
}

interface Status {
  readonly State: string;
  readonly LastUpdateTimestamp?: number | undefined;
  readonly ReasonCode?: string | undefined;
  readonly ReasonDescription?: string | undefined;
}

/** States that Amazon has not published stay as they are: `decide` refuses what no arrow reaches. */
const statusOf = <State extends string>(status: Status) => ({
  state: status.State as State,
  reasonCode: status.ReasonCode,
  reasonDescription: status.ReasonDescription,
  lastUpdateAt: status.LastUpdateTimestamp,
});

export function orderReferenceSnapshot(details: OrderReferenceDetails): OrderReferenceSnapshot {
  return {
    kind: "OrderReference",
    amazonId: details.AmazonOrderReferenceId,
    ...statusOf<OrderReferenceState>(details.OrderReferenceStatus),
    total: details.OrderTotal,
    constraints: (details.Constraints ?? []).map((constraint) => constraint.ConstraintID),
    authorizationIds: details.IdList ?? [],
    expiresAt: details.ExpirationTimestamp,
    buyer: buyerOf(details),
  };
}

export function authorizationSnapshot(details: AuthorizationDetails): AuthorizationSnapshot {
  return {
    kind: "Authorization",
    amazonId: details.AmazonAuthorizationId,
    ...statusOf<AuthorizationState>(details.AuthorizationStatus),
    referenceId: details.AuthorizationReferenceId,
    amount: details.AuthorizationAmount,
    capturedAmount: details.CapturedAmount,
    captureIds: details.IdList,
    softDecline: details.SoftDecline,
    createdAt: details.CreationTimestamp,
  };
}

export function captureSnapshot(details: CaptureDetails): CaptureSnapshot {
  return {
    kind: "Capture",
    amazonId: details.AmazonCaptureId,
    ...statusOf<CaptureState>(details.CaptureStatus),
    referenceId: details.CaptureReferenceId,
    amount: details.CaptureAmount,
    refundedAmount: details.RefundedAmount,
    fee: details.CaptureFee,
    refundIds: details.IdList,
    createdAt: details.CreationTimestamp,
  };
}

export function refundSnapshot(details: RefundDetails): RefundSnapshot {
  return {
    kind: "Refund",
    amazonId: details.AmazonRefundId,
    ...statusOf<RefundState>(details.RefundStatus),
    referenceId: details.RefundReferenceId,
    refundType: details.RefundType,
    amount: details.RefundAmount,
    feeRefunded: details.FeeRefunded,
    createdAt: details.CreationTimestamp,
  };
}

/** Before confirmation Amazon gives only a part of the address; it is kept as far as it goes. */
function buyerOf(details: OrderReferenceDetails): PersonalData | undefined {
  const address = details.Destination?.PhysicalDestination;
  if (details.Buyer === undefined && address === undefined) return undefined;
  return {
    name: details.Buyer?.Name,
    email: details.Buyer?.Email,
    phone: details.Buyer?.Phone,
    ...(address === undefined ? {} : { address: addressOf(address) }),
  };
}

/** A postal address of Amazon's. In Japan addressLine3 is the company or building. */
export function addressOf(address: ObjectOf<(typeof addressGroup)["fields"]>): NonNullable<PersonalData["address"]> {
  return {
    name: address.Name,
    addressLine1: address.AddressLine1,
    addressLine2: address.AddressLine2,
    addressLine3: address.AddressLine3,
    city: address.City,
    stateOrRegion: address.StateOrRegion,
    postalCode: address.PostalCode,
    countryCode: address.CountryCode,
    phone: address.Phone,
  };
}
