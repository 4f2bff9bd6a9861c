import type { NotificationType } from "@noren-pay/protocol";
import type { Words } from "@noren-pay/protocol/words";
import type { Tone } from "./tones.ts";

export const notices = {
  title: { ja: "Amazonからの通知", en: "Notifications from Amazon" },
  lead: {
    ja: "届いた即時支払い通知（IPN）のうち、新しい100件です。",
    en: "The latest 100 instant payment notifications.",
  },
  received: { ja: "受信日時 (JST)", en: "Received (JST)" },
  type: { ja: "種類", en: "Type" },
  object: { ja: "対象のID", en: "About" },
  state: { ja: "状態", en: "State" },
  findOrder: { ja: "この注文を探す", en: "Find the order" },
  empty: { ja: "まだ通知は届いていません。", en: "No notification has arrived yet." },
  legend: { ja: "状態の意味", en: "What the states mean" },
} as const satisfies Record<string, Words>;

interface NoticeState {
  readonly title: Words;
  readonly text: Words;
  readonly tone: Tone;
}

export const noticeStates: Readonly<Record<string, NoticeState>> = {
  new: {
    title: { ja: "処理待ち", en: "New" },
    text: { ja: "まもなく注文に反映されます。", en: "About to be applied to its order." },
    tone: "wait",
  },
  applied: {
    title: { ja: "反映済み", en: "Applied" },
    text: { ja: "注文に反映されました。", en: "Its order takes it into account." },
    tone: "good",
  },
  quarantined: {
    title: { ja: "隔離", en: "Quarantined" },
    text: {
      ja: "署名は正しいものの、このショップの注文に対応しないため、反映していません。",
      en: "Well signed, but about no order or account of this shop; nothing was changed.",
    },
    tone: "bad",
  },
  sample: {
    title: { ja: "テスト通知", en: "Sample" },
    text: { ja: "Amazonのテスト通知です。", en: "A test notification of Amazon's." },
    tone: "quiet",
  },
};

export const noticeTypes: Readonly<Record<NotificationType, Words>> = {
  OrderReferenceNotification: { ja: "注文", en: "Order" },
  PaymentAuthorize: { ja: "オーソリ", en: "Authorization" },
  PaymentCapture: { ja: "売上請求", en: "Capture" },
  PaymentRefund: { ja: "返金", en: "Refund" },
  BillingAgreementNotification: { ja: "定期購入の同意", en: "Billing agreement" },
  ChargebackDetailedNotification: { ja: "チャージバック", en: "Chargeback" },
  ProviderCredit: { ja: "プロバイダークレジット", en: "Provider credit" },
  ProviderCreditReversal: { ja: "プロバイダークレジットの取消", en: "Provider credit reversal" },
  SolutionProviderEvent: { ja: "ソリューションプロバイダー", en: "Solution provider" },
};

/** A type that nobody here knows is shown as it came. */
export const noticeTypeWords = (type: string): Words =>
  (noticeTypes as Readonly<Record<string, Words>>)[type] ?? { ja: type, en: type };
