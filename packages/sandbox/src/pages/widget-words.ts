import type { CardSimulation } from "../world/objects.ts";
import type { Language } from "./language.ts";
import type { WidgetErrorCode, WidgetKind } from "./widget-rules.ts";

export interface WidgetWords {
  readonly titles: Readonly<Record<WidgetKind, string>>;
  readonly loading: string;
  readonly choose: Readonly<Record<WidgetKind, string>>;
  readonly nothing: Readonly<Record<WidgetKind, string>>;
  readonly nothingChosen: Readonly<Record<WidgetKind, string>>;
  readonly change: string;
  readonly cardEnding: (brand: string, tail: string) => string;
  readonly declinedBefore: string;
  readonly consent: string;
  readonly simulations: Readonly<Record<CardSimulation, string>>;
  readonly problems: Readonly<Record<WidgetErrorCode, string>>;
}

const ja: WidgetWords = {
  titles: { "address-book": "お届け先", wallet: "お支払い方法", consent: "お支払い方法の継続利用" },
  loading: "読み込んでいます…",
  choose: {
    "address-book": "お届け先を選択してください",
    wallet: "お支払い方法を選択してください",
    consent: "",
  },
  nothing: {
    "address-book": "登録されている住所がありません。",
    wallet: "登録されているお支払い方法がありません。",
    consent: "",
  },
  nothingChosen: {
    "address-book": "お届け先が選択されていません。",
    wallet: "お支払い方法が選択されていません。",
    consent: "",
  },
  change: "変更",
  cardEnding: (brand, tail) => `${brand} (下4桁 ${tail})`,
  declinedBefore: "前回のお支払い方法はご利用になれませんでした。別のお支払い方法を選択してください。",
  consent: "この店舗での今後のお支払いに、選択したお支払い方法を使うことに同意します。",
  simulations: {
    PaymentMethodNotAllowed: "テスト: この注文では使えません (PaymentMethodNotAllowed)",
    InvalidPaymentMethod: "テスト: オーソリ失敗、別のお支払い方法が必要 (InvalidPaymentMethod)",
    AmazonRejected: "テスト: Amazonがオーソリを拒否 (AmazonRejected)",
    TransactionTimedOut: "テスト: オーソリが時間切れ (TransactionTimedOut)",
  },
  problems: {
    AddressNotModifiable: "このご注文のお届け先は変更できません。",
    BuyerNotAssociated: "このご注文は別のアカウントのものです。もう一度ログインしてください。",
    BuyerSessionExpired: "セッションの有効期限が切れました。もう一度ログインしてください。",
    InvalidAccountStatus: "この店舗では現在お支払いを受け付けていません。",
    InvalidBillingAgreementId: "自動支払いの設定が見つかりません。最初からやり直してください。",
    InvalidOrderReferenceId: "ご注文が見つかりません。最初からやり直してください。",
    InvalidParameterValue: "店舗の設定に誤りがあります。",
    InvalidSellerId: "店舗が見つかりません。",
    MissingParameter: "店舗の設定に不足があります。",
    PaymentMethodNotModifiable: "このご注文のお支払い方法は変更できません。",
    ReleaseEnvironmentMismatch: "本番環境とテスト環境が混在しています。",
    StaleOrderReference: "時間が経過したため、ご注文は無効になりました。最初からやり直してください。",
    UnknownError: "エラーが発生しました。最初からやり直してください。",
    ITP: "ブラウザの追跡防止機能により表示できません。",
  },
};

const en: WidgetWords = {
  titles: { "address-book": "Shipping address", wallet: "Payment method", consent: "Future payments" },
  loading: "Loading…",
  choose: { "address-book": "Choose a shipping address", wallet: "Choose a payment method", consent: "" },
  nothing: {
    "address-book": "There is no address in your account.",
    wallet: "There is no payment method in your account.",
    consent: "",
  },
  nothingChosen: {
    "address-book": "No shipping address is chosen.",
    wallet: "No payment method is chosen.",
    consent: "",
  },
  change: "Change",
  cardEnding: (brand, tail) => `${brand} ending in ${tail}`,
  declinedBefore: "Your last payment method could not be used. Please choose another one.",
  consent: "I agree that this shop may use the payment method chosen for future payments.",
  simulations: {
    PaymentMethodNotAllowed: "Test: not allowed for this order (PaymentMethodNotAllowed)",
    InvalidPaymentMethod: "Test: declined, another method is needed (InvalidPaymentMethod)",
    AmazonRejected: "Test: rejected by Amazon (AmazonRejected)",
    TransactionTimedOut: "Test: the authorization times out (TransactionTimedOut)",
  },
  problems: {
    AddressNotModifiable: "The address of this order cannot be changed.",
    BuyerNotAssociated: "This order belongs to another account. Please sign in again.",
    BuyerSessionExpired: "Your session has expired. Please sign in again.",
    InvalidAccountStatus: "This shop does not take payments at present.",
    InvalidBillingAgreementId: "The agreement was not found. Please start again.",
    InvalidOrderReferenceId: "The order was not found. Please start again.",
    InvalidParameterValue: "The shop's settings are wrong.",
    InvalidSellerId: "The shop was not found.",
    MissingParameter: "The shop's settings are incomplete.",
    PaymentMethodNotModifiable: "The payment method of this order cannot be changed.",
    ReleaseEnvironmentMismatch: "Live and sandbox are mixed up.",
    StaleOrderReference: "Too much time has passed, the order is void. Please start again.",
    UnknownError: "Something went wrong. Please start again.",
    ITP: "Your browser's tracking protection blocks this.",
  },
};

export const widgetWords = { ja, en } as const satisfies Record<Language, WidgetWords>;
