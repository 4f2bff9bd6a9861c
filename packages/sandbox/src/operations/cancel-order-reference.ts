import { isRefusal, refuse } from "../refusal.ts";
import { cancelOrderReference as cancel } from "../world/changes.ts";
import type { Handler } from "./handler.ts";
import { findOrderReference } from "./lookup.ts";

export const cancelOrderReference: Handler<"CancelOrderReference"> = (world, caller, request) => {
  const order = findOrderReference(world, caller, request.AmazonOrderReferenceId);
  if (isRefusal(order)) return order;
  const isEnded = order.state === "Closed" || order.state === "Canceled";
  if (isEnded && world.settings.endingEndedIsNoOp) return {};
  if (isEnded || (order.state === "Draft" && !world.settings.cancelDraft)) {
    return refuse(
      "InvalidCancelAttempt",
      `OrderReference ${order.id} is in state ${order.state} and cannot be canceled.`,
    );
  }
  if (order.standingCaptures > 0) {
    return refuse("InvalidCancelAttempt", `OrderReference ${order.id} has captures and cannot be canceled.`);
  }
  cancel(world, order, "SellerCanceled", request.CancelationReason);
  return {};
};
