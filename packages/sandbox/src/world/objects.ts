// The plain state of the sandbox. Objects are changed in place by commands, operations and due events only.
import type { Instant, Price } from "@noren-pay/base";
import type {
  AuthorizationReason,
  AuthorizationState,
  address,
  CaptureReason,
  CaptureState,
  Environment,
  OrderReferenceReason,
  OrderReferenceState,
  RefundReason,
  RefundState,
  refundDetails,
  ValueOf,
} from "@noren-pay/protocol";

export type AddressFields = ValueOf<typeof address>;

export interface Address extends AddressFields {
  readonly addressId: string;
}

/** What a starred card brings about without any simulation string. */
export const cardSimulations = [
  "PaymentMethodNotAllowed",
  "InvalidPaymentMethod",
  "AmazonRejected",
  "TransactionTimedOut",
] as const;
export type CardSimulation = (typeof cardSimulations)[number];

export interface Card {
  readonly cardId: string;
  /** "Visa", "Mastercard", "JCB", "American Express". */
  readonly brand: string;
  /** The last digits, as the wallet shows them. */
  readonly tail: string;
  /** Set on the cards that the wallet marks with a star. */
  readonly simulation?: CardSimulation | undefined;
}

export interface Buyer {
  /** `amzn1.account.…` */
  readonly buyerId: string;
  name: string;
  email: string;
  password: string;
  phone?: string | undefined;
  /** The seller this buyer is, for the constraint BuyerEqualsSeller. */
  sellerId?: string | undefined;
  readonly addresses: Map<string, Address>;
  readonly cards: Map<string, Card>;
  /** Scopes that the buyer has agreed to, by client id. */
  readonly consents: Map<string, Set<string>>;
}

/** A shop's registration with Login with Amazon. */
export interface Client {
  /** `amzn1.application-oa2-client.<32 hex>` */
  readonly clientId: string;
  readonly clientSecret: string;
  readonly sellerId: string;
  name: string;
  /** Beside these any loopback origin is allowed. */
  allowedOrigins: readonly string[];
  /** Beside these any loopback address is allowed. */
  allowedReturnUrls: readonly string[];
}

/** One pair of a seller's keys. */
export interface SellerKey {
  readonly accessKey: string;
  readonly secretKey: string;
  readonly createdAt: Instant;
  active: boolean;
}

export interface Seller {
  readonly sellerId: string;
  /** Of the newest pair of keys that is active. */
  accessKey: string;
  secretKey: string;
  /** Oldest first. */
  readonly keys: SellerKey[];
  storeName: string;
  /** Where notices go; none are made without. */
  notificationUrl?: string | undefined;
  /** How its notices are signed; left out: as the setting says. */
  noticeSignatureVersion?: "1" | "2" | undefined;
  active: boolean;
  readonly clientIds: string[];
}

/** A merchant lets a solution provider act for it. */
export interface AuthToken {
  /** `amzn.mws.<uuid>` */
  readonly text: string;
  /** The merchant's. */
  readonly sellerId: string;
  /** The seller whose keys sign. */
  readonly providerId: string;
  /** Taken back by the merchant. */
  revoked: boolean;
}

export interface AccessToken {
  /** `Atza|…` */
  readonly text: string;
  readonly buyerId: string;
  readonly clientId: string;
  readonly scopes: readonly string[];
  readonly issuedAt: Instant;
  readonly expiresAt: Instant;
}

export interface Stateful<S extends string, R extends string> {
  state: S;
  reasonCode?: R | undefined;
  reasonDescription?: string | undefined;
  updatedAt: Instant;
}

export interface SellerOrderAttributes {
  SellerOrderId?: string | undefined;
  StoreName?: string | undefined;
  CustomInformation?: string | undefined;
  OrderItemCategories?: readonly string[] | undefined;
  SupplementaryData?: string | undefined;
}

export interface PaymentServiceProviderAttributes {
  PaymentServiceProviderId?: string | undefined;
  PaymentServiceProviderOrderId?: string | undefined;
}

/** A challenge of the EU's strong customer authentication, asked for by the addresses given when confirming. */
export interface PaymentAuthentication {
  /** REQUIRED stands in the way of authorizing. NOT_REQUIRED: a region without such challenges. [U but for REQUIRED] */
  state: "REQUIRED" | "NOT_REQUIRED" | "SUCCESS" | "FAILURE";
  readonly successUrl: string;
  readonly failureUrl: string;
}

/** What a note of SetOrderReferenceDetails makes of the challenge. */
export type AuthenticationOutcome = "Success" | "Failure" | "Abandoned";

export interface OrderReference extends Stateful<OrderReferenceState, OrderReferenceReason> {
  readonly kind: "OrderReference";
  readonly id: string;
  readonly sellerId: string;
  readonly buyerId: string;
  readonly environment: Environment;
  readonly createdAt: Instant;
  /** Whether an address book was shown: then confirming needs an address. */
  readonly wantsAddress: boolean;
  address?: Address | undefined;
  card?: Card | undefined;
  /** Whether the buyer has chosen a payment method since the one that was declined. */
  cardIsFresh: boolean;
  /** How the authorization was asked for whose decline has suspended it. */
  suspendedBy?: "sync" | "async" | undefined;
  /** When a simulated buyer repairs the payment method of a Suspended one. */
  reopensAt?: Instant | undefined;
  orderTotal?: Price | undefined;
  sellerNote?: string | undefined;
  platformId?: string | undefined;
  requestPaymentAuthorization?: boolean | undefined;
  sellerOrderAttributes?: SellerOrderAttributes | undefined;
  paymentServiceProviderAttributes?: PaymentServiceProviderAttributes | undefined;
  /** A constraint that the note of SetOrderReferenceDetails simulates. */
  simulatedConstraint?: "PaymentMethodNotAllowed" | undefined;
  simulatedAuthentication?: AuthenticationOutcome | undefined;
  paymentAuthentication?: PaymentAuthentication | undefined;
  /** The agreement it was made of. */
  readonly billingAgreementId?: string | undefined;
  /** An operator wants the next authorization to fail with ProcessingFailure. */
  nextAuthorizationFails?: boolean | undefined;
  readonly authorizationIds: string[];
  /** Minor units reserved by Pending and Open authorizations. */
  liveAmount: number;
  /** Minor units of Pending, Completed and Closed captures. */
  capturedAmount: number;
  /** Authorizations that count towards the limit: live ones and captured ones. */
  countedAuthorizations: number;
  /** Authorizations that were captured. */
  capturedAuthorizations: number;
  /** Captures that stand in the way of canceling. */
  standingCaptures: number;
}

export interface Authorization extends Stateful<AuthorizationState, AuthorizationReason> {
  readonly kind: "Authorization";
  readonly id: string;
  readonly orderReferenceId: string;
  readonly sellerId: string;
  readonly referenceId: string;
  readonly amount: Price;
  readonly note: string | undefined;
  readonly timeoutMinutes: number;
  readonly captureNow: boolean;
  readonly softDescriptor: string | undefined;
  readonly createdAt: Instant;
  softDecline?: boolean | undefined;
  capturedAmount: number;
  captureId?: string | undefined;
  /** What processing will come to, for as long as the authorization is Pending. */
  readonly outcome: AuthorizationOutcome;
  /** An operator wants its capture to fail with ProcessingFailure. */
  nextCaptureFails?: boolean | undefined;
}

/** What an authorization comes to once it is processed. */
export type AuthorizationOutcome =
  | { readonly kind: "approved" }
  | { readonly kind: "expiresUnused"; readonly afterMs: number }
  | { readonly kind: "amazonCloses" }
  | {
      readonly kind: "declined";
      readonly reason: "InvalidPaymentMethod" | "AmazonRejected" | "TransactionTimedOut" | "ProcessingFailure";
      readonly softDecline?: boolean | undefined;
      /** How long after an asynchronous decline the order reference opens again by itself. */
      readonly reopensAfterMs?: number | undefined;
    };

export interface Capture extends Stateful<CaptureState, CaptureReason> {
  readonly kind: "Capture";
  readonly id: string;
  readonly authorizationId: string;
  readonly orderReferenceId: string;
  readonly sellerId: string;
  readonly referenceId: string;
  readonly amount: Price;
  readonly note: string | undefined;
  readonly softDescriptor: string | undefined;
  readonly createdAt: Instant;
  refundedAmount: number;
  readonly refundIds: string[];
}

export type RefundType = ValueOf<(typeof refundDetails)["fields"]["RefundType"]>;

export interface Refund extends Stateful<RefundState, RefundReason> {
  readonly kind: "Refund";
  readonly id: string;
  readonly captureId: string;
  readonly orderReferenceId: string;
  readonly sellerId: string;
  readonly referenceId: string;
  readonly amount: Price;
  readonly note: string | undefined;
  readonly softDescriptor: string | undefined;
  readonly createdAt: Instant;
  readonly type: RefundType;
  /** What processing will come to, for as long as the refund is Pending. */
  readonly outcome: "completed" | "declined";
}

/** What one order is made of. */
export type PaymentObject = OrderReference | Authorization | Capture | Refund;
