import {
  closeCapture,
  closeOrderReference,
  completeCapture,
  declineCapture,
  orderOf,
  stopShipment,
} from "../world/changes.ts";
import type { Capture } from "../world/objects.ts";
import { refundableAmount } from "../world/refund-limits.ts";
import { chargeBack, refundBesides } from "../world/reversals.ts";
import type { World } from "../world/world.ts";
import type { EventDetails, EventTable, EventWords, ObjectEvent } from "./event.ts";

const left = (world: World, capture: Capture) => refundableAmount(world, capture) - capture.refundedAmount;

/** What is taken when nobody says how much: what the buyer paid and was not refunded. */
const amountOf = (world: World, capture: Capture, { amount }: EventDetails): number =>
  Math.min(amount ?? Math.max(1, capture.amount.amount - capture.refundedAmount), left(world, capture));

/** Money that goes back without the merchant. */
const reversed = (
  words: EventWords,
  happen: (world: World, capture: Capture, amount: number) => void,
): ObjectEvent<Capture> => ({
  states: ["Completed"],
  takesAmount: true,
  words,
  isPossible: (world, capture) => left(world, capture) > 0,
  happen: (world, capture, details) => happen(world, capture, amountOf(world, capture, details)),
});

export const captureEvents = {
  complete: {
    states: ["Pending"],
    words: { ja: "売上請求が完了する", en: "it comes through" },
    happen: completeCapture,
  },
  declineAmazonRejected: {
    states: ["Pending"],
    words: { ja: "Amazonが拒否する", en: "Amazon rejects it" },
    happen: (world, capture) => declineCapture(world, capture, "AmazonRejected"),
  },
  declineProcessingFailure: {
    states: ["Pending"],
    words: { ja: "処理エラーになる", en: "processing fails" },
    happen: (world, capture) => declineCapture(world, capture, "ProcessingFailure"),
  },
  stopShipment: {
    states: ["Pending"],
    words: { ja: "Amazonが出荷停止を求める", en: "Amazon asks to stop the shipment" },
    happen: stopShipment,
  },
  amazonCloses: {
    states: ["Completed"],
    words: { ja: "Amazonが売上請求をクローズする", en: "Amazon closes it" },
    happen: (world, capture) => closeCapture(world, capture, "AmazonClosed"),
  },
  chargeBack: reversed({ ja: "チャージバックされる", en: "the buyer's bank charges it back" }, chargeBack),
  refundByClaim: reversed(
    { ja: "Amazonマーケットプレイス保証で返金される", en: "the buyer wins an A-to-z claim" },
    (world, capture, amount) => {
      refundBesides(world, capture, { amount, type: "AmazonA-ZGuarantee", reason: "AmazonA-ZRefund" });
      const order = orderOf(world, capture);
      if (order.state === "Open" || order.state === "Suspended") closeOrderReference(world, order, "AmazonClosed");
    },
  ),
  refundByAmazon: reversed(
    { ja: "Amazonが購入者に返金する", en: "Amazon refunds the buyer" },
    (world, capture, amount) =>
      refundBesides(world, capture, { amount, type: "AmazonA-ZRefund", reason: "AmazonA-ZRefund" }),
  ),
  refundByBuyer: reversed(
    { ja: "購入者がキャンセルして返金される", en: "the buyer cancels and is refunded" },
    (world, capture, amount) =>
      refundBesides(world, capture, { amount, type: "BuyerCanceled", reason: "BuyerCanceled" }),
  ),
} as const satisfies EventTable<Capture>;
