import type { ImitatedOperationName } from "@noren-pay/protocol";
import { authorize } from "./authorize.ts";
import { cancelOrderReference } from "./cancel-order-reference.ts";
import { capture } from "./capture.ts";
import { closeAuthorization } from "./close-authorization.ts";
import { closeOrderReference } from "./close-order-reference.ts";
import { confirmOrderReference } from "./confirm-order-reference.ts";
import { getAuthorizationDetails } from "./get-authorization-details.ts";
import { getCaptureDetails } from "./get-capture-details.ts";
import { getOrderReferenceDetails } from "./get-order-reference-details.ts";
import { getRefundDetails } from "./get-refund-details.ts";
import { getServiceStatus } from "./get-service-status.ts";
import type { Handler } from "./handler.ts";
import { refund } from "./refund.ts";
import { setOrderAttributes } from "./set-order-attributes.ts";
import { setOrderReferenceDetails } from "./set-order-reference-details.ts";

/** The handler of each operation that the sandbox imitates: those, and no others, whose row in protocol says so. */
export const handlers: { readonly [O in ImitatedOperationName]: Handler<O> } = {
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
};
