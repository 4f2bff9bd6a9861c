// When a widget refuses to show an order reference. Source: integration guide, handling widget errors; recorded pages.
import type { Environment } from "@noren-pay/protocol";
import type { OrderReference } from "../world/objects.ts";

export type WidgetKind = "address-book" | "wallet" | "consent";

export type Display = "Edit" | "Read";

/** Codes that onError gets. */
export type WidgetErrorCode =
  | "AddressNotModifiable"
  | "BuyerNotAssociated"
  | "BuyerSessionExpired"
  | "InvalidAccountStatus"
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

type Shown = Pick<OrderReference, "state" | "reasonCode" | "buyerId" | "sellerId" | "environment">;

interface Viewer {
  readonly kind: WidgetKind;
  readonly display: Display;
  readonly buyerId: string;
  readonly sellerId: string;
  readonly environment: Environment;
}

/** Why this viewer may not see or change the order reference, or undefined. */
export function refusalOf(order: Shown | undefined, viewer: Viewer): WidgetError | undefined {
  const { kind, display } = viewer;
  if (!order || order.sellerId !== viewer.sellerId) {
    return { code: "InvalidOrderReferenceId", message: "There is no such order reference." };
  }
  if (order.environment !== viewer.environment) {
    return { code: "ReleaseEnvironmentMismatch", message: `The order reference belongs to ${order.environment}.` };
  }
  if (order.buyerId !== viewer.buyerId) {
    return { code: "BuyerNotAssociated", message: "The order reference belongs to another buyer." };
  }
  if (order.reasonCode === "Stale") {
    return { code: "StaleOrderReference", message: "The order reference was not confirmed in time." };
  }
  if (display === "Read" || order.state === "Draft") return undefined;
  // After AmazonRejected a shop that shows the widgets again is told nothing better by Amazon either.
  if (order.state === "Canceled" || order.state === "Closed") {
    return { code: "UnknownError", message: `The order reference is ${order.state}.` };
  }
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
