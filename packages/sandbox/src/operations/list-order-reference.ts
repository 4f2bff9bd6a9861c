import { lifetimes, regions } from "@noren-pay/protocol";
import { refuse } from "../refusal.ts";
import type { Handler } from "./handler.ts";
import { pageOf } from "./order-reference-pages.ts";

export const listOrderReference: Handler<"ListOrderReference"> = (world, caller, request) => {
  const { StartTime: from, EndTime: to } = request.CreatedTimeRange ?? {};
  if (from !== undefined && to !== undefined && (to < from || to - from > lifetimes.listRangeMaxMs)) {
    return refuse("InvalidParameterValue", "The parameter CreatedTimeRange is not a range of at most 31 days.");
  }
  return pageOf(world, caller, {
    sellerOrderId: request.QueryId,
    // The account has orders in its own region only.
    isElsewhere: request.PaymentDomain !== regions[world.settings.region].paymentDomain,
    from,
    to,
    isDescending: request.SortOrder === "Descending",
    size: request.PageSize ?? world.settings.listPageSize,
    states: request.OrderReferenceStatusListFilter,
    after: undefined,
  });
};
