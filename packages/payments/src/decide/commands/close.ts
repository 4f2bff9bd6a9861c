import { limits } from "@noren-pay/protocol";
import type { Command } from "../../model/facts.ts";
import type { Working } from "../working.ts";

/** No new authorizations. What is authorized can still be captured, and what is captured refunded. */
export function close(w: Working, { reason }: Extract<Command, { kind: "close" }>) {
  const { order } = w;
  if (order.orderReference.state === "Closed" || order.wish.kind === "close") return;
  if (order.orderReference.state === "Canceled") w.refusal = { code: "orderCanceled" };
  else if (order.orderReference.state === "Draft") w.refusal = { code: "orderNotPlaced" };
  else if (order.wish.kind === "cancel") w.refusal = { code: "orderBeingCanceled" };
  else if ((reason?.length ?? 0) > limits.reasonLengthMax) w.refusal = { code: "textTooLong", field: "reason" };
  if (w.refusal !== undefined) return;
  order.wish = { kind: "close", reason };
  order.nextAttemptAt = undefined;
  order.problem = undefined;
}
