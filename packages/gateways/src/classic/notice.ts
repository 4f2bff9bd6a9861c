// What a verified notification says of its object, in the inner model's words.
import type { Snapshot } from "@noren-pay/payments";
import type { Notification } from "@noren-pay/protocol";
import { authorizationSnapshot, captureSnapshot, orderReferenceSnapshot, refundSnapshot } from "./snapshots.ts";

/** Undefined for what the model has no object for: billing agreements, chargebacks, and types nobody here knows. */
export function noticeSnapshot(notification: Notification): Snapshot | undefined {
  switch (notification.type) {
    case "OrderReferenceNotification":
      return orderReferenceSnapshot(notification.details);
    case "PaymentAuthorize":
      return authorizationSnapshot(notification.details);
    case "PaymentCapture":
      return captureSnapshot(notification.details);
    case "PaymentRefund":
      return refundSnapshot(notification.details);
    default:
      return undefined;
  }
}
