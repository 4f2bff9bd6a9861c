// Constraints that block confirmation. Source: API reference, Order reference constraints.

interface Constraint {
  readonly description: string;
  /** What removes it; nothing does when undefined. */
  readonly cure?: "setOrderReferenceDetails" | "wallet" | "addressBook";
}

export const constraints = {
  AmountNotSet: {
    description: "The seller has not set the amount for the given Order Reference.",
    cure: "setOrderReferenceDetails",
  },
  PaymentPlanNotSet: {
    description: "The buyer has not been able to select a Payment method for the given Order Reference.",
    cure: "wallet",
  },
  PaymentMethodNotAllowed: {
    description: "The payment method selected by the buyer is not allowed for the given Order Reference.",
    cure: "wallet",
  },
  ShippingAddressNotSet: {
    description: "The buyer has not selected a shipping address for the given Order Reference.",
    cure: "addressBook",
  },
  CurrencyMismatch: {
    description: "The currency of the order differs from the presentment currency of the wallet.",
    cure: "setOrderReferenceDetails",
  },
  BuyerEqualsSeller: { description: "The buyer and the seller are the same." },
  /** Spelling that also occurs. */
  BuyerEqualSeller: { description: "The buyer and the seller are the same." },
} as const satisfies Record<string, Constraint>;

export type ConstraintId = keyof typeof constraints;
export const constraintIds = Object.keys(constraints) as ConstraintId[];
