// An intent is a call we have decided to make. It is written before its call, with the exact parameters it will send,
// so that a repeat sends the same.
import type { Instant, Price } from "@noren-pay/base";
import type { OperationName } from "@noren-pay/protocol";

interface SetDetails {
  readonly kind: "setDetails";
  readonly total: Price;
  readonly sellerOrderId: string;
  readonly storeName?: string | undefined;
  readonly sellerNote?: string | undefined;
}
interface Confirm {
  readonly kind: "confirm";
}
interface Authorize {
  readonly kind: "authorize";
  /** Also the AuthorizationReferenceId. */
  readonly authorizationId: string;
  readonly amount: Price;
  /** 0: synchronous. */
  readonly timeoutMinutes: number;
  readonly captureNow: boolean;
  readonly note?: string | undefined;
}
interface CloseAuthorization {
  readonly kind: "closeAuthorization";
  readonly authorizationId: string;
  readonly reason?: string | undefined;
}
interface CaptureIntent {
  readonly kind: "capture";
  /** Also the CaptureReferenceId. */
  readonly captureId: string;
  readonly authorizationId: string;
  readonly amount: Price;
  readonly note?: string | undefined;
}
interface RefundIntent {
  readonly kind: "refund";
  /** Also the RefundReferenceId. */
  readonly refundId: string;
  readonly captureId: string;
  readonly amount: Price;
  readonly note?: string | undefined;
}
interface Cancel {
  readonly kind: "cancel";
  readonly reason?: string | undefined;
}
interface Close {
  readonly kind: "close";
  readonly reason?: string | undefined;
}

/** What an intent sends. Ids are ours; a gateway finds Amazon's among the order's aliases. */
export type IntentParameters =
  | SetDetails
  | Confirm
  | Authorize
  | CloseAuthorization
  | CaptureIntent
  | RefundIntent
  | Cancel
  | Close;

export type IntentKind = IntentParameters["kind"];

/** The operation behind each intent; its row in `protocol` says how an unknown outcome is recovered. */
export const operationOf = {
  setDetails: "SetOrderReferenceDetails",
  confirm: "ConfirmOrderReference",
  authorize: "Authorize",
  closeAuthorization: "CloseAuthorization",
  capture: "Capture",
  refund: "Refund",
  cancel: "CancelOrderReference",
  close: "CloseOrderReference",
} as const satisfies Record<IntentKind, OperationName>;

export interface Intent {
  /** 32 hex digits. */
  readonly id: string;
  readonly parameters: IntentParameters;
  readonly createdAt: Instant;
  /** Calls made so far that did not settle it: unknown outcome, throttled, or refused at the door. */
  readonly attempts: number;
  /** Business time before which it is not performed (again). */
  readonly notBefore: Instant;
  /**
   * `unknown`: a call was made and nobody knows how it ended; the operation's recovery applies. An intent is never
   * withdrawn, because a call may be under way; once settled it leaves `order.intents`.
   */
  readonly state: "ready" | "unknown";
}
