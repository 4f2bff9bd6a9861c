// What a person can do about a problem. What went wrong is told by the server, in the language asked for.
import type { Words } from "@noren-pay/protocol/words";
import type { ProblemCode } from "@noren-pay/server";

const reload: Words = { ja: "画面を再読み込みして、やり直してください。", en: "Reload the page and try again." };
const again: Words = { ja: "少し待ってから、やり直してください。", en: "Wait a moment and try again." };
const check: Words = { ja: "入力内容を確認してください。", en: "Check what you have typed." };
const signIn: Words = { ja: "もう一度サインインしてください。", en: "Sign in again." };
const askOwner: Words = { ja: "権限のある担当者に依頼してください。", en: "Ask somebody who has the right." };
const tellAdministrator: Words = { ja: "管理者にお知らせください。", en: "Tell your administrator." };
const look: Words = { ja: "注文の最新の状態を確認してください。", en: "Look at the order as it stands now." };

/** By the server's codes. */
export const remedies: Readonly<Record<ProblemCode, Words>> = {
  malformedJson: reload,
  invalidField: check,
  badRequest: reload,
  apiKeyMissing: signIn,
  apiKeyInvalid: signIn,
  signInRequired: signIn,
  signInFailed: { ja: "入力を確認して、もう一度お試しください。", en: "Check both and try again." },
  csrfTokenInvalid: reload,
  rightMissing: askOwner,
  notFound: { ja: "アドレスを確認してください。", en: "Check the address." },
  orderNotFound: { ja: "注文一覧から探してください。", en: "Look for it in the list of orders." },
  methodNotAllowed: reload,
  orderExists: look,
  idempotencyKeyRunning: again,
  notASandbox: tellAdministrator,
  bodyTooLarge: check,
  unsupportedMediaType: reload,
  idempotencyKeyReused: {
    ja: "この画面を開いた後に注文が変わりました。最新の状態を確認して、やり直してください。",
    en: "The order has changed since this page was shown. Look at it as it stands now, then try again.",
  },
  idempotencyKeyMalformed: reload,
  refused: look,
  accessTokenInvalid: look,
  amazonRefused: look,
  tooManyRequests: again,
  internalError: again,
  amazonUnavailable: again,
  busy: again,
  noticeMalformed: tellAdministrator,
  noticeForged: tellAdministrator,
  noticeWrongTopic: tellAdministrator,
  noticeCertificateUnavailable: again,
  webhookAddressRefused: check,
  webhookInactive: tellAdministrator,
  tooManyWebhooks: tellAdministrator,
  liveAtSandbox: tellAdministrator,
  liveWithSandbox: tellAdministrator,
  liveTimeMoved: tellAdministrator,
};

/** By the finer code of a refusal, where more can be said than "look at the order". */
export const remediesOfReason: Readonly<Record<string, Words>> = {
  amountNotPositive: check,
  amountOverLimit: { ja: "金額を減らしてください。", en: "Take a smaller amount." },
  overAuthorized: { ja: "オーソリ金額以下にしてください。", en: "Capture no more than is authorized." },
  refundOverLimit: { ja: "返金できる金額以下にしてください。", en: "Refund no more than is left." },
  textTooLong: { ja: "メモや理由を短くしてください。", en: "Shorten the note or the reason." },
  nothingAuthorized: { ja: "先に再オーソリをしてください。", en: "Authorize again first." },
  alreadyAuthorized: { ja: "そのまま発送して売上請求できます。", en: "Ship and capture; there is no need to." },
  captureNotCompleted: {
    ja: "売上請求が完了してから返金してください。",
    en: "Wait until the capture is completed, then refund.",
  },
  alreadyCaptured: { ja: "返金してください。", en: "Refund it instead." },
  tooManyRefunds: { ja: "別の方法で返金してください。", en: "Refund in another way." },
};

interface Told {
  readonly title: Words;
  readonly remedy: Words;
}

/** Where no problem document came. */
export const offline: Told = {
  title: { ja: "サーバーに接続できません。", en: "The server cannot be reached." },
  remedy: { ja: "ネットワークを確認して、やり直してください。", en: "Check the network and try again." },
};
export const unreadable: Told = {
  title: { ja: "サーバーから正しい応答がありません。", en: "The server's answer makes no sense." },
  remedy: again,
};

export function remedyOf(code: string, reason: string | undefined): Words {
  const finer = reason !== undefined && Object.hasOwn(remediesOfReason, reason) ? remediesOfReason[reason] : undefined;
  return finer ?? (remedies as Readonly<Record<string, Words>>)[code] ?? tellAdministrator;
}

export const fieldWords: Readonly<Record<string, Words>> = {
  amount: { ja: "金額", en: "Amount" },
  "amount.amount": { ja: "金額", en: "Amount" },
  captureId: { ja: "売上請求", en: "Capture" },
  note: { ja: "メモ", en: "Note" },
  reason: { ja: "理由", en: "Reason" },
  email: { ja: "メールアドレス", en: "E-mail" },
  password: { ja: "パスワード", en: "Password" },
  search: { ja: "検索", en: "Search" },
  cursor: { ja: "ページの位置", en: "Position in the list" },
};

export const problemLabels = {
  field: { ja: "項目", en: "Field" },
  limit: { ja: "上限", en: "At most" },
  code: { ja: "エラーコード", en: "Code" },
  amazonRequestId: { ja: "AmazonのリクエストID", en: "Amazon's request id" },
} as const satisfies Record<string, Words>;

export const waitWords = (seconds: number): Words => ({
  ja: `試行回数が多すぎます。${seconds}秒ほど待ってから、やり直してください。`,
  en: `Too many tries. Wait about ${seconds} seconds, then try again.`,
});
