/** The languages in which a buyer is told what is wrong. */
export type Language = "ja" | "en";

interface PageErrorRow {
  readonly retry: "never" | "later";
  /** What the shop's page had best do; its reader is the shop's developer. */
  readonly remedy: "signIn" | "startOver" | "showReadOnly" | "settings" | "later" | "nothing";
  readonly text: Readonly<Record<Language, string>>;
}

const settings = {
  retry: "never",
  remedy: "settings",
  text: {
    ja: "ただいまAmazon Payをご利用いただけません。店舗までお問い合わせください。",
    en: "Amazon Pay is not available at present. Please contact the shop.",
  },
} as const satisfies PageErrorRow;

const expired = {
  retry: "never",
  remedy: "signIn",
  text: {
    ja: "セッションの有効期限が切れました。もう一度Amazonアカウントでログインしてください。",
    en: "Your session has expired. Please sign in with Amazon again.",
  },
} as const satisfies PageErrorRow;

const fault = {
  retry: "later",
  remedy: "startOver",
  text: { ja: "エラーが発生しました。もう一度お試しください。", en: "Something went wrong. Please try again." },
} as const satisfies PageErrorRow;

/** Every code of `noren-error`. The first ones are those of Amazon's widgets, then the sign-in's, the last ones our own. */
export const pageErrors = {
  AddressNotModifiable: {
    retry: "never",
    remedy: "showReadOnly",
    text: { ja: "このご注文のお届け先は変更できません。", en: "The address of this order cannot be changed." },
  },
  PaymentMethodNotModifiable: {
    retry: "never",
    remedy: "showReadOnly",
    text: {
      ja: "このご注文のお支払い方法は変更できません。",
      en: "The payment method of this order cannot be changed.",
    },
  },
  BuyerNotAssociated: expired,
  BuyerSessionExpired: expired,
  StaleOrderReference: {
    retry: "never",
    remedy: "startOver",
    text: {
      ja: "時間が経過したため、お手続きを最初からやり直してください。",
      en: "Too much time has passed. Please start again.",
    },
  },
  InvalidOrderReferenceId: { ...fault, retry: "never" },
  InvalidAccountStatus: settings,
  InvalidParameterValue: settings,
  InvalidSellerId: settings,
  MissingParameter: settings,
  ReleaseEnvironmentMismatch: settings,
  UnknownError: fault,
  ITP: {
    retry: "never",
    remedy: "nothing",
    text: {
      ja: "画面の案内にしたがって、お手続きをお続けください。",
      en: "Please follow the instructions shown to continue.",
    },
  },
  access_denied: {
    retry: "never",
    remedy: "nothing",
    text: { ja: "Amazonアカウントでのログインが中止されました。", en: "The sign-in with Amazon was cancelled." },
  },
  invalid_grant: expired,
  invalid_request: settings,
  invalid_scope: settings,
  unauthorized_client: settings,
  server_error: fault,
  temporarily_unavailable: { ...fault, remedy: "later" },
  /** Amazon's script could not be loaded. */
  ScriptNotLoaded: { ...fault, remedy: "later" },
  /** The answer of a redirect does not belong to a sign-in that this browser began. */
  StateMismatch: fault,
  /** `loadAmazonPay` was called again with other settings; a page has one. */
  AlreadyLoaded: settings,
} as const satisfies Record<string, PageErrorRow>;

export type PageErrorCode = keyof typeof pageErrors;
export const isPageErrorCode = (code: string): code is PageErrorCode => Object.hasOwn(pageErrors, code);

/** What a buyer may be told. Codes that are new at Amazon get a general text. */
export function textOf(code: string, language: Language): string {
  return (isPageErrorCode(code) ? pageErrors[code] : fault).text[language];
}

/** What went wrong while a page was made ready. `code` is a key of `pageErrors`. */
export class AmazonPayPageError extends Error {
  override readonly name = "AmazonPayPageError";
  readonly code: PageErrorCode;
  readonly retry: "never" | "later";
  constructor(code: PageErrorCode, at: { detail?: string; cause?: unknown } = {}) {
    super(at.detail ? `${code}: ${at.detail}` : `${code}: ${pageErrors[code].text.en}`, { cause: at.cause });
    this.code = code;
    this.retry = pageErrors[code].retry;
  }
}
