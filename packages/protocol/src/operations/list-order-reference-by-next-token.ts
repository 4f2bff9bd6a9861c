import { text } from "../fields.ts";
import { defineOperation } from "../operation.ts";
import { orderReferencePage } from "../structures/order-reference.ts";

export const listOrderReferenceByNextToken = defineOperation({
  name: "ListOrderReferenceByNextToken",
  request: { NextPageToken: text() },
  response: orderReferencePage,
  result: "content",
  needs: {},
  quota: "read",
  quotaEvidence: "unconfirmed",
  recovery: "repeat",
  errors: [],
  imitated: true,
  evidence: "seen",
  source: "Amazon's SDKs, ListOrderReferenceByNextToken",
});
