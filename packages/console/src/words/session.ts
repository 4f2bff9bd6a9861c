import type { Words } from "@noren-pay/protocol/words";

export const session = {
  title: { ja: "サインイン", en: "Sign in" },
  lead: { ja: "ショップの管理画面です。", en: "The shop's back office." },
  email: { ja: "メールアドレス", en: "E-mail" },
  password: { ja: "パスワード", en: "Password" },
  showPassword: { ja: "パスワードを表示", en: "Show the password" },
  submit: { ja: "サインイン", en: "Sign in" },
  emailMissing: { ja: "メールアドレスを入力してください。", en: "Please type your e-mail address." },
  passwordMissing: { ja: "パスワードを入力してください。", en: "Please type your password." },
  failed: {
    ja: "メールアドレスまたはパスワードが違います。",
    en: "The e-mail address or the password is wrong.",
  },
} as const satisfies Record<string, Words>;
