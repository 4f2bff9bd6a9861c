// Refusals of the payment service in words for people. The codes are payments'; the Japanese texts stand here.
import { PaymentsError, type RefusalCode, refusals } from "@noren-pay/payments";
import { ServerError } from "./problem.ts";

const japanese: Readonly<Record<RefusalCode, string>> = {
  amountNotPositive: "金額は1以上で指定してください。",
  amountOverLimit: "金額が上限を超えています。",
  currencyMismatch: "通貨が注文と異なります。",
  textTooLong: "Amazon Payで使える文字数を超えています。",
  orderCanceled: "この注文はキャンセル済みです。",
  orderClosed: "この注文はクローズ済みです。",
  orderBeingCanceled: "この注文はキャンセル処理中です。",
  orderNotPlaced: "この注文はまだ確定していません。",
  nothingAuthorized: "売上請求できるオーソリがありません。",
  alreadyAuthorized: "有効なオーソリが既にあります。",
  nothingToAuthorize: "全額が売上請求済みです。",
  tooManyAuthorizations: "この注文ではこれ以上オーソリを取得できません。",
  overAuthorized: "オーソリ金額を超えています。",
  captureUnknown: "該当する売上請求はありません。",
  captureNotNamed: "売上請求が複数あります。captureIdを指定してください。",
  captureNotCompleted: "返金できるのは完了した売上請求だけです。",
  refundOverLimit: "返金できる金額を超えています。",
  tooManyRefunds: "この売上請求ではこれ以上返金できません。",
  alreadyCaptured: "売上請求済みのためキャンセルできません。返金してください。",
  idReused: "このIDは別の内容で既に使われています。",
};

const textsOf = (code: string) =>
  Object.hasOwn(refusals, code)
    ? { en: refusals[code as RefusalCode].text, ja: japanese[code as RefusalCode] }
    : undefined;

/** What the payment service threw, as a problem; undefined for anything else. A refusal's code becomes the reason. */
export function problemOfPayments(error: unknown): ServerError | undefined {
  if (!(error instanceof PaymentsError)) return undefined;
  const { code, field, limit, requestId } = error;
  const at = { reason: code, field, limit, requestId, texts: textsOf(code), cause: error };
  switch (code) {
    case "orderUnknown":
      return new ServerError("orderNotFound", at);
    case "orderReferenceTaken":
      return new ServerError("orderExists", at);
    case "cursorInvalid":
      return new ServerError("invalidField", { ...at, field: "cursor" });
    case "storeConflict":
      return new ServerError("busy", at);
    default:
      return Object.hasOwn(refusals, code) ? new ServerError("refused", at) : undefined;
  }
}
