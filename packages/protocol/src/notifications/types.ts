// Types of notifications. Source: recorded notifications; type names of Amazon's SDKs.
import type { Fields, GroupField, ValueOf } from "../fields.ts";
import type { Evidence } from "../tables/evidence.ts";
import {
  authorizationNotice,
  billingAgreementNotice,
  captureNotice,
  chargebackNotice,
  merchantRegistrationNotice,
  orderReferenceNotice,
  providerCreditNotice,
  providerCreditReversalNotice,
  refundNotice,
} from "./structures.ts";

interface NotificationRow {
  /** As it stands in the message. */
  readonly wire: string;
  readonly root: string;
  readonly child: string;
  /** The kind that the details tell of. */
  readonly object: string;
  readonly details: GroupField<Fields>;
  /** The element that holds the object's id. */
  readonly id: string;
  /** How the type and its elements are known. */
  readonly evidence: Evidence;
  /** Whether our sandbox sends it. */
  readonly imitated: boolean;
}

/** By the wire type without spaces. */
export const notificationTypes = {
  OrderReferenceNotification: {
    wire: "OrderReferenceNotification",
    root: "OrderReferenceNotification",
    child: "OrderReference",
    object: "OrderReference",
    details: orderReferenceNotice,
    id: "AmazonOrderReferenceId",
    evidence: "documented",
    imitated: true,
  },
  PaymentAuthorize: {
    wire: "PaymentAuthorize",
    root: "AuthorizationNotification",
    child: "AuthorizationDetails",
    object: "Authorization",
    details: authorizationNotice,
    id: "AmazonAuthorizationId",
    evidence: "documented",
    imitated: true,
  },
  PaymentCapture: {
    wire: "PaymentCapture",
    root: "CaptureNotification",
    child: "CaptureDetails",
    object: "Capture",
    details: captureNotice,
    id: "AmazonCaptureId",
    evidence: "documented",
    imitated: true,
  },
  PaymentRefund: {
    wire: "PaymentRefund",
    root: "RefundNotification",
    child: "RefundDetails",
    object: "Refund",
    details: refundNotice,
    id: "AmazonRefundId",
    evidence: "documented",
    imitated: true,
  },
  BillingAgreementNotification: {
    wire: "BillingAgreementNotification",
    root: "BillingAgreementNotification",
    child: "BillingAgreement",
    object: "BillingAgreement",
    details: billingAgreementNotice,
    id: "AmazonBillingAgreementId",
    evidence: "seen",
    imitated: true,
  },
  ChargebackDetailedNotification: {
    wire: "Chargeback Detailed Notification", // with spaces
    root: "ChargebackNotification",
    child: "ChargebackDetails",
    object: "Chargeback",
    details: chargebackNotice,
    id: "AmazonChargebackId",
    evidence: "seen",
    imitated: true,
  },
  ProviderCredit: {
    wire: "ProviderCredit",
    root: "ProviderCreditNotification",
    child: "ProviderCreditDetails",
    object: "ProviderCredit",
    details: providerCreditNotice,
    id: "AmazonProviderCreditId",
    evidence: "seen",
    imitated: false,
  },
  ProviderCreditReversal: {
    wire: "ProviderCreditReversal",
    root: "ProviderCreditReversalNotification",
    child: "ProviderCreditReversalDetails",
    object: "ProviderCreditReversal",
    details: providerCreditReversalNotice,
    id: "AmazonProviderCreditReversalId",
    evidence: "seen",
    imitated: false,
  },
  SolutionProviderEvent: {
    wire: "SolutionProviderEvent",
    root: "SolutionProviderMerchantNotification",
    child: "MerchantRegistrationDetails",
    object: "MerchantRegistration",
    details: merchantRegistrationNotice,
    id: "SellerId",
    evidence: "unconfirmed",
    imitated: false,
  },
} as const satisfies Record<string, NotificationRow>;

export type NotificationType = keyof typeof notificationTypes;
export type NotificationDetails<T extends NotificationType> = ValueOf<(typeof notificationTypes)[T]["details"]>;
export const notificationTypeNames = Object.keys(notificationTypes) as NotificationType[];

/** Events of billing agreement notices. */
export const billingAgreementEventTypes = [
  "BillingAgreementStatusUpdated",
  "PaymentMethodUpdated",
  "AddressUpdated",
  "AddressAndPaymentMethodUpdated",
] as const;
export type BillingAgreementEventType = (typeof billingAgreementEventTypes)[number];

const folded = new Map<string, NotificationType>();
for (const name of notificationTypeNames)
  for (const spelling of [name, notificationTypes[name].root]) folded.set(spelling.toLowerCase(), name);

/** The type that a wire name means, without regard to spaces and case, as Amazon's own SDKs read it. */
export const notificationTypeOf = (wire: string): NotificationType | undefined =>
  folded.get(wire.replaceAll(" ", "").toLowerCase());
