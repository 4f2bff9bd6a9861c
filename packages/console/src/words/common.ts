import type { Words } from "@noren-pay/protocol/words";

export const common = {
  product: { ja: "Noren 管理画面", en: "Noren back office" },
  skip: { ja: "本文へ移動", en: "Skip to content" },
  menu: { ja: "メニュー", en: "Menu" },
  orders: { ja: "注文", en: "Orders" },
  notices: { ja: "通知", en: "Notifications" },
  time: { ja: "時刻", en: "Time" },
  language: { ja: "表示言語", en: "Language" },
  signOut: { ja: "サインアウト", en: "Sign out" },
  loading: { ja: "読み込み中…", en: "Loading…" },
  retry: { ja: "再読み込み", en: "Try again" },
  copy: { ja: "コピー", en: "Copy" },
  copied: { ja: "コピーしました", en: "Copied" },
  cancel: { ja: "やめる", en: "Back" },
  none: { ja: "なし", en: "None" },
  more: { ja: "さらに表示", en: "Show more" },
  notFoundTitle: { ja: "ページが見つかりません", en: "Page not found" },
  notFoundText: { ja: "アドレスをご確認ください。", en: "Please check the address." },
  backToOrders: { ja: "注文一覧へ", en: "All orders" },
  crashTitle: { ja: "画面を表示できませんでした", en: "This page could not be shown" },
  crashText: {
    ja: "再読み込みしてください。続く場合は、管理者にお知らせください。",
    en: "Please reload. If it happens again, tell your administrator.",
  },
} as const satisfies Record<string, Words>;

export const environmentWords = {
  Live: { ja: "本番", en: "Live" },
  Sandbox: { ja: "Sandbox", en: "Sandbox" },
} as const satisfies Record<string, Words>;

export const roleWords: Readonly<Record<string, Words>> = {
  owner: { ja: "オーナー", en: "Owner" },
  support: { ja: "サポート", en: "Support" },
  shipping: { ja: "出荷", en: "Shipping" },
  accounting: { ja: "経理", en: "Accounting" },
};
