// A verified notification is a hint: it never changes the books by itself. Where it says what they hold, or something
// older, nothing is read.
import type { ObjectKind } from "@noren-pay/protocol";
import type { Order } from "../model/order.ts";
import type { AuthorizationSnapshot, CaptureSnapshot, Snapshot } from "../model/snapshots.ts";
import { find as findAuthorization } from "./observe/authorization.ts";
import { find as findCapture } from "./observe/capture.ts";
import { isLate } from "./observe/observe.ts";
import { find as findRefund } from "./observe/refund.ts";
import { checkOrderReference, planRead, say, type Working } from "./working.ts";

export function noticed(w: Working, messageId: string, says: Snapshot | undefined) {
  if (says === undefined) return say(w, "noticeTaken", { messageId, effect: "none" });
  const held = heldOf(w.order, says);
  const effect = held === undefined ? "read" : effectOf(w.order, says, held);
  say(w, "noticeTaken", { messageId, kind: says.kind, amazonId: says.amazonId, state: says.state, effect });
  if (effect !== "read") return;
  if (says.kind === "OrderReference") return checkOrderReference(w, "notice");
  planRead(w, { kind: says.kind, id: held?.id ?? says.amazonId, amazonId: says.amazonId, why: "notice" });
}

interface Held {
  readonly id: string;
  readonly state: string;
  readonly reasonCode?: string | undefined;
  readonly lastUpdateAt?: number | undefined;
}

function heldOf(order: Order, says: Snapshot): Held | undefined {
  switch (says.kind) {
    case "OrderReference":
      return { ...order.orderReference, id: order.orderId };
    case "Authorization":
      return findAuthorization({ order }, says);
    case "Capture":
      return findCapture({ order }, says);
    case "Refund":
      return findRefund({ order }, says);
  }
}

function effectOf(order: Order, says: Snapshot, held: Held): "same" | "late" | "read" {
  const known = knowsParts(order, says);
  if (isLate(says.kind satisfies ObjectKind, held, says)) return known ? "late" : "read";
  const sameReason =
    held.reasonCode === undefined || says.reasonCode === undefined || held.reasonCode === says.reasonCode;
  return known && held.state === says.state && sameReason ? "same" : "read";
}

/** Whether the books hold every object below, and no smaller sums, than the notice speaks of. */
function knowsParts(order: Order, says: Snapshot): boolean {
  switch (says.kind) {
    case "OrderReference":
    case "Refund":
      return true;
    case "Authorization":
      return knowsCaptures(order, says);
    case "Capture":
      return knowsRefunds(order, says);
  }
}

function knowsCaptures(order: Order, says: AuthorizationSnapshot): boolean {
  const held = findAuthorization({ order }, says);
  return (
    says.capturedAmount.amount <= (held?.capturedAmount.amount ?? 0) &&
    says.captureIds.every((id) => order.captures.some((each) => each.amazonId === id))
  );
}

function knowsRefunds(order: Order, says: CaptureSnapshot): boolean {
  const held = findCapture({ order }, says);
  return (
    says.refundedAmount.amount <= (held?.refundedAmount.amount ?? 0) &&
    says.refundIds.every((id) => order.refunds.some((each) => each.amazonId === id))
  );
}
