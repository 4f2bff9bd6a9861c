// Constraints that block confirmation. Source: API reference, Order reference constraints, Billing agreement constraints.
import type { Evidence } from "./evidence.ts";

interface Constraint {
  readonly description: string;
  /** What removes it; nothing does when undefined. */
  readonly cure?: "setOrderReferenceDetails" | "wallet" | "addressBook" | "consent";
  /** How the constraint itself is known; the words of most descriptions are not. */
  readonly evidence: Evidence;
}

/** Of order references. */
export const constraints = {
  AmountNotSet: {
    description: "The seller has not set the amount for the given Order Reference.",
    cure: "setOrderReferenceDetails",
    evidence: "documented",
  },
  PaymentPlanNotSet: {
    description: "The buyer has not been able to select a Payment method for the given Order Reference.",
    cure: "wallet",
    evidence: "documented",
  },
  PaymentMethodNotAllowed: {
    description: "The payment method selected by the buyer is not allowed for the given Order Reference.",
    cure: "wallet",
    evidence: "documented",
  },
  ShippingAddressNotSet: {
    description: "The buyer has not selected a shipping address for the given Order Reference.",
    cure: "addressBook",
    evidence: "documented",
  },
  CurrencyMismatch: {
    description: "The currency of the order differs from the presentment currency of the wallet.",
    cure: "setOrderReferenceDetails",
    evidence: "documented",
  },
  BuyerEqualsSeller: { description: "The buyer and the seller are the same.", evidence: "documented" },
  /** Spelling that also occurs. */
  BuyerEqualSeller: { description: "The buyer and the seller are the same.", evidence: "seen" },
} as const satisfies Record<string, Constraint>;

export type ConstraintId = keyof typeof constraints;
export const constraintIds = Object.keys(constraints) as ConstraintId[];

interface BillingAgreementConstraint extends Constraint {
  /** When it can arise. After confirmation it suspends the agreement, until the buyer mends it and it is confirmed again. */
  readonly arises: "beforeConfirmation" | "afterConfirmation";
}

/** Of billing agreements. */
export const billingAgreementConstraints = {
  PaymentPlanNotSet: {
    description: "The buyer has not been able to select a Payment method for the given billing agreement.",
    cure: "wallet",
    arises: "beforeConfirmation",
    evidence: "documented",
  },
  ShippingAddressNotSet: {
    description: "The buyer has not selected a shipping address for the given billing agreement.",
    cure: "addressBook",
    arises: "beforeConfirmation",
    evidence: "documented",
  },
  BuyerConsentNotSet: {
    description: "The buyer has not given consent for this billing agreement.",
    cure: "consent",
    arises: "beforeConfirmation",
    evidence: "documented",
  },
  BuyerEqualsSeller: {
    description: "The buyer and the seller are the same.",
    arises: "beforeConfirmation",
    evidence: "documented",
  },
  BillingAddressDeleted: {
    description: "The billing address of the payment method has been deleted.",
    cure: "wallet",
    arises: "afterConfirmation",
    evidence: "documented",
  },
  PaymentMethodDeleted: {
    description: "The payment method has been deleted.",
    cure: "wallet",
    arises: "afterConfirmation",
    evidence: "unconfirmed",
  },
  InvalidPaymentMethod: {
    description: "The payment method is not valid.",
    cure: "wallet",
    arises: "afterConfirmation",
    evidence: "unconfirmed",
  },
  PaymentMethodNotAllowed: {
    description: "The payment method selected by the buyer is not allowed for the given billing agreement.",
    cure: "wallet",
    arises: "afterConfirmation",
    evidence: "unconfirmed",
  },
  ShippingAddressDeleted: {
    description: "The shipping address has been deleted.",
    cure: "addressBook",
    arises: "afterConfirmation",
    evidence: "unconfirmed",
  },
} as const satisfies Record<string, BillingAgreementConstraint>;

export type BillingAgreementConstraintId = keyof typeof billingAgreementConstraints;
export const billingAgreementConstraintIds = Object.keys(billingAgreementConstraints) as BillingAgreementConstraintId[];
