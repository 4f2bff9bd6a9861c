// Source: API reference, BillingAgreementDetails, BillingAgreementAttributes; recorded answers of Amazon's SDKs.
import { flag, group, list, optional, price, text, timestamp, word } from "../fields.ts";
import { billingAgreementConstraintIds } from "../tables/constraints.ts";
import { billingAgreementReasons, billingAgreementStates } from "../tables/life-cycles.ts";
import { limits } from "../tables/limits.ts";
import { billingAddress, buyer, destination, releaseEnvironment } from "./common.ts";

const billingAgreementType = word("CustomerInitiatedTransaction", "MerchantInitiatedTransaction");

export const sellerBillingAgreementAttributes = group({
  SellerBillingAgreementId: optional(text({ max: limits.sellerOrderIdLengthMax })), // lengths as of orders [U]
  StoreName: optional(text({ max: limits.storeNameLengthMax })),
  CustomInformation: optional(text({ max: limits.customInformationLengthMax })),
});

/** What SetBillingAgreementDetails sets; the last two are for Europe's strong customer authentication. */
export const billingAgreementAttributes = group({
  PlatformId: optional(text()),
  SellerNote: optional(text({ max: limits.sellerNoteLengthMax })),
  SellerBillingAgreementAttributes: optional(sellerBillingAgreementAttributes),
  BillingAgreementType: optional(billingAgreementType),
  SubscriptionAmount: optional(price()),
});

/** `LastUpdatedTimestamp`: of all objects only this one spells it so, and in answers only. */
export const billingAgreementStatus = group({
  State: word(...billingAgreementStates),
  LastUpdatedTimestamp: optional(timestamp()),
  ReasonCode: optional(word(...billingAgreementReasons)),
  ReasonDescription: optional(text()),
});

/** A calendar month, from the first at 00:00 UTC to the next first, and what may still be charged in it. */
export const billingAgreementLimits = group({
  AmountLimitPerTimePeriod: price(),
  TimePeriodStartDate: timestamp({ wholeSeconds: true }),
  TimePeriodEndDate: timestamp({ wholeSeconds: true }),
  CurrentRemainingBalance: price(),
});

export const billingAgreementDetails = group({
  AmazonBillingAgreementId: text(),
  BillingAgreementLimits: optional(billingAgreementLimits),
  Buyer: optional(buyer),
  SellerNote: optional(text()),
  PlatformId: optional(text()),
  Destination: optional(destination),
  BillingAddress: optional(billingAddress),
  ReleaseEnvironment: releaseEnvironment,
  SellerBillingAgreementAttributes: optional(sellerBillingAgreementAttributes),
  BillingAgreementStatus: billingAgreementStatus,
  Constraints: optional(
    list(group({ ConstraintID: word(...billingAgreementConstraintIds), Description: optional(text()) }), "Constraint"),
  ),
  CreationTimestamp: timestamp(),
  ExpirationTimestamp: optional(timestamp()), // in no recorded answer
  BillingAgreementConsent: optional(flag()),
  OrderLanguage: optional(text()),
  BillingAgreementType: optional(billingAgreementType),
  SubscriptionAmount: optional(price()),
});
