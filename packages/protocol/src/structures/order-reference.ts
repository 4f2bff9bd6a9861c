// Source: API reference, OrderReferenceDetails, OrderReferenceAttributes, OrderAttributes.
import { flag, group, list, optional, price, text, timestamp, word } from "../fields.ts";
import { constraintIds } from "../tables/constraints.ts";
import { orderReferenceReasons, orderReferenceStates } from "../tables/life-cycles.ts";
import { limits } from "../tables/limits.ts";
import { billingAddress, buyer, destination, releaseEnvironment, status } from "./common.ts";

const sellerOrderTexts = {
  SellerOrderId: optional(text({ max: limits.sellerOrderIdLengthMax })),
  StoreName: optional(text({ max: limits.storeNameLengthMax })),
  CustomInformation: optional(text({ max: limits.customInformationLengthMax })),
};
const supplementaryData = optional(text({ max: limits.supplementaryDataLengthMax }));

export const sellerOrderAttributes = group({
  ...sellerOrderTexts,
  OrderItemCategories: optional(list(text(), "OrderItemCategory")),
  SupplementaryData: supplementaryData,
});

/** The same without categories: what AuthorizeOnBillingAgreement takes for the order reference that it makes. */
export const plainSellerOrderAttributes = group({ ...sellerOrderTexts, SupplementaryData: supplementaryData });

const paymentServiceProviderAttributes = group({
  PaymentServiceProviderId: optional(text()),
  PaymentServiceProviderOrderId: optional(text()),
});

const attributes = {
  PlatformId: optional(text()),
  SellerNote: optional(text({ max: limits.sellerNoteLengthMax })),
  RequestPaymentAuthorization: optional(flag()),
  SellerOrderAttributes: optional(sellerOrderAttributes),
  PaymentServiceProviderAttributes: optional(paymentServiceProviderAttributes),
};

/** What SetOrderReferenceDetails sets. */
export const orderReferenceAttributes = group({ OrderTotal: price(), ...attributes });

/** What SetOrderAttributes and CreateOrderReferenceForId set: the same, everything optional. */
export const orderAttributes = group({ OrderTotal: optional(price()), ...attributes });

export const orderReferenceStatus = status(orderReferenceStates, orderReferenceReasons);

export const orderReferenceDetails = group({
  AmazonOrderReferenceId: text(),
  Buyer: optional(buyer),
  OrderTotal: optional(price()),
  SellerNote: optional(text()),
  PlatformId: optional(text()),
  Destination: optional(destination),
  BillingAddress: optional(billingAddress),
  PaymentDescriptor: optional(
    group({
      Name: optional(text()),
      AccountNumberTail: optional(text()),
      FullDescriptor: optional(text()),
      UseAmazonBalanceFirst: optional(flag()),
    }),
  ),
  ReleaseEnvironment: releaseEnvironment,
  SellerOrderAttributes: optional(sellerOrderAttributes),
  OrderReferenceStatus: orderReferenceStatus,
  Constraints: optional(
    list(group({ ConstraintID: word(...constraintIds), Description: optional(text()) }), "Constraint"),
  ),
  CreationTimestamp: timestamp(),
  ExpirationTimestamp: timestamp(),
  ParentDetails: optional(
    group({ Id: text(), Type: word("OrderReference", "BillingAgreement", "ChildOrderReference") }),
  ),
  IdList: list(text()),
  OrderLanguage: optional(text()),
  RequestPaymentAuthorization: optional(flag()),
  PaymentServiceProviderAttributes: optional(paymentServiceProviderAttributes),
  PaymentReference: optional(group({ StaticToken: optional(text()) })),
  PaymentAuthenticationStatus: optional(group({ State: text() })),
});

/** One line of a list of order references. */
export const listedOrderReference = group({
  AmazonOrderReferenceId: text(),
  OrderTotal: optional(price()),
  SellerNote: optional(text()),
  ReleaseEnvironment: releaseEnvironment,
  SellerOrderAttributes: optional(sellerOrderAttributes),
  OrderReferenceStatus: orderReferenceStatus,
  CreationTimestamp: timestamp(),
  OrderLanguage: optional(text()),
});

/** A page of a list; no token on the last one. */
export const orderReferencePage = {
  OrderReferenceList: list(listedOrderReference, "OrderReference"),
  NextPageToken: optional(text()),
};
