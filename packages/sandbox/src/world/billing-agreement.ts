// The plain state of a billing agreement: what the buyer has agreed to, and what was charged under it.
import type { Instant, Price } from "@noren-pay/base";
import type {
  BillingAgreementConstraintId,
  BillingAgreementReason,
  BillingAgreementState,
  billingAgreementDetails,
  Environment,
  ValueOf,
} from "@noren-pay/protocol";
import type { Address, Card, PaymentAuthentication, Stateful } from "./objects.ts";

export interface SellerBillingAgreementAttributes {
  SellerBillingAgreementId?: string | undefined;
  StoreName?: string | undefined;
  CustomInformation?: string | undefined;
}

export interface BillingAgreement extends Stateful<BillingAgreementState, BillingAgreementReason> {
  readonly kind: "BillingAgreement";
  readonly id: string;
  readonly sellerId: string;
  readonly buyerId: string;
  readonly environment: Environment;
  readonly createdAt: Instant;
  /** Whether an address book was shown: then confirming needs an address. */
  readonly wantsAddress: boolean;
  address?: Address | undefined;
  card?: Card | undefined;
  /** What the buyer has chosen in a widget since it was confirmed; it holds from the next confirmation on. */
  chosen: { address?: Address | undefined; card?: Card | undefined };
  /** Whether the buyer's box in the Consent widget is ticked. */
  consent: boolean;
  /** What has suspended it, beside a declined payment method. */
  constraint?: BillingAgreementConstraintId | undefined;
  /** When a simulated buyer repairs the payment method of a Suspended one. */
  reopensAt?: Instant | undefined;
  sellerNote?: string | undefined;
  platformId?: string | undefined;
  sellerBillingAgreementAttributes?: SellerBillingAgreementAttributes | undefined;
  type?: ValueOf<(typeof billingAgreementDetails)["fields"]["BillingAgreementType"]> | undefined;
  subscriptionAmount?: Price | undefined;
  paymentAuthentication?: PaymentAuthentication | undefined;
  readonly orderReferenceIds: string[];
  /** Minor units authorized or captured in the period that began then. */
  charged: { periodStart: Instant; amount: number };
  /** An operator wants the next authorization to fail with ProcessingFailure. */
  nextAuthorizationFails?: boolean | undefined;
}
