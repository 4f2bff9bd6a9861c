// States, reasons and kinds in people's words, for screens. Japanese follows Amazon's Japanese guide: オーソリ, 売上請求,
// 返金, 注文, お支払い方法.
import type { LifeCycleKind, ReasonOf, StateOf } from "./tables/life-cycles.ts";

export interface Words {
  readonly ja: string;
  readonly en: string;
}

export const kindWords = {
  OrderReference: { ja: "注文", en: "Order" },
  Authorization: { ja: "オーソリ", en: "Authorization" },
  Capture: { ja: "売上請求", en: "Capture" },
  Refund: { ja: "返金", en: "Refund" },
  BillingAgreement: { ja: "自動支払い", en: "Billing agreement" },
} as const satisfies Record<LifeCycleKind, Words>;

export const stateWords = {
  OrderReference: {
    Draft: { ja: "下書き", en: "Draft" },
    Open: { ja: "オープン", en: "Open" },
    Suspended: { ja: "一時停止", en: "Suspended" },
    Canceled: { ja: "キャンセル済み", en: "Canceled" },
    Closed: { ja: "クローズ", en: "Closed" },
  },
  Authorization: {
    Pending: { ja: "保留", en: "Pending" },
    Open: { ja: "オーソリ済み", en: "Authorized" },
    Declined: { ja: "拒否", en: "Declined" },
    Closed: { ja: "クローズ", en: "Closed" },
  },
  Capture: {
    Pending: { ja: "保留", en: "Pending" },
    Completed: { ja: "請求済み", en: "Captured" },
    Declined: { ja: "拒否", en: "Declined" },
    Closed: { ja: "クローズ", en: "Closed" },
  },
  Refund: {
    Pending: { ja: "処理中", en: "Pending" },
    Completed: { ja: "返金済み", en: "Refunded" },
    Declined: { ja: "拒否", en: "Declined" },
  },
  BillingAgreement: {
    Draft: { ja: "下書き", en: "Draft" },
    Open: { ja: "オープン", en: "Open" },
    Suspended: { ja: "一時停止", en: "Suspended" },
    Canceled: { ja: "キャンセル済み", en: "Canceled" },
    Closed: { ja: "クローズ", en: "Closed" },
  },
} as const satisfies { [K in LifeCycleKind]: Record<StateOf[K], Words> };

/** What a reason means for the shop, one short sentence each. */
export const reasonWords = {
  OrderReference: {
    SellerCanceled: { ja: "出品者がキャンセルしました。", en: "Canceled by the seller." },
    Stale: { ja: "3時間以内に確定されませんでした。", en: "Not confirmed within three hours." },
    AmazonCanceled: { ja: "Amazonがキャンセルしました。", en: "Canceled by Amazon." },
    SellerClosed: { ja: "出品者がクローズしました。", en: "Closed by the seller." },
    Expired: { ja: "有効期限（180日）が切れました。", en: "The 180 days are over." },
    MaxAmountCharged: { ja: "請求できる上限額に達しました。", en: "The most that may be charged has been charged." },
    MaxAuthorizationsCaptured: {
      ja: "売上請求できるオーソリの上限回数に達しました。",
      en: "No more authorizations are allowed.",
    },
    MaxAuthorizationsProcessed: {
      ja: "オーソリの上限回数に達しました。",
      en: "No more authorizations are allowed.",
    },
    AmazonClosed: { ja: "Amazonがクローズしました。", en: "Closed by Amazon." },
    InvalidPaymentMethod: {
      ja: "お支払い方法に問題があります。購入者が別のお支払い方法を選ぶ必要があります。",
      en: "The payment method was declined; the buyer must choose another one.",
    },
  },
  Authorization: {
    InvalidPaymentMethod: { ja: "お支払い方法が承認されませんでした。", en: "The payment method was declined." },
    AmazonRejected: { ja: "Amazonが取引を拒否しました。", en: "Amazon rejected the transaction." },
    ProcessingFailure: {
      ja: "Amazon側の処理エラーです。少し待ってから再度お試しください。",
      en: "Amazon could not process it; try again in a minute or two.",
    },
    TransactionTimedOut: { ja: "時間内に処理が終わりませんでした。", en: "It was not decided in time." },
    ExpiredUnused: {
      ja: "売上請求されないままオーソリの期限が切れました。",
      en: "It expired without a capture.",
    },
    MaxCapturesProcessed: { ja: "売上請求が済みました。", en: "It has been captured." },
    AmazonClosed: { ja: "Amazonがクローズしました。", en: "Closed by Amazon." },
    OrderReferenceCanceled: { ja: "注文がキャンセルされました。", en: "The order was canceled." },
    SellerClosed: { ja: "出品者がクローズしました。", en: "Closed by the seller." },
    StopShipmentAtypicalAuth: {
      ja: "Amazonが確認中です。商品を発送しないでください。",
      en: "Amazon is looking into it; do not ship.",
    },
  },
  Capture: {
    AmazonRejected: { ja: "Amazonが売上請求を拒否しました。", en: "Amazon rejected the capture." },
    ProcessingFailure: {
      ja: "Amazon側の処理エラーです。少し待ってから再度お試しください。",
      en: "Amazon could not process it; try again in a minute or two.",
    },
    MaxAmountRefunded: { ja: "返金できる上限額に達しました。", en: "The most that may be refunded has been refunded." },
    MaxRefundsProcessed: {
      ja: "返金の上限回数（10回）に達しました。",
      en: "Ten refunds have been made; no more are allowed.",
    },
    AmazonClosed: { ja: "Amazonがクローズしました。", en: "Closed by Amazon." },
    StopShipmentAtypicalAuth: {
      ja: "Amazonが確認中です。商品を発送しないでください。",
      en: "Amazon is looking into it; do not ship.",
    },
  },
  Refund: {
    AmazonRejected: {
      ja: "Amazonが返金を拒否しました。別の方法で返金してください。",
      en: "Amazon rejected the refund; refund in another way.",
    },
    ProcessingFailure: {
      ja: "Amazon側の処理エラー、または購入者へ返金済みです。",
      en: "Amazon could not process it, or the buyer has been refunded already.",
    },
    "AmazonA-ZRefund": { ja: "Amazonマーケットプレイス保証による返金です。", en: "Refunded by Amazon's guarantee." },
    BuyerCanceled: { ja: "購入者によるキャンセルです。", en: "Canceled by the buyer." },
  },
  BillingAgreement: {
    InvalidPaymentMethod: {
      ja: "お支払い方法に問題があります。購入者が別のお支払い方法を選ぶ必要があります。",
      en: "The payment method was declined; the buyer must choose another one.",
    },
    Stale: { ja: "3時間以内に確定されませんでした。", en: "Not confirmed within three hours." },
    AmazonCanceled: { ja: "Amazonがキャンセルしました。", en: "Canceled by Amazon." },
    SellerClosed: { ja: "出品者がクローズしました。", en: "Closed by the seller." },
    BuyerClosed: { ja: "購入者が自動支払いを終了しました。", en: "Closed by the buyer." },
    AmazonClosed: { ja: "Amazonがクローズしました。", en: "Closed by Amazon." },
    Expired: { ja: "有効期限が切れました。", en: "Its time is over." },
  },
} as const satisfies { [K in LifeCycleKind]: Record<ReasonOf[K], Words> };

/** Words for a reason that may be one nobody here knows: then the code itself. */
export function wordsOfReason(kind: LifeCycleKind, reasonCode: string): Words {
  const rows: Readonly<Record<string, Words>> = reasonWords[kind];
  return (Object.hasOwn(rows, reasonCode) ? rows[reasonCode] : undefined) ?? { ja: reasonCode, en: reasonCode };
}

/** Words for a state that may be one nobody here knows: then the state itself. */
export function wordsOfState(kind: LifeCycleKind, state: string): Words {
  const rows: Readonly<Record<string, Words>> = stateWords[kind];
  return (Object.hasOwn(rows, state) ? rows[state] : undefined) ?? { ja: state, en: state };
}
