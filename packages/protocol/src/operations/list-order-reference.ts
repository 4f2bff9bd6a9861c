import { group, integer, list, optional, text, timestamp, word } from "../fields.ts";
import { defineOperation } from "../operation.ts";
import { orderReferencePage } from "../structures/order-reference.ts";
import { limits } from "../tables/limits.ts";
import { paymentDomains } from "../tables/regions.ts";

export const listOrderReference = defineOperation({
  name: "ListOrderReference",
  request: {
    QueryId: text(),
    QueryIdType: word("SellerOrderId"),
    PaymentDomain: word(...paymentDomains),
    CreatedTimeRange: optional(group({ StartTime: optional(timestamp()), EndTime: optional(timestamp()) })),
    SortOrder: optional(word("Ascending", "Descending")),
    PageSize: optional(integer({ min: 1, max: limits.listPageSizeMax })),
    OrderReferenceStatusListFilter: optional(
      list({ ...word("OPEN", "CLOSED", "CANCELED", "SUSPENDED"), anyCase: true }, "OrderReferenceStatus"),
    ),
  },
  response: orderReferencePage,
  result: "content",
  needs: {},
  quota: "read",
  quotaEvidence: "unconfirmed",
  recovery: "repeat",
  errors: [],
  imitated: true,
  evidence: "seen",
  source: "Amazon's SDKs, ListOrderReference",
});
