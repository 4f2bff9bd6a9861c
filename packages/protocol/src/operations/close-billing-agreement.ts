import { optional, text } from "../fields.ts";
import { defineOperation } from "../operation.ts";
import { limits } from "../tables/limits.ts";

export const closeBillingAgreement = defineOperation({
  name: "CloseBillingAgreement",
  request: { AmazonBillingAgreementId: text(), ClosureReason: optional(text({ max: limits.reasonLengthMax })) },
  response: {},
  result: "empty",
  needs: { BillingAgreement: ["Open", "Suspended"] },
  quota: "write",
  recovery: "readThenDecide",
  simulatedBy: "ClosureReason",
  errors: [
    "InvalidBillingAgreementId",
    "InvalidCloseAttempt",
    "InvalidBillingAgreementStatus",
    "InvalidSandboxSimulationSpecified",
  ],
  imitated: true,
  evidence: "documented",
  source: "API reference, CloseBillingAgreement",
});
