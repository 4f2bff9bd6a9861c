import { type Language, textOf } from "./errors.ts";

/** The buyer has signed in. Send the token to your server in a header or body, never in an address. */
export interface SignIn {
  readonly accessToken: string;
  /** Seconds; undefined where Amazon does not say. */
  readonly expiresInSeconds: number | undefined;
  readonly scope: string | undefined;
}

export interface OrderReferenceCreated {
  readonly orderReferenceId: string;
  /** False when the widget shows an order reference that the page gave it. */
  readonly created: boolean;
}

export interface Selected {
  readonly orderReferenceId: string;
}

export interface Problem {
  /** A key of `pageErrors`, or a code that is new at Amazon. */
  readonly code: string;
  /** What Amazon says, for the shop's developer. */
  readonly message: string;
  /** What the buyer may be told, in the element's language. */
  readonly text: string;
  readonly texts: Readonly<Record<Language, string>>;
}

/** The events by name. A sign-in by redirect is told by the document; the others bubble, so that one listener on the document hears them all. */
export interface NorenEvents {
  "noren-sign-in": SignIn;
  "noren-order-reference": OrderReferenceCreated;
  /** `logout` was called. */
  "noren-sign-out": undefined;
  "noren-address-select": Selected;
  "noren-payment-select": Selected;
  "noren-error": Problem;
}

/** Tells the page. */
export function tell<Name extends keyof NorenEvents>(from: EventTarget, name: Name, detail: NorenEvents[Name]): void {
  from.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
}

export function tellProblem(from: HTMLElement, code: string, message: string): void {
  const texts = { ja: textOf(code, "ja"), en: textOf(code, "en") };
  tell(from, "noren-error", { code, message, texts, text: texts[languageOf(from)] });
}

/** The language around an element: its own `lang` or the nearest one above. Japanese where nothing is said. */
export function languageOf(element: Element): Language {
  const lang = element.closest("[lang]")?.getAttribute("lang") ?? "ja";
  return /^ja\b/i.test(lang) ? "ja" : "en";
}

type NorenEventMap = { [Name in keyof NorenEvents]: CustomEvent<NorenEvents[Name]> };

declare global {
  interface HTMLElementEventMap extends NorenEventMap {}
  interface DocumentEventMap extends NorenEventMap {}
}
