import { flag, optional, text, word } from "../fields.ts";
import { defineOperation } from "../operation.ts";
import { orderAttributes, orderReferenceDetails } from "../structures/order-reference.ts";

/** With `ConfirmNow` the attributes must hold a total, and the order reference comes back Open; otherwise in Draft. */
export const createOrderReferenceForId = defineOperation({
  name: "CreateOrderReferenceForId",
  request: {
    Id: text(),
    IdType: word("BillingAgreement"),
    InheritShippingAddress: optional(flag()), // documents disagree on the default: the newer says false
    ConfirmNow: optional(flag()),
    OrderReferenceAttributes: optional(orderAttributes),
  },
  response: { OrderReferenceDetails: orderReferenceDetails },
  result: "content",
  needs: { BillingAgreement: ["Draft", "Open"] },
  quota: "write",
  recovery: "ask",
  errors: [
    "InvalidBillingAgreementId",
    "InvalidBillingAgreementStatus",
    "OrderReferenceCountExceeded",
    "ConstraintsExist",
    "CurrencyMismatch",
  ],
  imitated: true,
  evidence: "documented",
  source: "API reference, CreateOrderReferenceForId",
});
