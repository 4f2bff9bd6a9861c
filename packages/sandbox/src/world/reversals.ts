// Money that goes back to a buyer without a call of the merchant's: chargebacks, A-to-z claims, buyers' cancellations.
import { announceContent } from "../notices/announce.ts";
import { completeRefund } from "./changes.ts";
import { newChargebackId, newTransactionId } from "./ids.ts";
import type { Capture, Refund, RefundType } from "./objects.ts";
import { addRefund, closeAtRefundLimits } from "./refund-limits.ts";
import { freeId, type World } from "./world.ts";

interface Reversal {
  /** Minor units; at most what may still be refunded. */
  readonly amount: number;
  readonly type: RefundType;
  readonly reason?: "AmazonA-ZRefund" | "BuyerCanceled";
  /** In place of the merchant's own. */
  readonly referenceId?: string;
}

/** Adds a Completed refund to the capture. */
export function refundBesides(world: World, capture: Capture, reversal: Reversal): Refund {
  const id = freeId(world.refunds, () => newTransactionId(world.random, capture.orderReferenceId, "R"));
  const refund: Refund = {
    kind: "Refund",
    id,
    captureId: capture.id,
    orderReferenceId: capture.orderReferenceId,
    sellerId: capture.sellerId,
    referenceId: reversal.referenceId ?? id,
    amount: { amount: reversal.amount, currencyCode: capture.amount.currencyCode },
    note: undefined,
    softDescriptor: undefined,
    createdAt: world.now,
    state: "Pending",
    updatedAt: world.now,
    type: reversal.type,
    outcome: "completed",
  };
  addRefund(world, capture, refund);
  completeRefund(world, refund, reversal.reason);
  closeAtRefundLimits(world, refund);
  return refund;
}

/** The buyer's bank takes the money back. Amazon tells of it with a notice of its own, on the live path only; we always do. */
export function chargeBack(world: World, capture: Capture, amount: number): void {
  const chargebackId = newChargebackId(world.random);
  announceContent(world, capture, {
    type: "ChargebackDetailedNotification",
    details: {
      AmazonChargebackId: chargebackId,
      AmazonOrderReferenceId: capture.orderReferenceId,
      AmazonCaptureReferenceId: capture.referenceId,
      CreationTimestamp: world.now,
      ChargebackAmount: { amount, currencyCode: capture.amount.currencyCode },
      ChargebackState: "RECEIVED",
      ChargebackReason: "Unauthorized Transaction Chargeback",
    },
  });
  refundBesides(world, capture, { amount, type: "Chargeback", referenceId: chargebackId });
}
