// What to do about a declined authorization. Source: integration guide, handling declines.
import { minutes } from "@noren-pay/base";
import type { Authorization } from "../../model/order.ts";
import { giveUpPaying } from "../plan.ts";
import { checkOrderReference, say, type Working } from "../working.ts";

/** Amazon's advice: a minute or two. */
const processingFailureDelayMs = minutes(2);

/** `order.attempts` counts the authorizations asked for since the shop's last command to pay. */
export function decideDeclined(w: Working, authorization: Authorization) {
  switch (authorization.reasonCode) {
    case "InvalidPaymentMethod":
      // Soft or hard, Amazon has suspended the order reference: authorizing now is refused.
      suspend(w);
      return giveUpPaying(w);
    case "AmazonRejected":
      // Amazon has closed the order reference: nothing is left to retry on.
      checkOrderReference(w);
      return giveUpPaying(w);
    case "TransactionTimedOut":
      return mayRetry(w) && canGoAsync(w, authorization) ? undefined : giveUp(w, authorization);
    case "ProcessingFailure":
      if (!mayRetry(w)) return giveUp(w, authorization);
      w.order.nextAttemptAt = w.now + processingFailureDelayMs;
      return say(w, "authorizationRetryPlanned", { at: w.order.nextAttemptAt, reasonCode: authorization.reasonCode });
    default:
      return giveUp(w, authorization);
  }
}

const mayRetry = ({ order }: Working): boolean =>
  order.wish.kind === "pay" && order.attempts < order.policy.authorizationAttemptsMax;

/** Asking again in sync would time out again. */
const canGoAsync = ({ order }: Working, { mode }: Authorization): boolean =>
  order.account.capabilities.pendingAuthorizations &&
  (mode === "async" || order.policy.authorizationMode === "syncThenAsync");

function giveUp(w: Working, { id, reasonCode }: Authorization) {
  if (w.order.wish.kind === "pay") say(w, "authorizationGivenUp", { authorizationId: id, reasonCode });
  giveUpPaying(w);
}

function suspend(w: Working) {
  const { orderReference } = w.order;
  // The read that follows is the truth; until then the books say what Amazon's documents promise.
  checkOrderReference(w);
  if (orderReference.state !== "Open") return;
  const reasonCode = "InvalidPaymentMethod";
  say(w, "orderReferenceChanged", { from: "Open", to: "Suspended", reasonCode });
  w.order.orderReference = { ...orderReference, state: "Suspended", reasonCode };
}
