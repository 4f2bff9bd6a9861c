// Scopes of Login with Amazon and Amazon Pay. Source: Login with Amazon, customer profile; code generator of the samples.
import type { Language } from "../pages/language.ts";

interface Scope {
  /** Whether the buyer is asked, the first time. */
  readonly consent: boolean;
  readonly text: Readonly<Record<Language, string>>;
}

export const scopes = {
  profile: { consent: true, text: { ja: "お名前とメールアドレス", en: "Your name and e-mail address" } },
  "profile:user_id": { consent: false, text: { ja: "この店舗でのお客様番号", en: "Your number at this shop" } },
  postal_code: { consent: true, text: { ja: "郵便番号", en: "Your postal code" } },
  "payments:widget": {
    consent: false,
    text: { ja: "お届け先とお支払い方法の選択画面の表示", en: "Showing your addresses and payment methods to you" },
  },
  "payments:shipping_address": { consent: true, text: { ja: "お届け先住所", en: "The shipping address you choose" } },
  "payments:billing_address": { consent: true, text: { ja: "請求先住所", en: "Your billing address" } },
  "payments:autopay_consent": {
    consent: true,
    text: { ja: "今後のお支払いへの同意", en: "Your consent to future payments" },
  },
  "payments:instrument_descriptor": {
    consent: false,
    text: { ja: "お支払い方法の名称", en: "The name of your payment method" },
  },
} as const satisfies Record<string, Scope>;

export type ScopeName = keyof typeof scopes;
export const isScope = (text: string): text is ScopeName => Object.hasOwn(scopes, text);
