// Every problem this server answers with: status and public texts. Callers branch on the code, never on the text.
import type { Retry } from "@noren-pay/base";

export type Language = "ja" | "en";

interface ProblemRow {
  readonly status: number;
  readonly retry: Retry;
  readonly en: string;
  readonly ja: string;
}

const never = "never" as const;
const later = "later" as const;

export const problems = {
  malformedJson: {
    status: 400,
    retry: never,
    en: "The body is not valid JSON.",
    ja: "本文が正しいJSONではありません。",
  },
  invalidField: {
    status: 400,
    retry: never,
    en: "A field is missing or not valid.",
    ja: "項目が不足しているか、値が正しくありません。",
  },
  badRequest: { status: 400, retry: never, en: "The request cannot be read.", ja: "リクエストを読み取れません。" },
  apiKeyMissing: {
    status: 401,
    retry: never,
    en: "Send your API key as Authorization: Bearer <key>.",
    ja: "APIキーを Authorization: Bearer <キー> で送信してください。",
  },
  apiKeyInvalid: {
    status: 401,
    retry: never,
    en: "The API key is unknown or was revoked.",
    ja: "APIキーが無効か、取り消されています。",
  },
  signInRequired: { status: 401, retry: never, en: "Please sign in.", ja: "サインインしてください。" },
  signInFailed: {
    status: 401,
    retry: never,
    en: "The name or the password is wrong.",
    ja: "ユーザー名またはパスワードが違います。",
  },
  csrfTokenInvalid: {
    status: 403,
    retry: never,
    en: "The page is too old; reload it and try again.",
    ja: "ページの有効期限が切れました。再読み込みしてやり直してください。",
  },
  rightMissing: {
    status: 403,
    retry: never,
    en: "You do not have the right to do this.",
    ja: "この操作を行う権限がありません。",
  },
  notFound: {
    status: 404,
    retry: never,
    en: "There is nothing at this address.",
    ja: "お探しのものは見つかりません。",
  },
  orderNotFound: { status: 404, retry: never, en: "There is no such order.", ja: "該当する注文はありません。" },
  methodNotAllowed: {
    status: 405,
    retry: never,
    en: "This address does not take this method.",
    ja: "このアドレスではこのメソッドを使えません。",
  },
  orderExists: {
    status: 409,
    retry: never,
    en: "This order reference already belongs to an order with other details.",
    ja: "このAmazonリファレンスIDは、内容の異なる注文で既に使われています。",
  },
  idempotencyKeyRunning: {
    status: 409,
    retry: later,
    en: "The first request with this Idempotency-Key is still running; ask again shortly.",
    ja: "同じIdempotency-Keyの最初のリクエストを処理中です。少し待ってから再送してください。",
  },
  notASandbox: {
    status: 409,
    retry: never,
    en: "Time can be moved only against a sandbox.",
    ja: "時刻を進められるのはSandbox環境だけです。",
  },
  bodyTooLarge: { status: 413, retry: never, en: "The body is too large.", ja: "本文が大きすぎます。" },
  unsupportedMediaType: {
    status: 415,
    retry: never,
    en: "Send the body as application/json.",
    ja: "本文は application/json で送信してください。",
  },
  idempotencyKeyReused: {
    status: 422,
    retry: never,
    en: "This Idempotency-Key was used with another body.",
    ja: "このIdempotency-Keyは、別の内容で既に使われています。",
  },
  idempotencyKeyMalformed: {
    status: 400,
    retry: never,
    en: "An Idempotency-Key has 1 to 255 printable characters.",
    ja: "Idempotency-Keyは印字可能な1〜255文字で指定してください。",
  },
  refused: {
    status: 422,
    retry: never,
    en: "The order's state does not allow this.",
    ja: "注文の現在の状態では、この操作はできません。",
  },
  accessTokenInvalid: {
    status: 422,
    retry: never,
    en: "The buyer's access token is not valid, has expired, or is another shop's.",
    ja: "購入者のアクセストークンが無効、期限切れ、または他のショップのものです。",
  },
  amazonRefused: {
    status: 422,
    retry: never,
    en: "Amazon refused the call.",
    ja: "Amazonがこの操作を受け付けませんでした。",
  },
  tooManyRequests: {
    status: 429,
    retry: later,
    en: "Too many requests; wait as long as Retry-After says.",
    ja: "リクエストが多すぎます。Retry-Afterの秒数だけお待ちください。",
  },
  internalError: {
    status: 500,
    retry: "recover",
    en: "Something went wrong here. Repeat with the same Idempotency-Key.",
    ja: "サーバーで問題が発生しました。同じIdempotency-Keyで再送してください。",
  },
  amazonUnavailable: {
    status: 503,
    retry: later,
    en: "Amazon cannot be reached; try again shortly.",
    ja: "Amazonに接続できません。少し待ってからやり直してください。",
  },
  busy: {
    status: 503,
    retry: later,
    en: "Too much is changing at once; try again shortly.",
    ja: "処理が混み合っています。少し待ってからやり直してください。",
  },
  noticeMalformed: {
    status: 400,
    retry: never,
    en: "The notification cannot be read.",
    ja: "通知を読み取れません。",
  },
  noticeForged: {
    status: 400,
    retry: never,
    en: "The notification's signature does not hold.",
    ja: "通知の署名を確認できません。",
  },
  noticeWrongTopic: {
    status: 403,
    retry: never,
    en: "The notification's topic is not on the list.",
    ja: "通知のトピックが許可されていません。",
  },
  noticeCertificateUnavailable: {
    status: 503,
    retry: later,
    en: "The signing certificate cannot be fetched now.",
    ja: "署名証明書を今は取得できません。",
  },
  webhookAddressRefused: {
    status: 422,
    retry: never,
    en: "A webhook's address must be https at a public host, without user name and fragment.",
    ja: "Webhookの送信先には、公開ホストのhttpsアドレス（ユーザー名・フラグメントなし）を指定してください。",
  },
  webhookInactive: {
    status: 409,
    retry: never,
    en: "The webhook endpoint is switched off; switch it on first.",
    ja: "このWebhookエンドポイントは停止中です。先に有効にしてください。",
  },
  tooManyWebhooks: {
    status: 409,
    retry: never,
    en: "A merchant has at most 20 webhook endpoints.",
    ja: "Webhookエンドポイントは1ショップにつき20件までです。",
  },
  liveAtSandbox: {
    status: 500,
    retry: never,
    en: "A Live account must be reached at Amazon's own address, with Amazon's certificates: remove its endpoint.",
    ja: "本番アカウントはAmazonのアドレスと証明書だけを使います。endpoint設定を外してください。",
  },
  liveWithSandbox: {
    status: 500,
    retry: never,
    en: "A Live account and a sandbox of this machine cannot share one database: use another one.",
    ja: "本番アカウントとローカルSandboxは同じデータベースを共有できません。別のデータベースを使ってください。",
  },
  liveTimeMoved: {
    status: 500,
    retry: never,
    en: "This database's time was moved for a sandbox; a Live account needs another database.",
    ja: "このデータベースの時刻はSandbox用に進められています。本番アカウントには別のデータベースが必要です。",
  },
} as const satisfies Record<string, ProblemRow>;

export type ProblemCode = keyof typeof problems;

/** Ja when the header prefers it over English, English otherwise; ja without a header. */
export function languageOf(acceptLanguage: string | undefined): Language {
  if (acceptLanguage === undefined) return "ja";
  let best: { readonly language: Language; readonly quality: number } | undefined;
  for (const part of acceptLanguage.split(",", 20)) {
    const [tag = "", ...parameters] = part.trim().toLowerCase().split(";");
    const language = tag === "*" || tag.split("-", 1)[0] === "ja" ? "ja" : tag.startsWith("en") ? "en" : undefined;
    const given = parameters
      .map((text) => /^\s*q=([01](?:\.\d{0,3})?)\s*$/.exec(text)?.[1])
      .find((q) => q !== undefined);
    const quality = given === undefined ? 1 : Number(given);
    if (language !== undefined && quality > (best?.quality ?? 0)) best = { language, quality };
  }
  return best?.language ?? "en";
}
