import { isRefusal } from "../refusal.ts";
import { captureView } from "../world/details.ts";
import type { Handler } from "./handler.ts";
import { findCapture } from "./lookup.ts";

export const getCaptureDetails: Handler<"GetCaptureDetails"> = (world, caller, request) => {
  const capture = findCapture(world, caller, request.AmazonCaptureId);
  return isRefusal(capture) ? capture : { CaptureDetails: captureView(world, capture) };
};
