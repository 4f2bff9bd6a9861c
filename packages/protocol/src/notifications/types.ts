// Types of notifications. Source: recorded notifications; type names of Amazon's SDKs.
import type { ValueOf } from "../fields.ts";
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

/** By the wire type without spaces. `object`: the kind that the details tell of; `live`: never sent by the sandbox. */
export const notificationTypes = {
  OrderReferenceNotification: {
    wire: "OrderReferenceNotification",
    root: "OrderReferenceNotification",
    child: "OrderReference",
    object: "OrderReference",
    details: orderReferenceNotice,
    id: "AmazonOrderReferenceId",
  },
  PaymentAuthorize: {
    wire: "PaymentAuthorize",
    root: "AuthorizationNotification",
    child: "AuthorizationDetails",
    object: "Authorization",
    details: authorizationNotice,
    id: "AmazonAuthorizationId",
  },
  PaymentCapture: {
    wire: "PaymentCapture",
    root: "CaptureNotification",
    child: "CaptureDetails",
    object: "Capture",
    details: captureNotice,
    id: "AmazonCaptureId",
  },
  PaymentRefund: {
    wire: "PaymentRefund",
    root: "RefundNotification",
    child: "RefundDetails",
    object: "Refund",
    details: refundNotice,
    id: "AmazonRefundId",
  },
  BillingAgreementNotification: {
    wire: "BillingAgreementNotification",
    root: "BillingAgreementNotification",
    child: "BillingAgreement",
    object: "BillingAgreement",
    details: billingAgreementNotice,
    id: "AmazonBillingAgreementId",
  },
  ChargebackDetailedNotification: {
    wire: "Chargeback Detailed Notification", // with spaces
    root: "ChargebackNotification",
    child: "ChargebackDetails",
    object: "Chargeback",
    details: chargebackNotice,
    id: "AmazonChargebackId",
  },
  ProviderCredit: {
    wire: "ProviderCredit",
    root: "ProviderCreditNotification",
    child: "ProviderCreditDetails",
    object: "ProviderCredit",
    details: providerCreditNotice,
    id: "AmazonProviderCreditId",
  },
  ProviderCreditReversal: {
    wire: "ProviderCreditReversal",
    root: "ProviderCreditReversalNotification",
    child: "ProviderCreditReversalDetails",
    object: "ProviderCreditReversal",
    details: providerCreditReversalNotice,
    id: "AmazonProviderCreditReversalId",
  },
  SolutionProviderEvent: {
    wire: "SolutionProviderEvent",
    root: "SolutionProviderMerchantNotification",
    child: "MerchantRegistrationDetails",
    object: "MerchantRegistration",
    details: merchantRegistrationNotice, // [U]
    id: "SellerId",
  },
} as const;

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

const folded = new Map<string, NotificationType>();
for (const name of notificationTypeNames)
  for (const spelling of [name, notificationTypes[name].root]) folded.set(spelling.toLowerCase(), name);

/** The type that a wire name means, without regard to spaces and case, as Amazon's own SDKs read it. */
export const notificationTypeOf = (wire: string): NotificationType | undefined =>
  folded.get(wire.replaceAll(" ", "").toLowerCase());
