import { optional, text } from "../fields.ts";
import { defineOperation } from "../operation.ts";
import { limits } from "../tables/limits.ts";

export const cancelOrderReference = defineOperation({
  name: "CancelOrderReference",
  request: { AmazonOrderReferenceId: text(), CancelationReason: optional(text({ max: limits.reasonLengthMax })) },
  response: {},
  result: "empty",
  needs: { OrderReference: ["Draft", "Open", "Suspended"] },
  quota: "write",
  recovery: "readThenDecide",
  errors: ["InvalidOrderReferenceId", "InvalidCancelAttempt", "InvalidOrderReferenceStatus"],
  imitated: true,
  evidence: "documented",
  source: "API reference, CancelOrderReference",
});
