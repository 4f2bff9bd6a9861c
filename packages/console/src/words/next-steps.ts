// What to do next for an order, in plain words.
import type { Words } from "@noren-pay/protocol/words";
import type { OrderView } from "@noren-pay/server";
import type { Tone } from "./tones.ts";

type NextStep = OrderView["nextStep"];

interface NextStepWords {
  /** What to do, short enough for a list. */
  readonly title: Words;
  /** Why, and what happens then. */
  readonly text: Words;
  readonly tone: Tone;
}

export const nextStepWords: Readonly<Record<NextStep, NextStepWords>> = {
  waitForAmazon: {
    title: { ja: "Amazonの回答待ち", en: "Wait for Amazon" },
    text: {
      ja: "Amazonの回答を待っています。回答が届くと、この画面に自動で表示されます。",
      en: "Amazon has not answered yet. The answer appears here by itself.",
    },
    tone: "wait",
  },
  shipIt: {
    title: { ja: "発送して売上請求", en: "Ship and capture" },
    text: {
      ja: "お支払いはオーソリ済みです。商品を発送したら、売上請求をしてください。",
      en: "The payment is authorized. Send the goods, then capture the payment.",
    },
    tone: "todo",
  },
  chooseAnotherPaymentMethod: {
    title: { ja: "購入者によるお支払い方法の変更待ち", en: "The buyer must choose another payment method" },
    text: {
      ja: "お支払い方法が承認されませんでした。購入者に、別のお支払い方法を選ぶよう案内してください。変更後に再オーソリができます。",
      en: "The payment method was declined. Ask the buyer to choose another one; then authorize again.",
    },
    tone: "bad",
  },
  fixConstraints: {
    title: { ja: "注文内容の不備を解消", en: "Something is missing in the order" },
    text: {
      ja: "注文内容に不備があるため、まだ確定できません。購入者が選び直すと先へ進めます。",
      en: "The order cannot be confirmed yet. The buyer has to choose again.",
    },
    tone: "bad",
  },
  offerAnotherWayToPay: {
    title: { ja: "別の決済手段を案内", en: "Offer another way to pay" },
    text: {
      ja: "この注文のお支払いは、Amazon Payでは受けられません。購入者に別の決済手段を案内してください。発送しないでください。",
      en: "Amazon Pay will not pay for this order. Offer the buyer another way to pay. Do not ship.",
    },
    tone: "bad",
  },
  authorizeAgain: {
    title: { ja: "再オーソリ", en: "Authorize again" },
    text: {
      ja: "請求していない金額がありますが、有効なオーソリがありません。発送の前に再オーソリをしてください。",
      en: "Part of the total is not captured and nothing is authorized. Authorize again before you ship.",
    },
    tone: "todo",
  },
  askAPerson: {
    title: { ja: "担当者の確認が必要", en: "A person has to look at it" },
    text: {
      ja: "Amazonとのやり取りが自動では解決しません。履歴を確認し、必要ならAmazon PayのサポートにリクエストIDを伝えてください。",
      en: "This does not resolve by itself. Look at the timeline, and quote the request id to Amazon Pay's support if needed.",
    },
    tone: "bad",
  },
  nothing: {
    title: { ja: "対応は不要", en: "Nothing to do" },
    text: { ja: "いま行うことはありません。", en: "There is nothing to do now." },
    tone: "good",
  },
  orderCanceled: {
    title: { ja: "キャンセル済み", en: "Canceled" },
    text: { ja: "この注文はキャンセルされました。発送しないでください。", en: "This order is canceled. Do not ship." },
    tone: "quiet",
  },
  orderClosed: {
    title: { ja: "クローズ済み", en: "Closed" },
    text: {
      ja: "この注文への新しい請求はできません。請求済みの金額は返金できます。",
      en: "Nothing more can be charged. What was captured can be refunded.",
    },
    tone: "quiet",
  },
};
