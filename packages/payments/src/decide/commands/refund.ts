import { compare } from "@noren-pay/base";
import { limits } from "@noren-pay/protocol";
import type { Refusal } from "../../model/change.ts";
import type { Command } from "../../model/facts.ts";
import type { Capture, Order } from "../../model/order.ts";
import { hasMoved, isLiveRefund, refundableOf } from "../balances.ts";
import { intend, putRefund, type Working } from "../working.ts";

type RefundCommand = Extract<Command, { kind: "refund" }>;

/** Gives money back, in parts if wished. The same refund again changes nothing; limits are checked before the call. */
export function refund(w: Working, command: RefundCommand) {
  const { order, now } = w;
  const known = order.refunds.find((each) => each.id === command.refundId);
  if (known !== undefined) {
    if (compare(known.amount, command.amount) !== 0) w.refusal = { code: "idReused", field: "refundId" };
    return;
  }
  const capture = named(w, command.captureId);
  if (capture === undefined) return;
  w.refusal = refusalOf(order, capture, command);
  if (w.refusal !== undefined) return;
  const { refundId, amount, note } = command;
  putRefund(w, { id: refundId, captureId: capture.id, amount, state: "Asked", createdAt: now });
  intend(w, { kind: "refund", refundId, captureId: capture.id, amount, note });
}

function named(w: Working, captureId: string | undefined): Capture | undefined {
  const moved = w.order.captures.filter(hasMoved);
  const capture = captureId === undefined ? moved[0] : w.order.captures.find((each) => each.id === captureId);
  if (captureId === undefined && moved.length > 1) w.refusal = { code: "captureNotNamed", field: "captureId" };
  else if (capture === undefined)
    w.refusal = { code: captureId === undefined ? "captureNotCompleted" : "captureUnknown", field: "captureId" };
  return w.refusal === undefined ? capture : undefined;
}

function refusalOf(order: Order, capture: Capture, { amount, note }: RefundCommand): Refusal | undefined {
  if (capture.state !== "Completed") return { code: "captureNotCompleted", field: "captureId" };
  if (amount.currencyCode !== capture.amount.currencyCode) return { code: "currencyMismatch", field: "amount" };
  if (amount.amount <= 0) return { code: "amountNotPositive", field: "amount" };
  if ((note?.length ?? 0) > limits.noteLengthMax) return { code: "textTooLong", field: "note" };
  const live = order.refunds.filter((each) => each.captureId === capture.id && isLiveRefund(each));
  if (live.length >= limits.refundsPerCaptureMax) return { code: "tooManyRefunds", field: "captureId" };
  const limit = refundableOf(order, capture);
  return compare(amount, limit) > 0 ? { code: "refundOverLimit", field: "amount", limit } : undefined;
}
