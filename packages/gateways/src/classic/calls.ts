// Which operation of the classic API carries out which intent or read: the quota and the recovery follow from it.
import type { CallName, IntentKind } from "@noren-pay/payments";
import type { ObjectKind, OperationName } from "@noren-pay/protocol";

export const operationOfIntent = {
  setDetails: "SetOrderReferenceDetails",
  confirm: "ConfirmOrderReference",
  authorize: "Authorize",
  closeAuthorization: "CloseAuthorization",
  capture: "Capture",
  refund: "Refund",
  cancel: "CancelOrderReference",
  close: "CloseOrderReference",
} as const satisfies Record<IntentKind, OperationName>;

export const operationOfRead = {
  OrderReference: "GetOrderReferenceDetails",
  Authorization: "GetAuthorizationDetails",
  Capture: "GetCaptureDetails",
  Refund: "GetRefundDetails",
} as const satisfies Record<ObjectKind, OperationName>;

export const operationOfCall: Readonly<Record<CallName, OperationName>> = {
  ...operationOfIntent,
  readOrderReference: operationOfRead.OrderReference,
  readAuthorization: operationOfRead.Authorization,
  readCapture: operationOfRead.Capture,
  readRefund: operationOfRead.Refund,
};
