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
  GetMerchantAccountStatus: { ja: "出品者アカウント状態の照会", en: "the account's status" },
  ListOrderReference: { ja: "注文の一覧", en: "listing orders" },
  ListOrderReferenceByNextToken: { ja: "注文の一覧（続き）", en: "listing more orders" },
  CreateOrderReferenceForId: { ja: "自動支払いからの注文の作成", en: "making an order of a billing agreement" },
  GetBillingAgreementDetails: { ja: "自動支払いの照会", en: "reading the billing agreement" },
  SetBillingAgreementDetails: { ja: "自動支払いの内容の登録", en: "setting the billing agreement's details" },
  ConfirmBillingAgreement: { ja: "自動支払いの確定", en: "confirming the billing agreement" },
  ValidateBillingAgreement: { ja: "自動支払いの検証", en: "validating the billing agreement" },
  AuthorizeOnBillingAgreement: { ja: "自動支払いでのオーソリ", en: "an authorization on the billing agreement" },
  CloseBillingAgreement: { ja: "自動支払いの終了", en: "closing the billing agreement" },
  GetProviderCreditDetails: { ja: "プロバイダー手数料の照会", en: "reading a provider's credit" },
  GetProviderCreditReversalDetails: { ja: "プロバイダー手数料返還の照会", en: "reading the reversal of a credit" },
  ReverseProviderCredit: { ja: "プロバイダー手数料の返還", en: "reversing a provider's credit" },
  GetMerchantNotificationConfiguration: { ja: "通知設定の照会", en: "reading where notifications go" },
  SetMerchantNotificationConfiguration: { ja: "通知設定の登録", en: "setting where notifications go" },
};

export const operationWordsOf = (name: string): Words =>
  (operationWords as Readonly<Record<string, Words>>)[name] ?? { ja: name, en: name };
