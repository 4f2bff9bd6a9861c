import { lifetimes, type NotificationDetails } from "@noren-pay/protocol";
import { authorizationView, captureView, refundView } from "../world/details.ts";
import { newUuid } from "../world/ids.ts";
import type { OrderReference, PaymentObject } from "../world/objects.ts";
import type { World } from "../world/world.ts";
import type { NoticeContent } from "./store.ts";

/** Writes a notice of the object as it stands now. Without an address to send it to there is none. */
export function announce(world: World, object: PaymentObject): void {
  const url = world.sellers.get(object.sellerId)?.notificationUrl;
  if (!url) return;
  const orderReferenceId = object.kind === "OrderReference" ? object.id : object.orderReferenceId;
  const environment = world.orderReferences.get(orderReferenceId)?.environment ?? "Sandbox";
  world.notices.add({
    noticeId: newUuid(world.random),
    notificationReferenceId: newUuid(world.random),
    sellerId: object.sellerId,
    url,
    environment,
    objectId: object.id,
    content: contentOf(world, object),
    createdAt: world.now,
    sequence: world.notices.nextSequence(),
    state: "waiting",
    isUnderWay: false,
    nextAttemptAt: world.now + world.settings.noticeDelayMs,
    attempts: [],
  });
}

function contentOf(world: World, object: PaymentObject): NoticeContent {
  switch (object.kind) {
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
