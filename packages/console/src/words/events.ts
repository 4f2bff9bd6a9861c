// The timeline in plain words: one row per type of event that the payment service writes. `told`: whether it is shown
// at once, or only with the details of how it came about.
import { kindWords, type ObjectKind, type Words, wordsOfReason } from "@noren-pay/protocol/words";
import { formatPrice, type Price } from "../format/money.ts";
import { operationWordsOf } from "./operations.ts";
import { shownState } from "./states.ts";
import type { Tone } from "./tones.ts";

type Data = Readonly<Record<string, unknown>>;

interface EventWords {
  readonly told: boolean | ((data: Data) => boolean);
  readonly tone: Tone | ((data: Data) => Tone);
  readonly words: (data: Data) => Words;
}

const text = (data: Data, name: string): string => (typeof data[name] === "string" ? data[name] : "");
const priceOf = (data: Data): string => {
  const price = data.amount as Price | undefined;
  return price === undefined ? "" : formatPrice(price);
};
const daysOf = (data: Data): string => (typeof data.daysLeft === "number" ? String(data.daysLeft) : "");
const fixed = (words: Words) => () => words;

const changed = (kind: ObjectKind): EventWords => ({
  told: true,
  tone: (data) => shownState(kind, text(data, "to")).tone,
  words: (data) => {
    const state = shownState(kind, text(data, "to")).words;
    const reason = text(data, "reasonCode");
    const why = reason === "" ? undefined : wordsOfReason(kind, reason);
    const price = priceOf(data);
    const { ja, en } = kindWords[kind];
    return {
      ja: `${ja}${price === "" ? "" : `（${price}）`}が「${state.ja}」になりました。${why?.ja ?? ""}`,
      en: `${en}${price === "" ? "" : ` (${price})`}: ${state.en.toLowerCase()}.${why === undefined ? "" : ` ${why.en}`}`,
    };
  },
});

const adopted = (kind: ObjectKind): EventWords => ({
  told: true,
  tone: "todo",
  words: (data) => ({
    ja: `Amazon側で行われた${kindWords[kind].ja}（${priceOf(data)}）を取り込みました。`,
    en: `${kindWords[kind].en} of ${priceOf(data)} made on Amazon's side was taken into the books.`,
  }),
});

const commands: Readonly<Record<string, Words>> = {
  place: { ja: "注文の確定とオーソリ", en: "placing the order" },
  authorizeAgain: { ja: "再オーソリ", en: "authorizing again" },
  ship: { ja: "発送（売上請求）", en: "shipping (capture)" },
  refund: { ja: "返金", en: "a refund" },
  cancel: { ja: "注文のキャンセル", en: "canceling the order" },
  close: { ja: "注文のクローズ", en: "closing the order" },
};
const actors: Readonly<Record<string, Words>> = {
  staff: { ja: "スタッフ", en: "Staff" },
  shop: { ja: "ショップ", en: "The shop" },
  system: { ja: "システム", en: "The system" },
};
const outcomes: Readonly<Record<string, { readonly words: Words; readonly tone: Tone }>> = {
  done: { words: { ja: "完了しました", en: "was answered" }, tone: "quiet" },
  refused: { words: { ja: "Amazonに受け付けられませんでした", en: "was refused by Amazon" }, tone: "bad" },
  throttled: { words: { ja: "混雑のため後で送り直します", en: "has to wait: Amazon is busy" }, tone: "wait" },
  unknown: {
    words: { ja: "結果が不明です。確認します", en: "got no clear answer; it is being looked into" },
    tone: "wait",
  },
};
const outcomeOf = (data: Data) => outcomes[text(data, "outcome")] ?? outcomes.unknown;
const movements: Readonly<Record<string, Words>> = {
  capture: { ja: "売上を計上しました", en: "Booked as captured" },
  refund: { ja: "返金を計上しました", en: "Booked as refunded" },
  fee: { ja: "手数料を計上しました", en: "Booked as a fee" },
  chargeback: { ja: "チャージバックを計上しました", en: "Booked as a chargeback" },
  payout: { ja: "入金を計上しました", en: "Booked as paid out" },
};
const named = (rows: Readonly<Record<string, Words>>, name: string): Words => rows[name] ?? { ja: name, en: name };
const kindOf = (data: Data): Words => named(kindWords, text(data, "kind"));

export const eventWords: Readonly<Record<string, EventWords>> = {
  orderCreated: {
    told: true,
    tone: "todo",
    words: fixed({ ja: "注文を受け付けました。", en: "The order was received." }),
  },
  commandTaken: {
    told: true,
    tone: "todo",
    words: (data) => {
      const [who, what] = [named(actors, text(data, "by")), named(commands, text(data, "command"))];
      return { ja: `${who.ja}の操作: ${what.ja}`, en: `${who.en} asked for ${what.en}.` };
    },
  },
  intentWritten: {
    told: false,
    tone: "quiet",
    words: (data) => {
      const what = operationWordsOf(text(data, "operation"));
      return { ja: `Amazonに${what.ja}を依頼します。`, en: `Amazon will be asked for ${what.en}.` };
    },
  },
  callAnswered: {
    told: (data) => text(data, "outcome") !== "done",
    tone: (data) => outcomeOf(data)?.tone ?? "quiet",
    words: (data) => {
      const [what, outcome] = [operationWordsOf(text(data, "operation")), outcomeOf(data)?.words];
      const code = text(data, "code");
      return {
        ja: `${what.ja}: ${outcome?.ja}${code === "" ? "" : `（${code}）`}。`,
        en: `The call for ${what.en} ${outcome?.en}${code === "" ? "" : ` (${code})`}.`,
      };
    },
  },
  orderReferenceChanged: changed("OrderReference"),
  authorizationChanged: changed("Authorization"),
  captureChanged: changed("Capture"),
  refundChanged: changed("Refund"),
  authorizationAdopted: adopted("Authorization"),
  captureAdopted: adopted("Capture"),
  refundAdopted: adopted("Refund"),
  authorizationRetryPlanned: {
    told: true,
    tone: "wait",
    words: fixed({ ja: "後で自動的に再オーソリします。", en: "It will be authorized again by itself." }),
  },
  authorizationGivenUp: {
    told: true,
    tone: "bad",
    words: (data) => {
      const why = wordsOfReason("Authorization", text(data, "reasonCode"));
      return { ja: `オーソリを断念しました。${why.ja}`, en: `No further authorization is tried. ${why.en}` };
    },
  },
  cancelGivenUp: {
    told: true,
    tone: "bad",
    words: (data) =>
      text(data, "why") === "captured"
        ? { ja: "売上請求が済んだため、キャンセルを取りやめました。", en: "Not canceled: it has been captured." }
        : { ja: "注文がクローズしたため、キャンセルを取りやめました。", en: "Not canceled: the order is closed." },
  },
  moneyMoved: {
    told: true,
    tone: "good",
    words: (data) => {
      const what = named(movements, text(data, "cause"));
      return { ja: `${what.ja}（${priceOf(data)}）。`, en: `${what.en}: ${priceOf(data)}.` };
    },
  },
  amountDiffers: {
    told: true,
    tone: "bad",
    words: (data) => {
      const [asked, made] = [priceOf({ amount: data.asked }), priceOf({ amount: data.made })];
      return {
        ja: `Amazonの金額（${made}）が、依頼した金額（${asked}）と異なります。`,
        en: `Amazon's amount is ${made}; ${asked} was asked for.`,
      };
    },
  },
  personAsked: {
    told: true,
    tone: "bad",
    words: fixed({
      ja: "Amazonから回答を得られないため、担当者の確認が必要です。",
      en: "Amazon keeps giving no answer: a person has to look at it.",
    }),
  },
  noticeTaken: {
    told: (data) => text(data, "effect") === "read",
    tone: "quiet",
    words: (data) => {
      const kind = text(data, "kind") === "" ? undefined : kindOf(data);
      return {
        ja: `Amazonから通知が届きました${kind ? `（${kind.ja}）` : ""}。`,
        en: `Amazon sent a notification${kind ? ` (${kind.en.toLowerCase()})` : ""}.`,
      };
    },
  },
  objectRead: {
    told: false,
    tone: "quiet",
    words: (data) => {
      const state = text(data, "state");
      const shown = state === "" ? undefined : shownState(text(data, "kind") as ObjectKind, state).words;
      return {
        ja: `${kindOf(data).ja}をAmazonに照会しました${shown ? `（${shown.ja}）` : ""}。`,
        en: `${kindOf(data).en} was read from Amazon${shown ? ` (${shown.en.toLowerCase()})` : ""}.`,
      };
    },
  },
  objectMissing: {
    told: true,
    tone: "bad",
    words: (data) => ({
      ja: `${kindOf(data).ja}がAmazonに見つかりません（${text(data, "code")}）。`,
      en: `${kindOf(data).en} was not found at Amazon (${text(data, "code")}).`,
    }),
  },
  unknownResolved: {
    told: true,
    tone: "quiet",
    words: (data) =>
      text(data, "happened") === "yes"
        ? {
            ja: "結果が不明だった処理は、行われていたことを確認しました。",
            en: "The call without an answer had been carried out.",
          }
        : {
            ja: "結果が不明だった処理は、行われていないことを確認しました。",
            en: "The call without an answer had not been carried out.",
          },
  },
  lateNewsIgnored: {
    told: false,
    tone: "quiet",
    words: (data) => ({
      ja: `${kindOf(data).ja}の古い情報が遅れて届いたため、無視しました。`,
      en: `${kindOf(data).en}: old news came late and was ignored.`,
    }),
  },
  authorizationRunsOut: {
    told: true,
    tone: "bad",
    words: (data) => ({
      ja: `オーソリ（${priceOf(data)}）の期限まであと${daysOf(data)}日です。発送して売上請求するか、再オーソリしてください。`,
      en: `The authorization of ${priceOf(data)} ends in ${daysOf(data)} days. Ship and capture, or authorize again.`,
    }),
  },
  orderReferenceRunsOut: {
    told: true,
    tone: "bad",
    words: (data) => ({
      ja: `注文の期限まであと${daysOf(data)}日です。その後はオーソリできません。`,
      en: `The order reference ends in ${daysOf(data)} days; nothing can be authorized after that.`,
    }),
  },
  authorizationCapturedByGuard: {
    told: true,
    tone: "todo",
    words: (data) => ({
      ja: `オーソリの期限が近いため、設定に従って売上請求します（${priceOf(data)}）。`,
      en: `The authorization was about to end, so ${priceOf(data)} is captured, as the policy says.`,
    }),
  },
  authorizationRenewing: {
    told: true,
    tone: "wait",
    words: (data) => ({
      ja: `オーソリの期限が近いため、設定に従ってオーソリ（${priceOf(data)}）を取り直します。新しいオーソリは失敗することがあります。`,
      en: `The authorization of ${priceOf(data)} is about to end and is made anew, as the policy says; the new one may be declined.`,
    }),
  },
  authorizationReplaced: {
    told: true,
    tone: "wait",
    words: (data) => ({
      ja: `期限の切れたオーソリ（${priceOf(data)}）の代わりに、再オーソリします。`,
      en: `The authorization of ${priceOf(data)} has ended; another one takes its place.`,
    }),
  },
  authorizationResumed: {
    told: true,
    tone: "todo",
    words: fixed({
      ja: "購入者がお支払い方法を変更したため、自動的に再オーソリします。",
      en: "The buyer has repaired the payment method: it is authorized again by itself.",
    }),
  },
  restReauthorizing: {
    told: true,
    tone: "todo",
    words: (data) => ({
      ja: `残りの金額（${priceOf(data)}）を、設定に従って再オーソリします。`,
      en: `The rest, ${priceOf(data)}, is authorized again, as the policy says.`,
    }),
  },
  divergenceFound: {
    told: true,
    tone: "bad",
    words: (data) => ({
      ja: `${kindOf(data).ja}の記録がAmazonと異なっていました。Amazonの内容に合わせます。`,
      en: `${kindOf(data).en}: the books differed from Amazon and follow it now.`,
    }),
  },
  buyerLearnt: {
    told: true,
    tone: "quiet",
    words: fixed({ ja: "購入者の情報とお届け先を受け取りました。", en: "The buyer's name and address were received." }),
  },
};

export interface ToldEvent {
  readonly words: Words;
  readonly tone: Tone;
  readonly told: boolean;
}

/** One event in words; one that nobody here knows is told by its name. */
export function tellEvent(type: string, data: Data): ToldEvent {
  const row = Object.hasOwn(eventWords, type) ? eventWords[type] : undefined;
  if (row === undefined) return { words: { ja: type, en: type }, tone: "quiet", told: true };
  return {
    words: row.words(data),
    tone: typeof row.tone === "function" ? row.tone(data) : row.tone,
    told: typeof row.told === "function" ? row.told(data) : row.told,
  };
}
