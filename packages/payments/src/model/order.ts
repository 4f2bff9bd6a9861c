// The merchant's view of one order. Plain data: what `decide` takes and gives back, and what a store keeps.
import type { Instant, Price } from "@noren-pay/base";
import type {
  AuthorizationState,
  CaptureState,
  Environment,
  ObjectKind,
  OrderReferenceState,
  RefundState,
  Region,
} from "@noren-pay/protocol";
import type { Capabilities } from "../gateway.ts";
import type { Intent, IntentKind } from "./intents.ts";
import type { Policy } from "./policy.ts";
import type { PersonalData } from "./snapshots.ts";

interface OnAmazonsSide<State extends string> {
  /** Amazon's id, once known. */
  readonly amazonId?: string | undefined;
  /** `Asked`: we have an intent for it and no answer that shows it exists. `Refused`: Amazon refused to make it. */
  readonly state: State | "Asked" | "Refused";
  readonly reasonCode?: string | undefined;
  /** When Amazon last changed it; undefined before the first answer. */
  readonly lastUpdateAt?: Instant | undefined;
}

export interface Authorization extends OnAmazonsSide<AuthorizationState> {
  /** Ours; also the AuthorizationReferenceId. */
  readonly id: string;
  readonly amount: Price;
  readonly capturedAmount: Price;
  readonly mode: "sync" | "async";
  readonly captureNow: boolean;
  readonly softDecline?: boolean | undefined;
  readonly createdAt: Instant;
  /** Last moment at which it can be captured, by the rule of its environment. */
  readonly expiresAt: Instant;
  /** The days of the last warning that it runs out; the guard has acted on it. */
  readonly warnedDays?: number | undefined;
  readonly guarded?: boolean | undefined;
}

export interface Capture extends OnAmazonsSide<CaptureState> {
  readonly id: string;
  readonly authorizationId: string;
  readonly shipmentId: string;
  readonly amount: Price;
  readonly refundedAmount: Price;
  /** Amazon's, as booked; undefined while Amazon has named none. */
  readonly fee?: Price | undefined;
  readonly createdAt: Instant;
}

export interface Refund extends OnAmazonsSide<RefundState> {
  readonly id: string;
  readonly captureId: string;
  readonly amount: Price;
  readonly createdAt: Instant;
}

/** Goods that left, with the money asked for them. At most one live capture each. */
export interface Shipment {
  readonly id: string;
  readonly amount: Price;
  readonly note?: string | undefined;
  readonly createdAt: Instant;
}

/** The account an order is paid through, as far as decisions need it. */
export interface AccountFacts {
  readonly accountId: string;
  readonly region: Region;
  readonly environment: Environment;
  readonly capabilities: Capabilities;
  /** How long an open authorization lives there; the sandbox's rule is a setting. */
  readonly authorizationLifetimeMs: number;
}

/** A read of one object, to be made at its time; at most one per object. */
export interface PlannedRead {
  readonly kind: ObjectKind;
  /** Ours; Amazon's id while the books do not hold the object yet. */
  readonly id: string;
  readonly amazonId?: string | undefined;
  /** Ours: the authorization a capture, or the capture a refund, was found under. */
  readonly under?: string | undefined;
  readonly why: "notice" | "poll" | "recover" | "expiry" | "check" | "details" | "sweep";
  readonly since: Instant;
  readonly attempts: number;
  readonly notBefore: Instant;
}

/** What the shop wants of the order beside what is in flight. */
export type Wish =
  | { readonly kind: "pay" }
  | { readonly kind: "cancel"; readonly reason?: string | undefined }
  | { readonly kind: "close"; readonly reason?: string | undefined }
  | { readonly kind: "none" };

/** Amazon's last refusal that still stands in the way. */
export interface Problem {
  /** Amazon's error code. */
  readonly code: string;
  readonly intent: IntentKind;
  /** State of the order reference when it was refused; a change of it clears the problem. */
  readonly inState: OrderReferenceState;
  readonly at: Instant;
  readonly requestId?: string | undefined;
}

export interface Order {
  readonly merchantId: string;
  /** Ours. */
  readonly orderId: string;
  readonly account: AccountFacts;
  readonly amazonOrderReferenceId: string;
  /** The shop's own number. */
  readonly sellerOrderId: string;
  readonly storeName?: string | undefined;
  readonly sellerNote?: string | undefined;
  readonly total: Price;
  readonly policy: Policy;
  readonly orderReference: {
    readonly state: OrderReferenceState;
    readonly reasonCode?: string | undefined;
    readonly lastUpdateAt?: Instant | undefined;
    readonly constraints: readonly string[];
    readonly expiresAt: Instant;
    readonly warnedDays?: number | undefined;
  };
  readonly authorizations: readonly Authorization[];
  readonly shipments: readonly Shipment[];
  readonly captures: readonly Capture[];
  readonly refunds: readonly Refund[];
  /** Intents that are not settled, in the order in which they are to be performed. */
  readonly intents: readonly Intent[];
  readonly reads: readonly PlannedRead[];
  readonly wish: Wish;
  /** Whether the order reference holds our total and texts. */
  readonly detailsSet: boolean;
  /** Authorizations asked for since the last command to pay. */
  readonly attempts: number;
  /** Business time before which no new authorization is asked for. */
  readonly nextAttemptAt?: Instant | undefined;
  readonly problem?: Problem | undefined;
  /** When it was last compared with Amazon although nothing was heard. */
  readonly sweptAt?: Instant | undefined;
  /** Whether a buyer waits for the answer: such work goes first. */
  readonly buyerWaits: boolean;
  /** Only in a decision that has just learnt it. Stores keep it apart, encrypted, and give orders back without it. */
  readonly buyer?: PersonalData | undefined;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  /** Business time of the next thing to do by itself; undefined when nothing is. */
  readonly wakeAt?: Instant | undefined;
}

/** What the shop or its buyer can do next. */
export const nextSteps = [
  "waitForAmazon",
  "shipIt",
  "chooseAnotherPaymentMethod",
  "fixConstraints",
  "offerAnotherWayToPay",
  "authorizeAgain",
  "askAPerson",
  "nothing",
  "orderCanceled",
  "orderClosed",
] as const;
export type NextStep = (typeof nextSteps)[number];
