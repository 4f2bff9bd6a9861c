// What solution providers get of a capture, and give back. Source: Amazon's SDKs; states are unconfirmed.
import { group, list, optional, price, text, timestamp } from "../fields.ts";
import { status } from "./common.ts";

export const providerCreditStates = ["Pending", "Open", "Completed", "Declined", "Closed"] as const;
export const providerCreditReasons = ["MaxAmountReversed"] as const;
export const providerCreditReversalStates = ["Pending", "Completed", "Declined"] as const;
export const providerCreditReversalReasons = ["AmazonRejected", "ProcessingFailure"] as const;

export const providerCreditDetails = group({
  AmazonProviderCreditId: text(),
  SellerId: text(),
  ProviderId: text(),
  ProviderSellerId: optional(text()),
  CreditReferenceId: text(),
  CreditAmount: price(),
  CreditReversalAmount: price(),
  CreditReversalIdList: list(text()),
  CreationTimestamp: timestamp(),
  CreditStatus: status(providerCreditStates, providerCreditReasons),
});

export const providerCreditReversalDetails = group({
  AmazonProviderCreditReversalId: text(),
  SellerId: text(),
  ProviderId: text(),
  CreditReversalReferenceId: text(),
  CreditReversalAmount: price(),
  CreationTimestamp: timestamp(),
  CreditReversalStatus: status(providerCreditReversalStates, providerCreditReversalReasons),
  CreditReversalNote: optional(text()),
});
