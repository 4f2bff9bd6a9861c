import { limits, overageOf } from "@noren-pay/protocol";
import { closeCapture } from "./changes.ts";
import type { Capture, Refund } from "./objects.ts";
import type { World } from "./world.ts";

/** The most that may be refunded on a capture, in minor units: its amount and the overage. */
export const refundableAmount = (world: World, capture: Capture): number =>
  capture.amount.amount + overageOf(capture.amount, world.settings.region).amount;

/** A refund begins: its amount is taken from what may be refunded. */
export function addRefund(world: World, capture: Capture, refund: Refund): void {
  world.refunds.set(refund.id, refund);
  world.history.note(refund, world.now);
  capture.refundIds.push(refund.id);
  capture.refundedAmount += refund.amount.amount;
}

/** After a completed refund: a capture whose refunds have reached the limit, with none under way, is closed. */
export function closeAtRefundLimits(world: World, refund: Refund): void {
  const capture = world.captures.get(refund.captureId);
  if (capture?.state !== "Completed") return;
  if (capture.refundIds.some((id) => world.refunds.get(id)?.state === "Pending")) return;
  if (capture.refundedAmount >= refundableAmount(world, capture)) closeCapture(world, capture, "MaxAmountRefunded");
  else if (capture.refundIds.length >= limits.refundsPerCaptureMax) closeCapture(world, capture, "MaxRefundsProcessed");
}
