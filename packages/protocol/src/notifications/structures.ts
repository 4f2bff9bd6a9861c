// What notifications carry. Not the API's data types: the order of elements is the recorded one, id lists hold `Id`,
// amounts have one decimal. Source: recorded notifications, kept as fixtures of Amazon's SDKs.
import { flag, group, list, optional, price, text, timestamp, word } from "../fields.ts";
import { address } from "../structures/common.ts";
import {
  providerCreditReasons,
  providerCreditReversalReasons,
  providerCreditReversalStates,
  providerCreditStates,
} from "../structures/provider-credit.ts";
import {
  authorizationReasons,
  authorizationStates,
  billingAgreementReasons,
  billingAgreementStates,
  captureReasons,
  captureStates,
  orderReferenceReasons,
  orderReferenceStates,
  refundReasons,
  refundStates,
} from "../tables/life-cycles.ts";

const status = <const S extends string, const R extends string>(states: readonly S[], reasons: readonly R[]) =>
  group({
    State: word(...states),
    LastUpdateTimestamp: optional(timestamp()),
    ReasonCode: optional({ ...word(...reasons), absent: "None" }), // "None": the test tool
    ReasonDescription: optional(text()),
  });
const money = () => price({ oneDecimal: true });
const ids = () => list(text(), "Id");
const categories = () => optional(list(text(), "OrderItemCategory"));

export const orderReferenceNotice = group({
  AmazonOrderReferenceId: text(),
  OrderTotal: optional(price()), // echoes what the merchant sent; JPY without a decimal [U]
  SellerNote: optional(text()), // in documents only
  SellerOrderAttributes: optional(
    group({
      SellerId: optional(text()),
      SellerOrderId: optional(text()),
      StoreName: optional(text()), // in documents only
      CustomInformation: optional(text()), // in documents only
      OrderItemCategories: categories(),
    }),
  ),
  OrderReferenceStatus: status(orderReferenceStates, orderReferenceReasons),
  CreationTimestamp: timestamp(),
  ExpirationTimestamp: optional(timestamp()),
});

export const authorizationNotice = group({
  AmazonAuthorizationId: text(),
  AuthorizationReferenceId: text(),
  AuthorizationBillingAddress: optional(address), // [U]
  SellerAuthorizationNote: optional(text()), // [U]
  AuthorizationAmount: money(),
  CapturedAmount: money(),
  AuthorizationFee: money(),
  IdList: ids(),
  CreationTimestamp: timestamp(),
  ExpirationTimestamp: optional(timestamp()),
  AddressVerificationCode: optional(text()),
  AuthorizationStatus: status(authorizationStates, authorizationReasons),
  SoftDecline: optional(flag()),
  OrderItemCategories: categories(),
  CaptureNow: optional(flag()),
  SoftDescriptor: optional(text()),
});

export const captureNotice = group({
  AmazonCaptureId: text(),
  CaptureReferenceId: text(),
  SellerCaptureNote: optional(text()), // [U]
  CaptureAmount: money(),
  ConvertedAmount: optional(money()),
  ConversionRate: optional(text()),
  RefundedAmount: money(),
  CaptureFee: money(),
  IdList: ids(),
  CreationTimestamp: timestamp(),
  CaptureStatus: status(captureStates, captureReasons),
  SoftDescriptor: optional(text()),
});

export const refundNotice = group({
  AmazonRefundId: text(),
  RefundReferenceId: text(),
  SellerRefundNote: optional(text()), // [U]
  RefundType: word("SellerInitiated", "BuyerCanceled"), // others may come [U]
  RefundAmount: money(),
  ConvertedAmount: optional(money()),
  ConversionRate: optional(text()),
  FeeRefunded: money(),
  CreationTimestamp: timestamp(),
  RefundStatus: status(refundStates, refundReasons),
  SoftDescriptor: optional(text()),
});

export const billingAgreementNotice = group({
  AmazonBillingAgreementId: text(),
  SellerBillingAgreementAttributes: optional(
    group({ SellerId: optional(text()), SellerBillingAgreementId: optional(text()) }),
  ),
  // The API spells LastUpdatedTimestamp here; notifications do not.
  BillingAgreementStatus: status(billingAgreementStates, billingAgreementReasons),
  CreationTimestamp: timestamp(),
  BillingAgreementLimits: optional(
    group({
      AmountLimitPerTimePeriod: money(),
      TimePeriodStartDate: timestamp(),
      TimePeriodEndDate: timestamp(),
      CurrentRemainingBalance: money(),
    }),
  ),
  BillingAgreementConsent: optional(flag()),
});

export const chargebackNotice = group({
  AmazonChargebackId: text(),
  AmazonOrderReferenceId: text(),
  AmazonCaptureReferenceId: optional(text()), // looks like the merchant's own CaptureReferenceId
  CreationTimestamp: timestamp(),
  ChargebackAmount: money(),
  ChargebackState: word("RECEIVED"), // the full list is not known [U]
  ChargebackReason: optional(word("Generic Service Chargeback", "Unauthorized Transaction Chargeback")), // [U]
});

export const providerCreditNotice = group({
  AmazonProviderCreditId: text(),
  SellerId: text(),
  ProviderSellerId: optional(text()),
  CreditReferenceId: optional(text()),
  CreditAmount: money(),
  CreditReversalAmount: money(),
  CreditReversalIdList: ids(),
  CreationTimestamp: timestamp(),
  CreditStatus: status(providerCreditStates, providerCreditReasons),
});

export const providerCreditReversalNotice = group({
  AmazonProviderCreditReversalId: text(),
  SellerId: text(),
  ProviderSellerId: optional(text()),
  CreditReversalReferenceId: optional(text()),
  CreditReversalAmount: money(),
  CreationTimestamp: timestamp(),
  CreditReversalStatus: status(providerCreditReversalStates, providerCreditReversalReasons),
  CreditReversalNote: optional(text()),
});

/** No recording exists: all of it [U]. */
export const merchantRegistrationNotice = group({
  SellerId: text(),
  Type: optional(text()),
  Options: optional(list(group({ name: text(), value: optional(text()) }), "SolutionProviderOption")),
});
