import type { OperationName } from "@noren-pay/protocol";
import type { Words } from "@noren-pay/protocol/words";

/** What each call to Amazon does, as a noun: "asked for …", "… was answered". */
export const operationWords: Readonly<Record<OperationName, Words>> = {
  GetOrderReferenceDetails: { ja: "注文の照会", en: "reading the order" },
  SetOrderReferenceDetails: { ja: "注文内容の登録", en: "setting the order's details" },
  SetOrderAttributes: { ja: "注文属性の登録", en: "setting the order's attributes" },
  ConfirmOrderReference: { ja: "注文の確定", en: "confirming the order" },
  CancelOrderReference: { ja: "注文のキャンセル", en: "canceling the order" },
  CloseOrderReference: { ja: "注文のクローズ", en: "closing the order" },
  Authorize: { ja: "オーソリ", en: "an authorization" },
  GetAuthorizationDetails: { ja: "オーソリの照会", en: "reading the authorization" },
  CloseAuthorization: { ja: "オーソリの取消", en: "closing the authorization" },
  Capture: { ja: "売上請求", en: "a capture" },
  GetCaptureDetails: { ja: "売上請求の照会", en: "reading the capture" },
  Refund: { ja: "返金", en: "a refund" },
  GetRefundDetails: { ja: "返金の照会", en: "reading the refund" },
  GetServiceStatus: { ja: "サービス状態の照会", en: "the service's status" },
};

export const operationWordsOf = (name: string): Words =>
  (operationWords as Readonly<Record<string, Words>>)[name] ?? { ja: name, en: name };
