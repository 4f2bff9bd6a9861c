import { text } from "../fields.ts";
import { defineOperation } from "../operation.ts";
import { orderAttributes, orderReferenceDetails } from "../structures/order-reference.ts";

export const setOrderAttributes = defineOperation({
  name: "SetOrderAttributes",
  request: { AmazonOrderReferenceId: text(), OrderAttributes: orderAttributes },
  response: { OrderReferenceDetails: orderReferenceDetails },
  result: "content",
  needs: { OrderReference: ["Draft", "Open", "Suspended"] },
  quota: "write",
  recovery: "readThenDecide",
  simulatedBy: "OrderAttributes.SellerNote",
  errors: [
    "InvalidOrderReferenceId",
    "OrderReferenceNotModifiable",
    "CurrencyMismatch",
    "InvalidSandboxSimulationSpecified",
  ],
  imitated: true,
  evidence: "documented",
  source: "API reference, SetOrderAttributes",
});
