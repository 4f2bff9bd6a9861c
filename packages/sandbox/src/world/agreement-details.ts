// What an answer shows of a billing agreement.
import {
  type BillingAgreementConstraintId,
  billingAgreementConstraints,
  type billingAgreementDetails,
  type ValueOf,
} from "@noren-pay/protocol";
import { limitsOf } from "./agreement-limits.ts";
import type { BillingAgreement } from "./billing-agreement.ts";
import { billingAddressView, buyerView, destinationView, type Visibility } from "./details.ts";
import type { World } from "./world.ts";

export type BillingAgreementDetails = ValueOf<typeof billingAgreementDetails>;

export function billingAgreementView(
  world: World,
  agreement: BillingAgreement,
  seen: Visibility,
): BillingAgreementDetails {
  const isPublic = agreement.state !== "Draft" && agreement.reasonCode !== "Stale";
  const found = agreementConstraintsOf(world, agreement);
  return {
    AmazonBillingAgreementId: agreement.id,
    BillingAgreementLimits: agreementLimitsView(world, agreement),
    Buyer: isPublic ? buyerView(world, agreement.buyerId) : undefined,
    SellerNote: agreement.sellerNote,
    PlatformId: agreement.platformId,
    Destination: destinationView(world, agreement.address, isPublic || seen.shippingAddress),
    BillingAddress: seen.billingAddress ? billingAddressView(agreement.address) : undefined,
    ReleaseEnvironment: agreement.environment,
    SellerBillingAgreementAttributes: agreement.sellerBillingAgreementAttributes && {
      ...agreement.sellerBillingAgreementAttributes,
    },
    BillingAgreementStatus: agreementStatusView(agreement),
    Constraints:
      found.length === 0
        ? undefined
        : found.map((id) => ({ ConstraintID: id, Description: billingAgreementConstraints[id].description })),
    CreationTimestamp: agreement.createdAt,
    BillingAgreementConsent: agreement.consent,
    OrderLanguage: world.settings.region === "jp" ? "ja-JP" : undefined,
    BillingAgreementType: agreement.type,
    SubscriptionAmount: agreement.subscriptionAmount,
  };
}

/** A Draft shows nothing but its state. */
export const agreementStatusView = (agreement: BillingAgreement): BillingAgreementDetails["BillingAgreementStatus"] =>
  agreement.state === "Draft"
    ? { State: "Draft" }
    : {
        State: agreement.state,
        LastUpdatedTimestamp: agreement.updatedAt,
        ReasonCode: agreement.reasonCode,
        ReasonDescription: agreement.reasonDescription,
      };

export function agreementLimitsView(world: World, agreement: BillingAgreement) {
  const { limit, remaining, start, end } = limitsOf(world, agreement);
  return {
    AmountLimitPerTimePeriod: limit,
    TimePeriodStartDate: start,
    TimePeriodEndDate: end,
    CurrentRemainingBalance: remaining,
  };
}

/** What stands in the way of confirming. */
export function agreementConstraintsOf(world: World, agreement: BillingAgreement): BillingAgreementConstraintId[] {
  const found: BillingAgreementConstraintId[] = [];
  if (agreement.state === "Suspended") {
    const standing = agreement.constraint ?? "InvalidPaymentMethod";
    if (!isCured(agreement)) found.push(standing);
    else if (agreement.chosen.card?.simulation === "PaymentMethodNotAllowed") found.push("PaymentMethodNotAllowed");
    return found;
  }
  if (agreement.state !== "Draft") return found;
  if (!agreement.card) found.push("PaymentPlanNotSet");
  if (agreement.card?.simulation === "PaymentMethodNotAllowed") found.push("PaymentMethodNotAllowed");
  if (agreement.wantsAddress && !agreement.address) found.push("ShippingAddressNotSet");
  if (!agreement.consent) found.push("BuyerConsentNotSet");
  if (world.buyers.get(agreement.buyerId)?.sellerId === agreement.sellerId) found.push("BuyerEqualsSeller");
  return found;
}

/** Whether the buyer has chosen anew what had suspended it. */
export function isCured(agreement: BillingAgreement): boolean {
  const cure = billingAgreementConstraints[agreement.constraint ?? "InvalidPaymentMethod"];
  const isAddress = "cure" in cure && cure.cure === "addressBook";
  return (isAddress ? agreement.chosen.address : agreement.chosen.card) !== undefined;
}
