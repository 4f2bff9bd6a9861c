import type { Working } from "../working.ts";

/** Sets details, confirms, authorizes. On an order that is placed already it changes nothing. */
export function place(w: Working) {
  const { order } = w;
  if (order.orderReference.state === "Canceled") w.refusal = { code: "orderCanceled" };
  if (order.wish.kind === "cancel") w.refusal = { code: "orderBeingCanceled" };
  if (w.refusal !== undefined || order.orderReference.state !== "Draft" || order.wish.kind === "pay") return;
  order.wish = { kind: "pay" };
  order.attempts = 0;
  order.problem = undefined;
  // The buyer may have chosen another address or card since: what the order reference says is set and judged anew.
  order.detailsSet = false;
  order.orderReference = { ...order.orderReference, constraints: [] };
}
