// Words of what staff can do with an order.
import type { Words } from "@noren-pay/protocol/words";

export const actions = {
  ship: { ja: "発送して売上請求", en: "Ship and capture" },
  refund: { ja: "返金", en: "Refund" },
  cancel: { ja: "注文をキャンセル", en: "Cancel the order" },
  close: { ja: "注文をクローズ", en: "Close the order" },
  retry: { ja: "再オーソリ", en: "Authorize again" },
} as const satisfies Record<string, Words>;

export const labels = {
  whole: { ja: "全額", en: "The whole amount" },
  part: { ja: "一部の金額", en: "A part" },
  howMuch: { ja: "請求する金額", en: "How much" },
  amount: { ja: "金額", en: "Amount" },
  note: { ja: "メモ（購入者へのメールに載ります）", en: "Note (the buyer sees it in Amazon's mail)" },
  refundNote: { ja: "返金の理由（購入者へのメールに載ります）", en: "Reason (the buyer sees it in Amazon's mail)" },
  reason: { ja: "理由（任意）", en: "Reason (optional)" },
  capture: { ja: "返金する売上請求", en: "Which capture" },
  next: { ja: "確認へ進む", en: "Continue" },
  back: { ja: "戻る", en: "Back" },
  amountInvalid: { ja: "1以上の金額を数字で入力してください。", en: "Type an amount of at least 1." },
  partOfAuthorization: {
    ja: "1つのオーソリから売上請求できるのは1回だけです。一部を請求すると残りのオーソリは解放され、残額の請求には再オーソリが必要です。",
    en: "An authorization can be captured once. The rest of it is released; to capture more, authorize again.",
  },
  cancelText: {
    ja: "オーソリを取り消し、注文をキャンセルします。元に戻せません。",
    en: "The authorization is released and the order ends. This cannot be undone.",
  },
  closeText: {
    ja: "新しいオーソリができなくなります。オーソリ済みの金額は引き続き請求できます。元に戻せません。",
    en: "Nothing more can be authorized. What is authorized can still be captured. This cannot be undone.",
  },
  retryText: {
    ja: "請求していない金額について、購入者がいま選んでいるお支払い方法で、もう一度オーソリを取得します。",
    en: "What is not captured is authorized again with the payment method the buyer has chosen now.",
  },
} as const satisfies Record<string, Words>;

export const overAuthorizedWords = (limit: string): Words => ({
  ja: `オーソリ金額（${limit}）以下で入力してください。`,
  en: `No more than is authorized: ${limit}.`,
});
export const leftWords = (left: string): Words => ({ ja: `返金できる残り: ${left}`, en: `Left to refund: ${left}` });
export const overCaptureWords = (left: string): Words => ({
  ja: `売上請求の残り（${left}）を超えています。超過分は、Amazonの上限までに限り返金できます。`,
  en: `More than is left of the capture (${left}). Amazon allows only a little above it.`,
});
export const confirmRefundWords = (amount: string): Words => ({
  ja: `${amount} を購入者に返金します。元に戻せません。`,
  en: `${amount} goes back to the buyer. This cannot be undone.`,
});
export const refundButton = (amount: string): Words => ({ ja: `${amount} を返金`, en: `Refund ${amount}` });
export const captureButton = (amount: string): Words => ({ ja: `${amount} を売上請求`, en: `Capture ${amount}` });

/** What is said once a command was taken. */
export const taken = {
  ship: { ja: "売上請求しました。", en: "The payment was captured." },
  refund: {
    ja: "返金を受け付けました。完了まで時間がかかることがあります。",
    en: "The refund is on its way. It may take a while.",
  },
  cancel: { ja: "注文をキャンセルしました。", en: "The order was canceled." },
  close: { ja: "注文をクローズしました。", en: "The order was closed." },
  retry: { ja: "再オーソリしました。", en: "It was authorized again." },
} as const satisfies Record<keyof typeof actions, Words>;

export const takenWaiting: Words = {
  ja: "受け付けました。Amazonの回答を待っています。",
  en: "Taken. Amazon has not answered yet.",
};
/** Taken by us, but what Amazon made of it is not what was hoped for. */
export const takenLook: Words = {
  ja: "受け付けました。結果は下の「次にすること」を確認してください。",
  en: "Taken. See below for what came of it.",
};

/** Why an action is not possible now. */
export const obstacles = {
  right: { ja: "この操作を行う権限がありません。", en: "You do not have the right to do this." },
  waiting: { ja: "Amazonの回答を待っています。", en: "Amazon has not answered yet." },
  draft: { ja: "注文がまだ確定していません。", en: "The order has not been placed." },
  canceled: { ja: "注文はキャンセル済みです。", en: "The order is canceled." },
  closed: { ja: "注文はクローズ済みです。", en: "The order is closed." },
  nothingAuthorized: { ja: "有効なオーソリがありません。", en: "Nothing is authorized." },
  authorizationExpired: { ja: "オーソリの期限が切れました。", en: "The authorization has expired." },
  beingCaptured: { ja: "売上請求は処理中か、済んでいます。", en: "It is being captured, or has been." },
  nothingCaptured: { ja: "売上請求がまだありません。", en: "Nothing has been captured." },
  captureNotCompleted: { ja: "売上請求がまだ完了していません。", en: "The capture is not completed." },
  allRefunded: { ja: "返金できる残額がありません。", en: "Nothing is left to refund." },
  tooManyRefunds: { ja: "返金の上限回数に達しました。", en: "No more refunds are allowed." },
  alreadyCaptured: { ja: "売上請求済みです。返金してください。", en: "It has been captured: refund it instead." },
  alreadyAuthorized: { ja: "有効なオーソリがあります。", en: "It is authorized already." },
  allCaptured: { ja: "全額を請求済みです。", en: "Everything has been captured." },
} as const satisfies Record<string, Words>;

export type Obstacle = keyof typeof obstacles;
