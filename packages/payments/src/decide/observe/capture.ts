import { sum } from "@noren-pay/base";
import { overageOf } from "@noren-pay/protocol";
import type { Capture } from "../../model/order.ts";
import { policyOf } from "../../model/policy.ts";
import type { CaptureSnapshot } from "../../model/snapshots.ts";
import { balancesOf, hasMoved, isLiveAuthorization } from "../balances.ts";
import { closeAuthorization } from "../done.ts";
import { bookCapture, bookFee } from "../ledger.ts";
import {
  checkOrderReference,
  dropRead,
  planRead,
  putAuthorization,
  putCapture,
  say,
  settle,
  type Working,
} from "../working.ts";
import { ignoreLate, isNews } from "./observe.ts";

export function observeCapture(w: Working, snapshot: CaptureSnapshot, under: string | undefined) {
  const held = find(w, snapshot) ?? adopted(w, snapshot, under);
  if (held === undefined) return askAuthorizations(w);
  settleIntent(w, held);
  if (snapshot.amount.amount !== held.amount.amount)
    say(w, "amountDiffers", { captureId: held.id, asked: held.amount, made: snapshot.amount });
  const isNew = isNews("Capture", held, snapshot);
  if (!isNew) ignoreLate(w, "Capture", held.id, { held, news: snapshot });
  const refundedAmount =
    snapshot.refundedAmount.amount > held.refundedAmount.amount ? snapshot.refundedAmount : held.refundedAmount;
  const { amazonId, amount, createdAt, state, reasonCode, lastUpdateAt } = snapshot;
  const known: Capture = { ...held, amazonId, amount, createdAt, refundedAmount };
  const next = isNew ? { ...known, state, reasonCode, lastUpdateAt } : known;
  putCapture(w, next);
  if (isNew && held.state !== state) changed(w, held, next);
  seeFee(w, next, snapshot);
  for (const refundId of snapshot.refundIds)
    if (
      !w.order.refunds.some(
        (each) => each.amazonId === refundId || (each.captureId === next.id && each.state === "Asked"),
      )
    )
      planRead(w, { kind: "Refund", id: refundId, amazonId: refundId, under: next.id, why: "check" });
}

export const find = (w: Pick<Working, "order">, snapshot: CaptureSnapshot): Capture | undefined =>
  w.order.captures.find((each) => each.amazonId === snapshot.amazonId) ??
  w.order.captures.find((each) => each.id === snapshot.referenceId);

function adopted(w: Working, { amount, createdAt }: CaptureSnapshot, under: string | undefined): Capture | undefined {
  if (under === undefined) return undefined;
  const id = w.id();
  say(w, "captureAdopted", { captureId: id, amount });
  w.order.shipments = [...w.order.shipments, { id, amount, createdAt }];
  const refundedAmount = { ...amount, amount: 0 };
  return { id, authorizationId: under, shipmentId: id, amount, refundedAmount, state: "Asked", createdAt };
}

/** A capture of which we do not know the authorization: the authorizations name their captures. */
function askAuthorizations(w: Working) {
  for (const { id, amazonId, state } of w.order.authorizations)
    if (amazonId !== undefined && state !== "Declined")
      planRead(w, { kind: "Authorization", id, amazonId, why: "check" });
}

function settleIntent(w: Working, { id }: Capture) {
  const intent = w.order.intents.find((each) => each.parameters.kind === "capture" && each.parameters.captureId === id);
  if (intent !== undefined) settle(w, intent.id);
}

function changed(w: Working, from: Capture, capture: Capture) {
  const { id, amazonId, state, reasonCode, authorizationId } = capture;
  say(w, "captureChanged", {
    captureId: id,
    amazonId,
    from: from.state,
    to: state,
    reasonCode,
    amount: capture.amount,
  });
  if (from.state === "Asked") dropRead(w, "Capture", id);
  // Closed can be the first we see of a capture that was completed: its money moved all the same.
  if (hasMoved(capture) && !hasMoved(from)) completed(w, capture);
  // Whether the authorization outlives a capture that failed, only Amazon knows.
  else if (state === "Declined") {
    const amazonIdOfIt = w.order.authorizations.find((each) => each.id === authorizationId)?.amazonId;
    if (amazonIdOfIt === undefined) return;
    planRead(w, { kind: "Authorization", id: authorizationId, amazonId: amazonIdOfIt, why: "check" });
  }
}

/** Amazon may name its fee later than the capture; it is booked once. */
function seeFee(w: Working, { id, fee: known }: Capture, { fee }: CaptureSnapshot) {
  const capture = w.order.captures.find((each) => each.id === id);
  if (capture === undefined || !hasMoved(capture) || known !== undefined || fee.amount <= 0) return;
  putCapture(w, { ...capture, fee });
  bookFee(w, { ...capture, fee });
}

/** Goods that leave in parts: what this one left over is asked for again. */
function reauthorizeRest(w: Working) {
  const { order } = w;
  const wanted = policyOf(order).reauthorizeRest && order.orderReference.state === "Open";
  if (!wanted || order.wish.kind !== "none" || order.problem !== undefined) return;
  const { remaining } = balancesOf(order);
  if (remaining.amount === 0 || order.authorizations.some(isLiveAuthorization)) return;
  say(w, "restReauthorizing", { amount: remaining });
  order.wish = { kind: "pay" };
  order.attempts = 0;
}

/** Source: a capture that is accepted closes its authorization. */
function completed(w: Working, capture: Capture) {
  bookCapture(w, capture);
  closeAuthorization(w, capture.authorizationId, "MaxCapturesProcessed");
  const authorization = w.order.authorizations.find((each) => each.id === capture.authorizationId);
  if (authorization !== undefined) putAuthorization(w, { ...authorization, capturedAmount: capture.amount });
  const { total, account, captures, orderReference } = w.order;
  const captured = sum(
    captures.filter(hasMoved).map((each) => each.amount),
    total.currencyCode,
  );
  const most = total.amount + overageOf(total, account.region).amount;
  // At the most that may be charged, Amazon closes the order reference by itself.
  if (captured.amount >= most && orderReference.state === "Open") checkOrderReference(w);
  reauthorizeRest(w);
}
