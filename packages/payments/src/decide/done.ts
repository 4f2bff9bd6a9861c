// What a call that succeeded has brought about, as far as Amazon's documents promise it: some answers are empty, and
// what follows for other objects is only told by notices. Each promise kept here spares a read.
import { isFinal } from "@noren-pay/protocol";
import type { Intent } from "../model/intents.ts";
import type { Order } from "../model/order.ts";
import { becomeOpen } from "./plan.ts";
import { checkOrderReference, putAuthorization, say, type Working } from "./working.ts";

/** Whether the books show what the intent was to make. Intents that make nothing are settled by any answer. */
export function settledByAnswer(order: Order, { parameters }: Intent): boolean {
  switch (parameters.kind) {
    case "authorize":
      return order.authorizations.find((each) => each.id === parameters.authorizationId)?.state !== "Asked";
    case "capture":
      return order.captures.find((each) => each.id === parameters.captureId)?.state !== "Asked";
    case "refund":
      return order.refunds.find((each) => each.id === parameters.refundId)?.state !== "Asked";
    case "setDetails":
    case "confirm":
    case "cancel":
    case "close":
    case "closeAuthorization":
      return true;
  }
}

export function confirmed(w: Working, { parameters }: Intent) {
  switch (parameters.kind) {
    case "setDetails":
      w.order.detailsSet = true;
      return;
    case "confirm":
      becomeOpen(w);
      // From here on Amazon tells the buyer's name and full address, and when the order reference ends.
      return checkOrderReference(w, "details");
    case "cancel":
      return becomeCanceled(w);
    case "close":
      return leave(w, "Closed", "SellerClosed");
    case "closeAuthorization":
      return closeAuthorization(w, parameters.authorizationId, "SellerClosed");
    case "authorize":
    case "capture":
    case "refund":
      return;
  }
}

/** Source: CancelOrderReference closes all authorizations of the order reference. */
function becomeCanceled(w: Working) {
  leave(w, "Canceled", "SellerCanceled");
  for (const { id } of w.order.authorizations) closeAuthorization(w, id, "OrderReferenceCanceled");
}

function leave(w: Working, state: "Canceled" | "Closed", reasonCode: string) {
  const { orderReference } = w.order;
  if (isFinal("OrderReference", orderReference.state)) return;
  say(w, "orderReferenceChanged", { from: orderReference.state, to: state, reasonCode });
  w.order.orderReference = { ...orderReference, state, reasonCode };
  w.order.problem = undefined;
}

/** Marks an authorization that is Pending or Open as closed. */
export function closeAuthorization(w: Working, id: string, reasonCode: string) {
  const authorization = w.order.authorizations.find((each) => each.id === id);
  if (authorization?.state !== "Open" && authorization?.state !== "Pending") return;
  say(w, "authorizationChanged", {
    authorizationId: id,
    amazonId: authorization.amazonId,
    from: authorization.state,
    to: "Closed",
    reasonCode,
  });
  putAuthorization(w, { ...authorization, state: "Closed", reasonCode });
}
