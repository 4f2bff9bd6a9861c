import { limits } from "@noren-pay/protocol";
import type { Command } from "../../model/facts.ts";
import { hasMoved } from "../balances.ts";
import type { Working } from "../working.ts";

/**
 * Cancels while nothing is captured. With a capture whose end is not known yet the wish stands and waits: it is carried
 * out when the capture turns out to have failed, and given up, with a line in the timeline, when money moved.
 */
export function cancel(w: Working, { reason }: Extract<Command, { kind: "cancel" }>) {
  const { order } = w;
  if (order.orderReference.state === "Canceled" || order.wish.kind === "cancel") return;
  if (order.captures.some((each) => hasMoved(each) || each.state === "Pending"))
    w.refusal = { code: "alreadyCaptured" };
  else if (order.orderReference.state === "Closed") w.refusal = { code: "orderClosed" };
  else if ((reason?.length ?? 0) > limits.reasonLengthMax) w.refusal = { code: "textTooLong", field: "reason" };
  if (w.refusal !== undefined) return;
  order.wish = { kind: "cancel", reason };
  order.nextAttemptAt = undefined;
  order.problem = undefined;
}
