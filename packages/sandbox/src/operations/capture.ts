import { samePrice } from "@noren-pay/base";
import { lifetimes, type Simulation } from "@noren-pay/protocol";
import { type AmazonRefusal, isRefusal, refuse } from "../refusal.ts";
import { acceptCapture, refuseCapture } from "../world/changes.ts";
import { captureView } from "../world/details.ts";
import { newTransactionId } from "../world/ids.ts";
import type { Authorization, Capture } from "../world/objects.ts";
import { freeId, referenceKey, type World } from "../world/world.ts";
import type { Handler, RequestFor } from "./handler.ts";
import { findAuthorization } from "./lookup.ts";
import { refusalOfAmount } from "./money.ts";
import { simulationOf } from "./simulated.ts";

export const capture: Handler<"Capture"> = (world, caller, request) => {
  const key = referenceKey(caller.seller.sellerId, "Capture", request.CaptureReferenceId);
  const first = world.captures.get(world.references.get(key) ?? "");
  if (first) return replay(world, first, request);
  const authorization = findAuthorization(world, caller, request.AmazonAuthorizationId);
  if (isRefusal(authorization)) return authorization;
  const refusal = refusalOf(world, authorization, request);
  if (refusal) return refusal;
  const simulation = simulationOf(caller, "Capture", request.SellerCaptureNote);
  if (isRefusal(simulation)) return simulation;
  const made = create(world, authorization, request);
  world.references.set(key, made.id);
  settle(world, made, { simulation, authorization });
  return { CaptureDetails: captureView(world, made) };
};

type Request = RequestFor<"Capture">;

/** The same call again gets the first one's capture as it is now. */
function replay(world: World, first: Capture, request: Request): ReturnType<typeof capture> {
  if (first.authorizationId !== request.AmazonAuthorizationId) return refuse("DuplicateReferenceId");
  const isSame =
    samePrice(first.amount, request.CaptureAmount) &&
    (first.note ?? "") === (request.SellerCaptureNote ?? "") &&
    (first.softDescriptor ?? "") === (request.SoftDescriptor ?? "");
  return isSame ? { CaptureDetails: captureView(world, first) } : refuse("DuplicateRequest");
}

function refusalOf(world: World, authorization: Authorization, request: Request): AmazonRefusal | undefined {
  if (authorization.state !== "Open") {
    return refuse(
      "InvalidAuthorizationStatus",
      `Authorization ${authorization.id} is in state ${authorization.state} and cannot be captured.`,
    );
  }
  return refusalOfAmount(world, request.CaptureAmount, {
    currencyCode: authorization.amount.currencyCode,
    most: authorization.amount.amount,
  });
}

function create(world: World, authorization: Authorization, request: Request): Capture {
  const made: Capture = {
    kind: "Capture",
    id: freeId(world.captures, () => newTransactionId(world.random, authorization.orderReferenceId, "C")),
    authorizationId: authorization.id,
    orderReferenceId: authorization.orderReferenceId,
    sellerId: authorization.sellerId,
    referenceId: request.CaptureReferenceId,
    amount: request.CaptureAmount,
    note: request.SellerCaptureNote,
    softDescriptor: request.SoftDescriptor,
    createdAt: world.now,
    state: "Pending",
    updatedAt: world.now,
    refundedAmount: 0,
    refundIds: [],
  };
  world.captures.set(made.id, made);
  return made;
}

/** More than a week after the authorization a capture takes its time. */
function settle(
  world: World,
  made: Capture,
  { simulation, authorization }: { simulation: Simulation | undefined; authorization: Authorization },
): void {
  const isLate = world.now - authorization.createdAt > lifetimes.promptCaptureMs;
  if (simulation?.name === "captureAmazonRejected") refuseCapture(world, made, "AmazonRejected");
  else if (authorization.nextCaptureFails) {
    authorization.nextCaptureFails = undefined;
    refuseCapture(world, made, "ProcessingFailure");
  } else if (isLate || simulation?.name === "capturePending") {
    acceptCapture(world, made, "Pending");
    world.due.schedule("captureProcessed", world.now + world.settings.processingMs, made.id);
  } else {
    acceptCapture(world, made, "Completed");
    if (simulation?.name === "captureAmazonClosed") {
      world.due.schedule("captureAmazonCloses", world.now + world.settings.amazonClosedAfterMs, made.id);
    }
  }
}
