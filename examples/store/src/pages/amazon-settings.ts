import { html, type Markup } from "../html.ts";
import type { CheckoutSettings } from "../noren.ts";
import type { Language } from "../words.ts";

/** What the page's script hands to `loadAmazonPay`, as data attributes: the page has no inline script. */
export const amazonSettings = (settings: CheckoutSettings, language: Language): Markup =>
  html`data-seller-id="${settings.sellerId}" data-client-id="${settings.clientId}" data-widgets-url="${settings.widgetsUrl}" data-language="${language === "ja" ? "ja-JP" : "en-GB"}"`;
