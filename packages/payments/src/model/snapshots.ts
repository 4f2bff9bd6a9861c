// What a gateway says of one object on Amazon's side, in the inner model's words (classic's, the field's richer set).
import type { Instant, Price } from "@noren-pay/base";
import type {
  AuthorizationState,
  CaptureState,
  ObjectKind,
  OrderReferenceState,
  RefundState,
} from "@noren-pay/protocol";

interface SnapshotOf<Kind extends ObjectKind, State extends string> {
  readonly kind: Kind;
  /** Amazon's id of the object. */
  readonly amazonId: string;
  readonly state: State;
  readonly reasonCode?: string | undefined;
  readonly reasonDescription?: string | undefined;
  /** When Amazon last changed the object (its own words, business time). */
  readonly lastUpdateAt?: Instant | undefined;
}

export interface OrderReferenceSnapshot extends SnapshotOf<"OrderReference", OrderReferenceState> {
  readonly total?: Price | undefined;
  readonly constraints: readonly string[];
  readonly authorizationIds: readonly string[];
  readonly expiresAt?: Instant | undefined;
  readonly buyer?: PersonalData | undefined;
}

export interface AuthorizationSnapshot extends SnapshotOf<"Authorization", AuthorizationState> {
  /** The merchant's AuthorizationReferenceId. */
  readonly referenceId: string;
  readonly amount: Price;
  readonly capturedAmount: Price;
  readonly captureIds: readonly string[];
  readonly softDecline?: boolean | undefined;
  readonly createdAt: Instant;
}

export interface CaptureSnapshot extends SnapshotOf<"Capture", CaptureState> {
  readonly referenceId: string;
  readonly amount: Price;
  readonly refundedAmount: Price;
  readonly fee: Price;
  readonly refundIds: readonly string[];
  readonly createdAt: Instant;
}

export interface RefundSnapshot extends SnapshotOf<"Refund", RefundState> {
  readonly referenceId: string;
  readonly refundType: string;
  readonly amount: Price;
  readonly feeRefunded: Price;
  readonly createdAt: Instant;
}

export type Snapshot = OrderReferenceSnapshot | AuthorizationSnapshot | CaptureSnapshot | RefundSnapshot;

/** The buyer's own data. Encrypted at rest, never logged; a timeline holds only its digest. */
export interface PersonalData {
  /** Salts the digest that stands in the timeline; erased with the data. */
  readonly salt?: string | undefined;
  readonly name?: string | undefined;
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
  readonly address?: {
    readonly name?: string | undefined;
    readonly addressLine1?: string | undefined;
    readonly addressLine2?: string | undefined;
    readonly addressLine3?: string | undefined;
    readonly city?: string | undefined;
    readonly stateOrRegion?: string | undefined;
    readonly postalCode?: string | undefined;
    readonly countryCode?: string | undefined;
    readonly phone?: string | undefined;
  };
}
