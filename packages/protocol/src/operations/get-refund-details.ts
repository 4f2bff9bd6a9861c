import { text } from "../fields.ts";
import { defineOperation } from "../operation.ts";
import { refundDetails } from "../structures/refund.ts";

export const getRefundDetails = defineOperation({
  name: "GetRefundDetails",
  request: { AmazonRefundId: text() },
  response: { RefundDetails: refundDetails },
  result: "content",
  needs: {},
  quota: "read",
  recovery: "repeat",
  errors: ["InvalidTransactionId"],
  imitated: true,
  evidence: "documented",
  source: "API reference, GetRefundDetails",
});
