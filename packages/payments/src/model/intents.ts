// An intent is a call we have decided to make. It is written before its call, with the exact parameters it will send,
// so that a repeat sends the same.
import type { Instant, Price } from "@noren-pay/base";

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

export interface Intent {
  /** 32 hex digits. */
  readonly id: string;
  readonly parameters: IntentParameters;
  readonly createdAt: Instant;
  /** Calls made so far whose outcome is unknown or that were throttled. */
  readonly attempts: number;
  /** Business time before which it is not performed (again). */
  readonly notBefore: Instant;
  /** `unknown`: a call was made and nobody knows how it ended; the operation's recovery applies. */
  readonly state: "ready" | "unknown" | "settled";
}
