import { lifetimes } from "@noren-pay/protocol";
import { isRefusal, refuse } from "../refusal.ts";
import { confirm } from "../world/changes.ts";
import { constraintsOf } from "../world/details.ts";
import { authenticationOf } from "./authentication.ts";
import type { Handler } from "./handler.ts";
import { findOrderReference } from "./lookup.ts";

export const confirmOrderReference: Handler<"ConfirmOrderReference"> = (world, caller, request) => {
  const order = findOrderReference(world, caller, request.AmazonOrderReferenceId);
  if (isRefusal(order)) return order;
  switch (order.state) {
    case "Open":
      return world.settings.confirmOpenIsNoOp ? {} : refuse("InvalidOrderReferenceStatus");
    case "Canceled":
    case "Closed":
      return refuse(
        "InvalidOrderReferenceStatus",
        `OrderReference ${order.id} is in state ${order.state} and cannot be confirmed.`,
      );
    case "Suspended":
      if (!order.cardIsFresh) return refuse("PaymentMethodNotUpdated");
  }
  const found = constraintsOf(world, order);
  if (found.length > 0) {
    return refuse(
      "ConstraintsExist",
      `OrderReference ${order.id} has constraints ${found.join(", ")} and cannot be confirmed.`,
    );
  }
  const authentication = authenticationOf(world, request);
  if (isRefusal(authentication)) return authentication;
  order.paymentAuthentication = authentication;
  confirm(world, order);
  if (request.ExpectImmediateAuthorization) {
    world.due.schedule("immediateAuthorizationMissed", world.now + lifetimes.expectImmediateAuthorizationMs, order.id);
  }
  return {};
};
