import { optional, text } from "../fields.ts";
import { defineOperation } from "../operation.ts";
import { orderReferenceDetails } from "../structures/order-reference.ts";

export const getOrderReferenceDetails = defineOperation({
  name: "GetOrderReferenceDetails",
  request: { AmazonOrderReferenceId: text(), AccessToken: optional(text()), AddressConsentToken: optional(text()) },
  response: { OrderReferenceDetails: orderReferenceDetails },
  result: "content",
  needs: {},
  quota: "read",
  recovery: "repeat",
  errors: ["InvalidOrderReferenceId", "InvalidAddressConsentToken", "AmbiguousToken"],
  imitated: true,
  evidence: "documented",
  source: "API reference, GetOrderReferenceDetails",
});
