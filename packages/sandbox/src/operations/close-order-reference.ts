import { isRefusal, refuse } from "../refusal.ts";
import { closeOrderReference as close } from "../world/changes.ts";
import type { Handler } from "./handler.ts";
import { findOrderReference } from "./lookup.ts";
import { simulationOf } from "./simulated.ts";

export const closeOrderReference: Handler<"CloseOrderReference"> = (world, caller, request) => {
  const order = findOrderReference(world, caller, request.AmazonOrderReferenceId);
  if (isRefusal(order)) return order;
  const isEnded = order.state === "Closed" || order.state === "Canceled";
  if (isEnded && world.settings.endingEndedIsNoOp) return {};
  if (order.state !== "Open" && order.state !== "Suspended") {
    return refuse("InvalidCloseAttempt", `OrderReference ${order.id} is in state ${order.state} and cannot be closed.`);
  }
  const simulation = simulationOf(caller, "CloseOrderReference", request.ClosureReason);
  if (isRefusal(simulation)) return simulation;
  if (simulation?.reasonCode === "AmazonClosed") close(world, order, "AmazonClosed");
  else close(world, order, "SellerClosed", request.ClosureReason);
  return {};
};
