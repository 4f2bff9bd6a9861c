import type { ConstraintId } from "@noren-pay/protocol";
import type { Words } from "@noren-pay/protocol/words";

const buyerIsSeller: Words = { ja: "購入者と出品者が同じです。", en: "The buyer and the seller are the same." };

/** What keeps an order from being confirmed. */
export const constraintWords: Readonly<Record<ConstraintId, Words>> = {
  AmountNotSet: { ja: "金額が登録されていません。", en: "The amount has not been set." },
  PaymentPlanNotSet: { ja: "お支払い方法が選ばれていません。", en: "The buyer has not chosen a payment method." },
  PaymentMethodNotAllowed: {
    ja: "このお支払い方法は、この注文では使えません。",
    en: "This payment method is not allowed for this order.",
  },
  ShippingAddressNotSet: { ja: "お届け先が選ばれていません。", en: "The buyer has not chosen a shipping address." },
  CurrencyMismatch: { ja: "通貨が一致しません。", en: "The currencies differ." },
  BuyerEqualsSeller: buyerIsSeller,
  BuyerEqualSeller: buyerIsSeller,
};

export const constraintWordsOf = (id: string): Words =>
  (constraintWords as Readonly<Record<string, Words>>)[id] ?? { ja: id, en: id };
