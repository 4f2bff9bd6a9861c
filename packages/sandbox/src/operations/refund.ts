import { samePrice } from "@noren-pay/base";
import { limits } from "@noren-pay/protocol";
import { type AmazonRefusal, isRefusal, refuse } from "../refusal.ts";
import { refundView } from "../world/details.ts";
import { newTransactionId } from "../world/ids.ts";
import type { Capture, Refund } from "../world/objects.ts";
import { addRefund, refundableAmount } from "../world/refund-limits.ts";
import { freeId, referenceKey, type World } from "../world/world.ts";
import type { Handler, RequestFor } from "./handler.ts";
import { findCapture } from "./lookup.ts";
import { refusalOfAmount } from "./money.ts";
import { simulationOf } from "./simulated.ts";

export const refund: Handler<"Refund"> = (world, caller, request) => {
  const key = referenceKey(caller.seller.sellerId, "Refund", request.RefundReferenceId);
  const first = world.refunds.get(world.references.get(key) ?? "");
  if (first) return replay(world, first, request);
  const capture = findCapture(world, caller, request.AmazonCaptureId);
  if (isRefusal(capture)) return capture;
  const refusal = refusalOf(world, capture, request);
  if (refusal) return refusal;
  const simulation = simulationOf(caller, "Refund", request.SellerRefundNote);
  if (isRefusal(simulation)) return simulation;
  const made = create(world, capture, {
    request,
    outcome: simulation?.name === "refundAmazonRejected" ? "declined" : "completed",
  });
  world.references.set(key, made.id);
  return { RefundDetails: refundView(world, made) };
};

type Request = RequestFor<"Refund">;

/** The same call again gets the first one's refund as it is now. */
function replay(world: World, first: Refund, request: Request): ReturnType<typeof refund> {
  if (first.captureId !== request.AmazonCaptureId) return refuse("DuplicateReferenceId");
  const isSame =
    samePrice(first.amount, request.RefundAmount) &&
    (first.note ?? "") === (request.SellerRefundNote ?? "") &&
    (first.softDescriptor ?? "") === (request.SoftDescriptor ?? "");
  return isSame ? { RefundDetails: refundView(world, first) } : refuse("DuplicateRequest");
}

function refusalOf(world: World, capture: Capture, request: Request): AmazonRefusal | undefined {
  if (capture.state !== "Completed") {
    return refuse("CaptureNotRefundable", `Capture ${capture.id} is in state ${capture.state} and cannot be refunded.`);
  }
  if (capture.refundIds.length >= limits.refundsPerCaptureMax) return refuse("TransactionCountExceeded");
  return refusalOfAmount(world, request.RefundAmount, {
    currencyCode: capture.amount.currencyCode,
    most: refundableAmount(world, capture) - capture.refundedAmount,
  });
}

function create(
  world: World,
  capture: Capture,
  { request, outcome }: { request: Request; outcome: Refund["outcome"] },
): Refund {
  const made: Refund = {
    kind: "Refund",
    id: freeId(world.refunds, () => newTransactionId(world.random, capture.orderReferenceId, "R")),
    captureId: capture.id,
    orderReferenceId: capture.orderReferenceId,
    sellerId: capture.sellerId,
    referenceId: request.RefundReferenceId,
    amount: request.RefundAmount,
    note: request.SellerRefundNote,
    softDescriptor: request.SoftDescriptor,
    createdAt: world.now,
    state: "Pending",
    updatedAt: world.now,
    type: "SellerInitiated",
    outcome,
  };
  addRefund(world, capture, made);
  world.due.schedule("refundProcessed", world.now + world.settings.processingMs, made.id);
  return made;
}
