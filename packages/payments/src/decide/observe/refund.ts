import { sum } from "@noren-pay/base";
import { limits } from "@noren-pay/protocol";
import type { Refund } from "../../model/order.ts";
import type { RefundSnapshot } from "../../model/snapshots.ts";
import { refundableOf } from "../balances.ts";
import { bookRefund } from "../ledger.ts";
import { dropRead, planRead, putCapture, putRefund, say, settle, type Working } from "../working.ts";
import { ignoreLate, isNews } from "./observe.ts";

export function observeRefund(w: Working, snapshot: RefundSnapshot, under: string | undefined) {
  const held = find(w, snapshot) ?? adopted(w, snapshot, under);
  if (held === undefined) return askCaptures(w);
  settleIntent(w, held);
  if (snapshot.amount.amount !== held.amount.amount)
    say(w, "amountDiffers", { refundId: held.id, asked: held.amount, made: snapshot.amount });
  const isNew = isNews("Refund", held, snapshot);
  if (!isNew) ignoreLate(w, "Refund", held.id, { held, news: snapshot });
  const { amazonId, amount, createdAt, state, reasonCode, lastUpdateAt } = snapshot;
  const known: Refund = { ...held, amazonId, amount, createdAt };
  const next = isNew ? { ...known, state, reasonCode, lastUpdateAt } : known;
  putRefund(w, next);
  if (!isNew || held.state === state) return;
  say(w, "refundChanged", { refundId: held.id, amazonId, from: held.state, to: state, reasonCode, amount });
  if (held.state === "Asked") dropRead(w, "Refund", held.id);
  if (state === "Completed") completed(w, next);
}

export const find = (w: Pick<Working, "order">, snapshot: RefundSnapshot): Refund | undefined =>
  w.order.refunds.find((each) => each.amazonId === snapshot.amazonId) ??
  w.order.refunds.find((each) => each.id === snapshot.referenceId);

/** Claims and chargebacks are refunds that we did not ask for. */
function adopted(
  w: Working,
  { amount, createdAt, refundType }: RefundSnapshot,
  under: string | undefined,
): Refund | undefined {
  if (under === undefined) return undefined;
  const id = w.id();
  say(w, "refundAdopted", { refundId: id, amount, refundType });
  return { id, captureId: under, amount, state: "Asked", createdAt };
}

function askCaptures(w: Working) {
  for (const { id, amazonId } of w.order.captures)
    if (amazonId !== undefined) planRead(w, { kind: "Capture", id, amazonId, why: "check" });
}

function settleIntent(w: Working, { id }: Refund) {
  const intent = w.order.intents.find((each) => each.parameters.kind === "refund" && each.parameters.refundId === id);
  if (intent !== undefined) settle(w, intent.id);
}

function completed(w: Working, refund: Refund) {
  bookRefund(w, refund);
  const capture = w.order.captures.find((each) => each.id === refund.captureId);
  if (capture === undefined) return;
  const done = w.order.refunds.filter((each) => each.captureId === capture.id && each.state === "Completed");
  const refunded = sum(
    done.map((each) => each.amount),
    refund.amount.currencyCode,
  );
  const next = {
    ...capture,
    refundedAmount: refunded.amount > capture.refundedAmount.amount ? refunded : capture.refundedAmount,
  };
  putCapture(w, next);
  // At either limit Amazon closes the capture by itself.
  const atLimit = done.length >= limits.refundsPerCaptureMax || refundableOf(w.order, next).amount === 0;
  if (atLimit && next.state === "Completed" && next.amazonId !== undefined)
    planRead(w, { kind: "Capture", id: next.id, amazonId: next.amazonId, why: "check" });
}
