import { text } from "../fields.ts";
import { defineOperation } from "../operation.ts";
import { orderReferenceAttributes, orderReferenceDetails } from "../structures/order-reference.ts";

export const setOrderReferenceDetails = defineOperation({
  name: "SetOrderReferenceDetails",
  request: { AmazonOrderReferenceId: text(), OrderReferenceAttributes: orderReferenceAttributes },
  response: { OrderReferenceDetails: orderReferenceDetails },
  result: "content",
  needs: { OrderReference: ["Draft"] },
  quota: "write",
  recovery: "readThenDecide",
  simulatedBy: "OrderReferenceAttributes.SellerNote",
  errors: [
    "InvalidOrderReferenceId",
    "OrderReferenceNotModifiable",
    "CurrencyMismatch",
    "InvalidSandboxSimulationSpecified",
  ],
  imitated: true,
  evidence: "documented",
  source: "API reference, SetOrderReferenceDetails",
});
