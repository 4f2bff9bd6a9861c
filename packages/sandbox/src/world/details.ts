// What an answer shows of each object.
import { zero } from "@noren-pay/base";
import {
  type authorizationDetails,
  type ConstraintId,
  type captureDetails,
  constraints,
  lifetimes,
  type listedOrderReference,
  type orderReferenceDetails,
  type refundDetails,
  type ValueOf,
} from "@noren-pay/protocol";
import type { Address, AddressFields, Authorization, Capture, OrderReference, Refund } from "./objects.ts";
import type { World } from "./world.ts";

export type OrderReferenceDetails = ValueOf<typeof orderReferenceDetails>;
export type ListedOrderReference = ValueOf<typeof listedOrderReference>;
export type AuthorizationDetails = ValueOf<typeof authorizationDetails>;
export type CaptureDetails = ValueOf<typeof captureDetails>;
export type RefundDetails = ValueOf<typeof refundDetails>;

/** What a valid token adds. */
export interface Visibility {
  readonly shippingAddress: boolean;
  readonly billingAddress: boolean;
}
export const noToken: Visibility = { shippingAddress: false, billingAddress: false };

const statusOf = (object: Authorization | Capture | Refund) => ({
  State: object.state,
  LastUpdateTimestamp: object.updatedAt,
  ReasonCode: object.reasonCode,
  ReasonDescription: object.reasonDescription,
});

export function orderReferenceView(world: World, order: OrderReference, seen: Visibility): OrderReferenceDetails {
  const isDraft = order.state === "Draft";
  // A Draft that went stale was never confirmed, so it shows no more than it did.
  const isPublic = !isDraft && order.reasonCode !== "Stale";
  const found = constraintsOf(world, order);
  return {
    AmazonOrderReferenceId: order.id,
    Buyer: isPublic ? buyerView(world, order.buyerId) : undefined,
    OrderTotal: order.orderTotal,
    SellerNote: order.sellerNote,
    PlatformId: order.platformId,
    Destination: destinationView(world, order.address, isPublic || seen.shippingAddress),
    BillingAddress: seen.billingAddress ? billingAddressView(order.address) : undefined,
    ReleaseEnvironment: order.environment,
    SellerOrderAttributes: order.sellerOrderAttributes && { ...order.sellerOrderAttributes },
    OrderReferenceStatus: orderReferenceStatus(order),
    Constraints:
      found.length === 0
        ? undefined
        : found.map((id) => ({ ConstraintID: id, Description: constraints[id].description })),
    CreationTimestamp: order.createdAt,
    ExpirationTimestamp: order.createdAt + lifetimes.orderReferenceMs,
    ParentDetails:
      order.billingAgreementId === undefined ? undefined : { Id: order.billingAgreementId, Type: "BillingAgreement" },
    IdList: [...order.authorizationIds],
    OrderLanguage: world.settings.region === "jp" ? "ja-JP" : undefined,
    RequestPaymentAuthorization: order.requestPaymentAuthorization,
    PaymentServiceProviderAttributes: order.paymentServiceProviderAttributes && {
      ...order.paymentServiceProviderAttributes,
    },
    PaymentAuthenticationStatus: order.paymentAuthentication && { State: order.paymentAuthentication.state },
  };
}

/** One line of a list. */
export const listedOrderReferenceView = (world: World, order: OrderReference): ListedOrderReference => ({
  AmazonOrderReferenceId: order.id,
  OrderTotal: order.orderTotal,
  SellerNote: order.sellerNote,
  ReleaseEnvironment: order.environment,
  SellerOrderAttributes: order.sellerOrderAttributes && { ...order.sellerOrderAttributes },
  OrderReferenceStatus: orderReferenceStatus(order),
  CreationTimestamp: order.createdAt,
  OrderLanguage: world.settings.region === "jp" ? "ja-JP" : undefined,
});

/** Known after confirmation. */
export function buyerView(world: World, buyerId: string) {
  const buyer = world.buyers.get(buyerId);
  return buyer && { Name: buyer.name, Email: buyer.email, Phone: buyer.phone };
}

/** `isWhole`: all of it, and not only what a Draft shows without a token. */
export const destinationView = (world: World, address: Address | undefined, isWhole: boolean) =>
  address && {
    DestinationType: "Physical" as const,
    PhysicalDestination: isWhole ? fullAddress(address) : partOf(world, address),
  };

/** The sandbox's buyers are billed where they live. */
export const billingAddressView = (address: Address | undefined) =>
  address && { AddressType: "Physical" as const, PhysicalAddress: fullAddress(address) };

/** A Draft shows nothing but its state. */
const orderReferenceStatus = (order: OrderReference): OrderReferenceDetails["OrderReferenceStatus"] =>
  order.state === "Draft"
    ? { State: "Draft" }
    : {
        State: order.state,
        LastUpdateTimestamp: order.updatedAt,
        ReasonCode: order.reasonCode,
        ReasonDescription: order.reasonDescription,
      };

/** What stands in the way of confirming. A Suspended one lacks a payment method until the buyer chooses again. */
export function constraintsOf(world: World, order: OrderReference): ConstraintId[] {
  if (order.state === "Suspended") {
    if (!order.cardIsFresh) return ["PaymentPlanNotSet"];
    return order.card?.simulation === "PaymentMethodNotAllowed" ? ["PaymentMethodNotAllowed"] : [];
  }
  if (order.state !== "Draft") return [];
  const found: ConstraintId[] = [];
  if (!order.orderTotal) found.push("AmountNotSet");
  if (!order.card) found.push("PaymentPlanNotSet");
  if (order.card?.simulation === "PaymentMethodNotAllowed" || order.simulatedConstraint) {
    found.push("PaymentMethodNotAllowed");
  }
  if (order.wantsAddress && !order.address) found.push("ShippingAddressNotSet");
  if (world.buyers.get(order.buyerId)?.sellerId === order.sellerId) found.push("BuyerEqualsSeller");
  return found;
}

function fullAddress(address: AddressFields & { addressId?: string }): AddressFields {
  const { addressId: _, ...fields } = address;
  return fields;
}

function partOf(world: World, address: AddressFields): AddressFields {
  const shown: { -readonly [K in keyof AddressFields]: AddressFields[K] } = {};
  for (const part of world.settings.draftAddressParts) if (address[part] !== undefined) shown[part] = address[part];
  return shown;
}

/** What processors print: `AMZ*` and the merchant's text, or the store's name and Amazon's address. */
const descriptorOf = (world: World, object: { sellerId: string; softDescriptor: string | undefined }): string =>
  object.softDescriptor
    ? `AMZ*${object.softDescriptor}`
    : `AMZ*${world.sellers.get(object.sellerId)?.storeName ?? ""} pay.amazon.co.jp`;

export function authorizationView(world: World, authorization: Authorization): AuthorizationDetails {
  const { currencyCode } = authorization.amount;
  return {
    AmazonAuthorizationId: authorization.id,
    AuthorizationReferenceId: authorization.referenceId,
    SellerAuthorizationNote: authorization.note ?? "",
    AuthorizationAmount: authorization.amount,
    CapturedAmount: { amount: authorization.capturedAmount, currencyCode },
    AuthorizationFee: zero(currencyCode),
    IdList: authorization.captureId === undefined ? [] : [authorization.captureId],
    CreationTimestamp: authorization.createdAt,
    ExpirationTimestamp: authorization.createdAt + lifetimes.authorizationShownMs,
    AuthorizationStatus: statusOf(authorization) as AuthorizationDetails["AuthorizationStatus"],
    SoftDecline: authorization.softDecline,
    CaptureNow: authorization.captureNow,
    SoftDescriptor: descriptorOf(world, authorization),
  };
}

export function captureView(world: World, capture: Capture): CaptureDetails {
  const { currencyCode } = capture.amount;
  return {
    AmazonCaptureId: capture.id,
    CaptureReferenceId: capture.referenceId,
    SellerCaptureNote: capture.note ?? "",
    CaptureAmount: capture.amount,
    RefundedAmount: { amount: capture.refundedAmount, currencyCode },
    CaptureFee: zero(currencyCode),
    IdList: [...capture.refundIds],
    CreationTimestamp: capture.createdAt,
    CaptureStatus: statusOf(capture) as CaptureDetails["CaptureStatus"],
    SoftDescriptor: descriptorOf(world, capture),
  };
}

export function refundView(world: World, refund: Refund): RefundDetails {
  return {
    AmazonRefundId: refund.id,
    RefundReferenceId: refund.referenceId,
    SellerRefundNote: refund.note ?? "",
    RefundType: refund.type,
    RefundAmount: refund.amount,
    FeeRefunded: zero(refund.amount.currencyCode),
    CreationTimestamp: refund.createdAt,
    RefundStatus: statusOf(refund) as RefundDetails["RefundStatus"],
    SoftDescriptor: descriptorOf(world, refund),
  };
}
