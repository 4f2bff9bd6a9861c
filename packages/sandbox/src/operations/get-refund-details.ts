import { isRefusal } from "../refusal.ts";
import { refundView } from "../world/details.ts";
import type { Handler } from "./handler.ts";
import { findRefund } from "./lookup.ts";

export const getRefundDetails: Handler<"GetRefundDetails"> = (world, caller, request) => {
  const refund = findRefund(world, caller, request.AmazonRefundId);
  return isRefusal(refund) ? refund : { RefundDetails: refundView(world, refund) };
};
