import { compare, type Price } from "@noren-pay/base";
import { limits } from "@noren-pay/protocol";
import type { Refusal } from "../../model/change.ts";
import type { Command } from "../../model/facts.ts";
import type { Authorization, Shipment } from "../../model/order.ts";
import { capturableOf, isLiveCapture } from "../balances.ts";
import { intend, putCapture, type Working } from "../working.ts";

type Ship = Extract<Command, { kind: "ship" }>;

/** Captures for goods that leave. The same shipment again changes nothing while its capture is live. */
export function ship(w: Working, command: Ship) {
  const { order, now } = w;
  const known = order.shipments.find((each) => each.id === command.shipmentId);
  if (known !== undefined && order.captures.some((each) => each.shipmentId === known.id && isLiveCapture(each))) {
    const same = command.amount === undefined || compare(command.amount, known.amount) === 0;
    if (!same) w.refusal = { code: "idReused", field: "shipmentId" };
    return;
  }
  w.refusal = orderRefusal(w, command);
  if (w.refusal !== undefined) return;
  const authorization = chosen(w, command.amount);
  if (authorization === undefined) return;
  const amount = command.amount ?? authorization.amount;
  const shipment: Shipment = { id: command.shipmentId, amount, note: command.note, createdAt: known?.createdAt ?? now };
  order.shipments = [...order.shipments.filter((each) => each.id !== shipment.id), shipment];
  const captureId = w.id();
  putCapture(w, {
    id: captureId,
    authorizationId: authorization.id,
    shipmentId: shipment.id,
    amount,
    refundedAmount: { ...amount, amount: 0 },
    state: "Asked",
    createdAt: now,
  });
  intend(w, { kind: "capture", captureId, authorizationId: authorization.id, amount, note: command.note });
}

function orderRefusal({ order }: Working, { amount, note }: Ship): Refusal | undefined {
  if (order.orderReference.state === "Canceled") return { code: "orderCanceled" };
  if (order.wish.kind === "cancel") return { code: "orderBeingCanceled" };
  if (order.orderReference.state === "Draft") return { code: "orderNotPlaced" };
  if (amount !== undefined && amount.currencyCode !== order.total.currencyCode)
    return { code: "currencyMismatch", field: "amount" };
  if (amount !== undefined && amount.amount <= 0) return { code: "amountNotPositive", field: "amount" };
  if ((note?.length ?? 0) > limits.noteLengthMax) return { code: "textTooLong", field: "note" };
  return undefined;
}

/** The smallest open authorization that bears the amount; without an amount the oldest. Sets the refusal otherwise. */
function chosen(w: Working, amount: Price | undefined): Authorization | undefined {
  const open = capturableOf(w.order, w.now);
  const bearing = open.filter((each) => amount === undefined || compare(each.amount, amount) >= 0);
  const best = amount === undefined ? bearing[0] : bearing.toSorted((a, b) => compare(a.amount, b.amount))[0];
  if (best !== undefined) return best;
  const largest = open
    .map((each) => each.amount)
    .toSorted(compare)
    .at(-1);
  w.refusal =
    largest === undefined ? { code: "nothingAuthorized" } : { code: "overAuthorized", field: "amount", limit: largest };
  return undefined;
}
