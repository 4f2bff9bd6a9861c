import { optional, text } from "../fields.ts";
import { defineOperation } from "../operation.ts";
import { limits } from "../tables/limits.ts";

export const closeAuthorization = defineOperation({
  name: "CloseAuthorization",
  request: {
    AmazonAuthorizationId: text(),
    ClosureReason: optional(text({ max: limits.authorizationClosureReasonLengthMax })),
  },
  response: {},
  result: "empty",
  needs: { Authorization: ["Pending", "Open"] },
  quota: "write",
  recovery: "readThenDecide",
  errors: ["InvalidTransactionId", "InvalidAuthorizationStatus"],
  imitated: true,
  evidence: "documented",
  source: "API reference, CloseAuthorization",
});
