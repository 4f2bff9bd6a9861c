import { samePrice } from "@noren-pay/base";
import type { Command, OrderDetails } from "../../model/facts.ts";
import type { Order } from "../../model/order.ts";
import { detailsRefusal } from "../new-order.ts";
import type { Working } from "../working.ts";

/** Sets details, confirms, authorizes. On an order that is placed already it changes nothing. */
export function place(w: Working, { details }: Extract<Command, { kind: "place" }>) {
  const { order } = w;
  const isDraft = order.orderReference.state === "Draft";
  if (order.orderReference.state === "Canceled") w.refusal = { code: "orderCanceled" };
  else if (order.wish.kind === "cancel") w.refusal = { code: "orderBeingCanceled" };
  else if (details !== undefined && differs(order, details)) {
    if (!isDraft || order.wish.kind === "pay") w.refusal = { code: "idReused", field: "amazonOrderReferenceId" };
    else w.refusal = detailsRefusal(details, order.account);
  }
  if (w.refusal !== undefined || !isDraft || order.wish.kind === "pay") return;
  if (details !== undefined) {
    order.total = details.total;
    order.sellerOrderId = details.sellerOrderId;
    order.storeName = details.storeName;
    order.sellerNote = details.sellerNote;
  }
  order.wish = { kind: "pay" };
  order.attempts = 0;
  order.problem = undefined;
  // The buyer may have chosen another address or card since: what the order reference says is set and judged anew.
  order.detailsSet = false;
  order.orderReference = { ...order.orderReference, constraints: [] };
}

const differs = (order: Order, { total, sellerOrderId, storeName, sellerNote }: OrderDetails): boolean =>
  !samePrice(order.total, total) ||
  order.sellerOrderId !== sellerOrderId ||
  order.storeName !== storeName ||
  order.sellerNote !== sellerNote;
