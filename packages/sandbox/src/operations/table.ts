import type { ImitatedOperationName } from "@noren-pay/protocol";
import { authorize } from "./authorize.ts";
import { authorizeOnBillingAgreement } from "./authorize-on-billing-agreement.ts";
import { cancelOrderReference } from "./cancel-order-reference.ts";
import { capture } from "./capture.ts";
import { closeAuthorization } from "./close-authorization.ts";
import { closeBillingAgreement } from "./close-billing-agreement.ts";
import { closeOrderReference } from "./close-order-reference.ts";
import { confirmBillingAgreement } from "./confirm-billing-agreement.ts";
import { confirmOrderReference } from "./confirm-order-reference.ts";
import { createOrderReferenceForId } from "./create-order-reference-for-id.ts";
import { getAuthorizationDetails } from "./get-authorization-details.ts";
import { getBillingAgreementDetails } from "./get-billing-agreement-details.ts";
import { getCaptureDetails } from "./get-capture-details.ts";
import { getMerchantAccountStatus } from "./get-merchant-account-status.ts";
import { getOrderReferenceDetails } from "./get-order-reference-details.ts";
import { getRefundDetails } from "./get-refund-details.ts";
import { getServiceStatus } from "./get-service-status.ts";
import type { Handler } from "./handler.ts";
import { listOrderReference } from "./list-order-reference.ts";
import { listOrderReferenceByNextToken } from "./list-order-reference-by-next-token.ts";
import { refund } from "./refund.ts";
import { setBillingAgreementDetails } from "./set-billing-agreement-details.ts";
import { setOrderAttributes } from "./set-order-attributes.ts";
import { setOrderReferenceDetails } from "./set-order-reference-details.ts";
import { validateBillingAgreement } from "./validate-billing-agreement.ts";

/** The handler of each operation that the sandbox imitates: those, and no others, whose row in protocol says so. */
export const handlers: { readonly [O in ImitatedOperationName]: Handler<O> } = {
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
  GetOrderReferenceDetails: getOrderReferenceDetails,
  GetRefundDetails: getRefundDetails,
  GetServiceStatus: getServiceStatus,
  ListOrderReference: listOrderReference,
  ListOrderReferenceByNextToken: listOrderReferenceByNextToken,
  Refund: refund,
  SetBillingAgreementDetails: setBillingAgreementDetails,
  SetOrderAttributes: setOrderAttributes,
  SetOrderReferenceDetails: setOrderReferenceDetails,
  ValidateBillingAgreement: validateBillingAgreement,
};
