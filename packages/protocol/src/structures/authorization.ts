// Source: API reference, AuthorizationDetails.
import { flag, group, list, optional, price, text, timestamp } from "../fields.ts";
import { authorizationReasons, authorizationStates } from "../tables/life-cycles.ts";
import { address, status } from "./common.ts";

export const authorizationDetails = group({
  AmazonAuthorizationId: text(),
  AuthorizationReferenceId: text(),
  AuthorizationBillingAddress: optional(address),
  SellerAuthorizationNote: optional(text()),
  AuthorizationAmount: price(),
  CapturedAmount: price(),
  AuthorizationFee: price(),
  IdList: list(text()),
  CreationTimestamp: timestamp(),
  ExpirationTimestamp: optional(timestamp()),
  AuthorizationStatus: status(authorizationStates, authorizationReasons),
  SoftDecline: optional(flag()),
  CaptureNow: flag(),
  SoftDescriptor: optional(text()),
  OrderItemCategories: optional(list(text(), "OrderItemCategory")),
  AddressVerificationCode: optional(text()),
});
