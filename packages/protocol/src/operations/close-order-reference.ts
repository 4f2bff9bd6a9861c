import { optional, text } from "../fields.ts";
import { defineOperation } from "../operation.ts";
import { limits } from "../tables/limits.ts";

export const closeOrderReference = defineOperation({
  name: "CloseOrderReference",
  request: { AmazonOrderReferenceId: text(), ClosureReason: optional(text({ max: limits.reasonLengthMax })) },
  response: {},
  result: "empty",
  needs: { OrderReference: ["Open", "Suspended"] },
  quota: "write",
  recovery: "readThenDecide",
  simulatedBy: "ClosureReason",
  errors: [
    "InvalidOrderReferenceId",
    "InvalidCloseAttempt",
    "InvalidOrderReferenceStatus",
    "InvalidSandboxSimulationSpecified",
  ],
  imitated: true,
  evidence: "documented",
  source: "API reference, CloseOrderReference",
});
