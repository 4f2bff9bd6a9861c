// When a widget refuses to show an order reference. Source: integration guide, handling widget errors; recorded pages.
import type { Environment } from "@noren-pay/protocol";
import type { BillingAgreement } from "../world/billing-agreement.ts";
import type { OrderReference } from "../world/objects.ts";

export type WidgetKind = "address-book" | "wallet" | "consent";

export type Display = "Edit" | "Read";

/** Codes that onError gets. */
export type WidgetErrorCode =
  | "AddressNotModifiable"
  | "BuyerNotAssociated"
  | "BuyerSessionExpired"
  | "InvalidAccountStatus"
  | "InvalidBillingAgreementId"
  | "InvalidOrderReferenceId"
  | "InvalidParameterValue"
  | "InvalidSellerId"
  | "MissingParameter"
  | "PaymentMethodNotModifiable"
  | "ReleaseEnvironmentMismatch"
  | "StaleOrderReference"
  | "UnknownError"
  | "ITP";

export interface WidgetError {
  readonly code: WidgetErrorCode;
  readonly message: string;
}

export const widgetError = (code: WidgetErrorCode, message: string): { readonly error: WidgetError } => ({
  error: { code, message },
});

/** What widgets are about. */
export type Contract = OrderReference | BillingAgreement;

/** Shops spell it in any case. */
export const isAgreementType = (text: unknown): boolean => typeof text === "string" && /^billingagreement$/i.test(text);

type Shown = Pick<Contract, "kind" | "state" | "reasonCode" | "buyerId" | "sellerId" | "environment">;

interface Viewer {
  readonly kind: WidgetKind;
  readonly display: Display;
  readonly buyerId: string;
  readonly sellerId: string;
  readonly environment: Environment;
  /** Whether the shop asked for a billing agreement. */
  readonly isAgreement?: boolean | undefined;
}

/** Why this viewer may not see or change the order reference or billing agreement, or undefined. */
export function refusalOf(order: Shown | undefined, viewer: Viewer): WidgetError | undefined {
  const { kind, display } = viewer;
  if (!order || order.sellerId !== viewer.sellerId || (kind === "consent" && order.kind !== "BillingAgreement")) {
    return viewer.isAgreement || kind === "consent"
      ? { code: "InvalidBillingAgreementId", message: "There is no such billing agreement." } // [U]
      : { code: "InvalidOrderReferenceId", message: "There is no such order reference." };
  }
  const name = order.kind === "BillingAgreement" ? "billing agreement" : "order reference";
  if (order.environment !== viewer.environment) {
    return { code: "ReleaseEnvironmentMismatch", message: `The ${name} belongs to ${order.environment}.` };
  }
  if (order.buyerId !== viewer.buyerId) {
    return { code: "BuyerNotAssociated", message: `The ${name} belongs to another buyer.` };
  }
  if (order.reasonCode === "Stale") {
    return { code: "StaleOrderReference", message: `The ${name} was not confirmed in time.` };
  }
  if (display === "Read" || order.state === "Draft") return undefined;
  // After AmazonRejected a shop that shows the widgets again is told nothing better by Amazon either.
  if (order.state === "Canceled" || order.state === "Closed") {
    return { code: "UnknownError", message: `The ${name} is ${order.state}.` };
  }
  // A buyer can change everything of an agreement that goes on; the seller confirms it again.
  if (order.kind === "BillingAgreement") return undefined;
  if (kind === "address-book") {
    return {
      code: "AddressNotModifiable",
      message: `The address cannot change: the order reference is ${order.state}.`,
    };
  }
  if (order.state === "Suspended") return undefined;
  return {
    code: "PaymentMethodNotModifiable",
    message: "The payment method cannot change: the order reference is Open.",
  };
}
