import { flag, optional, price, text } from "../fields.ts";
import { defineOperation } from "../operation.ts";

export const confirmOrderReference = defineOperation({
  name: "ConfirmOrderReference",
  request: {
    AmazonOrderReferenceId: text(),
    SuccessUrl: optional(text()),
    FailureUrl: optional(text()),
    AuthorizationAmount: optional(price()),
    ExpectImmediateAuthorization: optional(flag()),
  },
  response: {},
  result: "none",
  needs: { OrderReference: ["Draft", "Open", "Suspended"] },
  quota: "write",
  recovery: "readThenDecide",
  errors: ["InvalidOrderReferenceId", "ConstraintsExist", "PaymentMethodNotUpdated", "InvalidOrderReferenceStatus"],
  imitated: true,
  evidence: "documented",
  source: "API reference, ConfirmOrderReference",
});
