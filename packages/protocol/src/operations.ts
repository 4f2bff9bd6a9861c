import { authorize } from "./operations/authorize.ts";
import { authorizeOnBillingAgreement } from "./operations/authorize-on-billing-agreement.ts";
import { cancelOrderReference } from "./operations/cancel-order-reference.ts";
import { capture } from "./operations/capture.ts";
import { closeAuthorization } from "./operations/close-authorization.ts";
import { closeBillingAgreement } from "./operations/close-billing-agreement.ts";
import { closeOrderReference } from "./operations/close-order-reference.ts";
import { confirmBillingAgreement } from "./operations/confirm-billing-agreement.ts";
import { confirmOrderReference } from "./operations/confirm-order-reference.ts";
import { createOrderReferenceForId } from "./operations/create-order-reference-for-id.ts";
import { getAuthorizationDetails } from "./operations/get-authorization-details.ts";
import { getBillingAgreementDetails } from "./operations/get-billing-agreement-details.ts";
import { getCaptureDetails } from "./operations/get-capture-details.ts";
import { getMerchantAccountStatus } from "./operations/get-merchant-account-status.ts";
import { getMerchantNotificationConfiguration } from "./operations/get-merchant-notification-configuration.ts";
import { getOrderReferenceDetails } from "./operations/get-order-reference-details.ts";
import { getProviderCreditDetails } from "./operations/get-provider-credit-details.ts";
import { getProviderCreditReversalDetails } from "./operations/get-provider-credit-reversal-details.ts";
import { getRefundDetails } from "./operations/get-refund-details.ts";
import { getServiceStatus } from "./operations/get-service-status.ts";
import { listOrderReference } from "./operations/list-order-reference.ts";
import { listOrderReferenceByNextToken } from "./operations/list-order-reference-by-next-token.ts";
import { refund } from "./operations/refund.ts";
import { reverseProviderCredit } from "./operations/reverse-provider-credit.ts";
import { setBillingAgreementDetails } from "./operations/set-billing-agreement-details.ts";
import { setMerchantNotificationConfiguration } from "./operations/set-merchant-notification-configuration.ts";
import { setOrderAttributes } from "./operations/set-order-attributes.ts";
import { setOrderReferenceDetails } from "./operations/set-order-reference-details.ts";
import { validateBillingAgreement } from "./operations/validate-billing-agreement.ts";

/** Every operation by Amazon's name. */
export const operations = {
  Authorize: authorize,
  AuthorizeOnBillingAgreement: authorizeOnBillingAgreement,
  CancelOrderReference: cancelOrderReference,
  Capture: capture,
  CloseAuthorization: closeAuthorization,
  CloseBillingAgreement: closeBillingAgreement,
  CloseOrderReference: closeOrderReference,
  ConfirmBillingAgreement: confirmBillingAgreement,
  ConfirmOrderReference: confirmOrderReference,
  CreateOrderReferenceForId: createOrderReferenceForId,
  GetAuthorizationDetails: getAuthorizationDetails,
  GetBillingAgreementDetails: getBillingAgreementDetails,
  GetCaptureDetails: getCaptureDetails,
  GetMerchantAccountStatus: getMerchantAccountStatus,
  GetMerchantNotificationConfiguration: getMerchantNotificationConfiguration,
  GetOrderReferenceDetails: getOrderReferenceDetails,
  GetProviderCreditDetails: getProviderCreditDetails,
  GetProviderCreditReversalDetails: getProviderCreditReversalDetails,
  GetRefundDetails: getRefundDetails,
  GetServiceStatus: getServiceStatus,
  ListOrderReference: listOrderReference,
  ListOrderReferenceByNextToken: listOrderReferenceByNextToken,
  Refund: refund,
  ReverseProviderCredit: reverseProviderCredit,
  SetBillingAgreementDetails: setBillingAgreementDetails,
  SetMerchantNotificationConfiguration: setMerchantNotificationConfiguration,
  SetOrderAttributes: setOrderAttributes,
  SetOrderReferenceDetails: setOrderReferenceDetails,
  ValidateBillingAgreement: validateBillingAgreement,
} as const;

export type OperationName = keyof typeof operations;
export const operationNames = Object.keys(operations) as OperationName[];
export const isOperationName = (name: string): name is OperationName => Object.hasOwn(operations, name);

/** The operations that our sandbox does. */
export type ImitatedOperationName = {
  [N in OperationName]: (typeof operations)[N]["imitated"] extends true ? N : never;
}[OperationName];
export const isImitated = (name: OperationName): name is ImitatedOperationName => operations[name].imitated;
