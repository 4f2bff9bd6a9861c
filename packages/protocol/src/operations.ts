import { authorize } from "./operations/authorize.ts";
import { cancelOrderReference } from "./operations/cancel-order-reference.ts";
import { capture } from "./operations/capture.ts";
import { closeAuthorization } from "./operations/close-authorization.ts";
import { closeOrderReference } from "./operations/close-order-reference.ts";
import { confirmOrderReference } from "./operations/confirm-order-reference.ts";
import { getAuthorizationDetails } from "./operations/get-authorization-details.ts";
import { getCaptureDetails } from "./operations/get-capture-details.ts";
import { getOrderReferenceDetails } from "./operations/get-order-reference-details.ts";
import { getRefundDetails } from "./operations/get-refund-details.ts";
import { getServiceStatus } from "./operations/get-service-status.ts";
import { refund } from "./operations/refund.ts";
import { setOrderAttributes } from "./operations/set-order-attributes.ts";
import { setOrderReferenceDetails } from "./operations/set-order-reference-details.ts";

/** Every operation by Amazon's name. */
export const operations = {
  Authorize: authorize,
  CancelOrderReference: cancelOrderReference,
  Capture: capture,
  CloseAuthorization: closeAuthorization,
  CloseOrderReference: closeOrderReference,
  ConfirmOrderReference: confirmOrderReference,
  GetAuthorizationDetails: getAuthorizationDetails,
  GetCaptureDetails: getCaptureDetails,
  GetOrderReferenceDetails: getOrderReferenceDetails,
  GetRefundDetails: getRefundDetails,
  GetServiceStatus: getServiceStatus,
  Refund: refund,
  SetOrderAttributes: setOrderAttributes,
  SetOrderReferenceDetails: setOrderReferenceDetails,
} as const;

export type OperationName = keyof typeof operations;
export const operationNames = Object.keys(operations) as OperationName[];
export const isOperationName = (name: string): name is OperationName => Object.hasOwn(operations, name);
