import { type BillingAgreementEventType, lifetimes, type NotificationDetails } from "@noren-pay/protocol";
import { agreementLimitsView } from "../world/agreement-details.ts";
import type { BillingAgreement } from "../world/billing-agreement.ts";
import { authorizationView, captureView, refundView } from "../world/details.ts";
import { newUuid } from "../world/ids.ts";
import type { OrderReference } from "../world/objects.ts";
import type { SandboxObject, World } from "../world/world.ts";
import type { NoticeContent } from "./store.ts";

/**
 * Writes a notice of the object as it stands now. Without an address to send it to there is none. `eventType`: what of
 * a billing agreement changed, when not its state.
 */
export function announce(world: World, object: SandboxObject, eventType?: BillingAgreementEventType): void {
  if (world.sellers.get(object.sellerId)?.notificationUrl === undefined) return;
  announceContent(world, object, contentOf(world, object, eventType));
}

type Subject = Pick<SandboxObject, "id" | "sellerId"> &
  (Pick<OrderReference, "environment"> | { readonly orderReferenceId: string });

/** Writes a notice about something of a seller's. */
export function announceContent(world: World, object: Subject, content: NoticeContent): void {
  const url = world.sellers.get(object.sellerId)?.notificationUrl;
  if (!url) return;
  const environment =
    "environment" in object
      ? object.environment
      : (world.orderReferences.get(object.orderReferenceId)?.environment ?? "Sandbox");
  world.notices.add({
    noticeId: newUuid(world.random),
    notificationReferenceId: newUuid(world.random),
    sellerId: object.sellerId,
    url,
    environment,
    objectId: object.id,
    content,
    createdAt: world.now,
    sequence: world.notices.nextSequence(),
    state: "waiting",
    isUnderWay: false,
    nextAttemptAt: world.now + world.settings.noticeDelayMs,
    attempts: [],
  });
}

function contentOf(world: World, object: SandboxObject, eventType?: BillingAgreementEventType): NoticeContent {
  switch (object.kind) {
    case "BillingAgreement":
      return {
        type: "BillingAgreementNotification",
        details: agreementNotice(world, object),
        eventType: eventType ?? "BillingAgreementStatusUpdated",
      };
    case "OrderReference":
      return { type: "OrderReferenceNotification", details: orderReferenceNotice(object) };
    case "Authorization":
      return {
        type: "PaymentAuthorize",
        details: { ...authorizationView(world, object), SellerAuthorizationNote: undefined, OrderItemCategories: [] },
      };
    case "Capture":
      return { type: "PaymentCapture", details: { ...captureView(world, object), SellerCaptureNote: undefined } };
    case "Refund":
      return { type: "PaymentRefund", details: { ...refundView(world, object), SellerRefundNote: undefined } };
  }
}

/** No buyer, no address, no note: recorded notices hold none. */
function orderReferenceNotice(order: OrderReference): NotificationDetails<"OrderReferenceNotification"> {
  return {
    AmazonOrderReferenceId: order.id,
    OrderTotal: order.orderTotal,
    SellerOrderAttributes: {
      SellerId: order.sellerId,
      SellerOrderId: order.sellerOrderAttributes?.SellerOrderId,
      OrderItemCategories: order.sellerOrderAttributes?.OrderItemCategories ?? [],
    },
    OrderReferenceStatus: {
      State: order.state,
      LastUpdateTimestamp: order.updatedAt,
      ReasonCode: order.reasonCode,
      ReasonDescription: order.reasonDescription,
    },
    CreationTimestamp: order.createdAt,
    ExpirationTimestamp: order.createdAt + lifetimes.orderReferenceMs,
  };
}

function agreementNotice(
  world: World,
  agreement: BillingAgreement,
): NotificationDetails<"BillingAgreementNotification"> {
  return {
    AmazonBillingAgreementId: agreement.id,
    SellerBillingAgreementAttributes: {
      SellerId: agreement.sellerId,
      SellerBillingAgreementId: agreement.sellerBillingAgreementAttributes?.SellerBillingAgreementId,
    },
    BillingAgreementStatus: {
      State: agreement.state,
      LastUpdateTimestamp: agreement.updatedAt,
      ReasonCode: agreement.reasonCode,
      ReasonDescription: agreement.reasonDescription,
    },
    CreationTimestamp: agreement.createdAt,
    BillingAgreementLimits: agreementLimitsView(world, agreement),
    BillingAgreementConsent: agreement.consent,
  };
}
