import type { Language } from "../pages/language.ts";

export interface LoginWords {
  readonly signIn: string;
  readonly signInFor: (shop: string) => string;
  readonly email: string;
  readonly password: string;
  readonly wrong: string;
  readonly testBuyers: string;
  readonly testBuyersHint: (password: string) => string;
  readonly moreBuyers: (count: number) => string;
  readonly consentTitle: (shop: string) => string;
  readonly consentText: (shop: string) => string;
  readonly allow: string;
  readonly deny: string;
  readonly signedInAs: (name: string) => string;
  readonly otherAccount: string;
  readonly relayTitle: string;
  readonly relayText: string;
  readonly errorTitle: string;
  readonly expiredForm: string;
  readonly problems: Readonly<Record<"unknownClient" | "unknownOrigin" | "unknownReturnUrl", string>>;
  readonly remedies: Readonly<Record<"unknownClient" | "unknownOrigin" | "unknownReturnUrl", string>>;
}

const ja: LoginWords = {
  signIn: "ログイン",
  signInFor: (shop) => `「${shop}」にテスト用の購入者でログインします。本物のAmazonアカウントは使えません。`,
  email: "Eメールアドレス",
  password: "パスワード",
  wrong: "Eメールアドレスまたはパスワードが正しくありません。",
  testBuyers: "テスト用の購入者",
  testBuyersHint: (password) => `選ぶだけでログインできます。初期パスワードは ${password} です。`,
  moreBuyers: (count) => `ほかに${count}人の購入者がいます。上の欄からログインできます。`,
  consentTitle: (shop) => `「${shop}」への情報の提供`,
  consentText: (shop) => `「${shop}」が次の情報を求めています。`,
  allow: "許可する",
  deny: "許可しない",
  signedInAs: (name) => `${name} さんとしてログインしています。`,
  otherAccount: "別のアカウントを使う",
  relayTitle: "ログインしました",
  relayText: "このウィンドウは閉じて構いません。",
  errorTitle: "ログインできません",
  expiredForm: "画面の有効期限が切れました。もう一度お試しください。",
  problems: {
    unknownClient: "クライアントIDが登録されていません。",
    unknownOrigin: "このページのオリジンは、許可されたJavaScriptオリジンに登録されていません。",
    unknownReturnUrl: "戻り先のURLは、許可されたリターンURLに登録されていません。",
  },
  remedies: {
    unknownClient: "amazon.Login.setClientId に渡した値を、サンドボックスが表示するクライアントIDと比べてください。",
    unknownOrigin: "サンドボックスの管理APIで、出品者の allowedOrigins に追加してください。",
    unknownReturnUrl: "サンドボックスの管理APIで、出品者の allowedReturnUrls に追加してください。",
  },
};

const en: LoginWords = {
  signIn: "Sign in",
  signInFor: (shop) => `Sign in to “${shop}” as a test buyer. Real Amazon accounts do not work here.`,
  email: "E-mail address",
  password: "Password",
  wrong: "The e-mail address or the password is wrong.",
  testBuyers: "Test buyers",
  testBuyersHint: (password) => `One click signs you in. The first password is ${password}.`,
  moreBuyers: (count) => `There are ${count} more; they sign in with the form above.`,
  consentTitle: (shop) => `Share with “${shop}”`,
  consentText: (shop) => `“${shop}” asks for:`,
  allow: "Allow",
  deny: "Do not allow",
  signedInAs: (name) => `Signed in as ${name}.`,
  otherAccount: "Use another account",
  relayTitle: "You are signed in",
  relayText: "You may close this window.",
  errorTitle: "You cannot sign in",
  expiredForm: "This page is too old. Please try again.",
  problems: {
    unknownClient: "The client id is not registered.",
    unknownOrigin: "The page's origin is not among the Allowed JavaScript Origins.",
    unknownReturnUrl: "The return address is not among the Allowed Return URLs.",
  },
  remedies: {
    unknownClient: "Compare what amazon.Login.setClientId was given with the client id that the sandbox prints.",
    unknownOrigin: "Add it to the seller's allowedOrigins by the sandbox's admin API.",
    unknownReturnUrl: "Add it to the seller's allowedReturnUrls by the sandbox's admin API.",
  },
};

export const loginWords = { ja, en } as const satisfies Record<Language, LoginWords>;
