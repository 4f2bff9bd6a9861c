// The shop's words, Japanese first.

export type Language = "ja" | "en";

export const words = {
  shop: { ja: "のれん商店", en: "Noren Store" },
  demo: {
    ja: "見本のお店です。実際の請求も発送も行われません。",
    en: "A demonstration shop. Nothing is charged or shipped.",
  },
  addToCart: { ja: "カートに入れる", en: "Add to cart" },
  cart: { ja: "カート", en: "Cart" },
  cartEmpty: { ja: "カートに商品がありません。", en: "Your cart is empty." },
  backToShop: { ja: "買い物を続ける", en: "Continue shopping" },
  remove: { ja: "削除", en: "Remove" },
  quantity: { ja: "数量", en: "Quantity" },
  subtotal: { ja: "小計", en: "Subtotal" },
  shipping: { ja: "送料", en: "Shipping" },
  total: { ja: "合計(税込)", en: "Total (tax included)" },
  afterAddress: { ja: "お届け先の選択後に計算します", en: "shown once an address is chosen" },
  payLead: {
    ja: "Amazonに登録したお届け先とお支払い方法でお買い物ができます。",
    en: "Use the addresses and cards in your Amazon account.",
  },
  checkout: { ja: "ご注文手続き", en: "Checkout" },
  address: { ja: "お届け先", en: "Delivery address" },
  wallet: { ja: "お支払い方法", en: "Payment method" },
  summary: { ja: "ご注文内容", en: "Your order" },
  buy: { ja: "注文を確定する", en: "Place order" },
  payAgain: { ja: "このお支払い方法で注文する", en: "Pay with this method" },
  logout: { ja: "Amazonからログアウト", en: "Sign out of Amazon" },
  placing: { ja: "注文を確定しています…", en: "Placing your order…" },
  loading: { ja: "読み込み中…", en: "Loading…" },
  thanks: { ja: "ご注文ありがとうございます", en: "Thank you for your order" },
  orderNumber: { ja: "注文番号", en: "Order number" },
  paid: {
    ja: "お支払い方法を確認しました。代金は発送時に請求されます。",
    en: "Your payment method is confirmed. You are charged when the goods ship.",
  },
  waiting: {
    ja: "お支払いを確認しています。確認できしだい、この画面でお知らせします。",
    en: "Your payment is being checked. This page will tell you when it is done.",
  },
  shipped: { ja: "発送しました。代金を請求しました。", en: "Shipped, and charged." },
  refunded: { ja: "返金しました。", en: "Refunded." },
  chooseAnother: {
    ja: "このお支払い方法はご利用になれません。別のお支払い方法を選択してください。",
    en: "This payment method was declined. Please choose another one.",
  },
  offerAnother: {
    ja: "Amazon Payではお支払いを承れませんでした。お手数ですが、もう一度カートからお手続きください。",
    en: "Amazon Pay could not take this payment. Please start again from your cart.",
  },
  canceled: { ja: "このご注文はキャンセルされました。", en: "This order was canceled." },
  fixConstraints: {
    ja: "お届け先とお支払い方法を選択してください。",
    en: "Please choose an address and a payment method.",
  },
  cannotDeliver: {
    ja: "このお届け先には配送できません。日本国内の住所を選択してください。",
    en: "We cannot deliver there. Please choose an address in Japan.",
  },
  signInAgain: {
    ja: "Amazonへのログインの有効期限が切れました。カートからやり直してください。",
    en: "Your Amazon sign-in has expired. Please start again from your cart.",
  },
  trouble: {
    ja: "ただいま手続きできません。しばらくしてからもう一度お試しください。注文は重複しません。",
    en: "We cannot do this right now. Please try again in a while; you will not be charged twice.",
  },
  notFound: { ja: "ページが見つかりません。", en: "Page not found." },
  language: { ja: "English", en: "日本語" },
} as const satisfies Record<string, Record<Language, string>>;

export type WordKey = keyof typeof words;

export const say = (language: Language, key: WordKey): string => words[key][language];

/** "¥12,800" in either language. */
export const formatYen = (amount: number): string => `¥${amount.toLocaleString("en-US")}`;

/** Language of a request: the cookie first, then the browser's wish, then Japanese. */
export function languageOf(cookie: string | undefined, acceptLanguage: string | undefined): Language {
  if (cookie === "ja" || cookie === "en") return cookie;
  return /^\s*en\b/i.test(acceptLanguage ?? "") ? "en" : "ja";
}
