import { type Cart, subtotal } from "../cart.ts";
import { html, type Markup } from "../html.ts";
import type { CheckoutSettings } from "../noren.ts";
import { productOf } from "../products.ts";
import { formatYen, type Language, say, type WordKey } from "../words.ts";
import { amazonSettings } from "./amazon-settings.ts";

/** Texts the page's script shows, handed over as data attributes. */
const scriptWords = [
  "placing",
  "chooseAnother",
  "offerAnother",
  "trouble",
  "fixConstraints",
  "cannotDeliver",
  "signInAgain",
  "buy",
  "payAgain",
  "afterAddress",
] as const satisfies readonly WordKey[];

export function checkoutPage(cart: Cart, language: Language, settings: CheckoutSettings): Markup {
  return html`<div id="checkout" ${amazonSettings(settings, language)} ${texts(language)}>
<p id="message" role="alert" hidden></p>
<div class="columns">
<div class="widgets">
<section><h2>${say(language, "address")}</h2>
<noren-address-book id="address" class="widget"></noren-address-book></section>
<section><h2>${say(language, "wallet")}</h2>
<noren-wallet id="wallet" class="widget"></noren-wallet></section>
</div>
<section class="summary" aria-live="polite"><h2>${say(language, "summary")}</h2>
<dl>
${Object.entries(cart).map(([id, quantity]) => html`<dt>${productOf(id)?.name[language] ?? ""} × ${quantity}</dt><dd class="money">${formatYen((productOf(id)?.price ?? 0) * quantity)}</dd>`)}
<dt>${say(language, "shipping")}</dt><dd class="money" id="shipping">${say(language, "afterAddress")}</dd>
<dt class="sum">${say(language, "total")}</dt><dd class="money sum" id="total" data-subtotal="${subtotal(cart)}">—</dd>
</dl>
<button id="buy" disabled>${say(language, "buy")}</button>
<p><button id="logout" class="quiet">${say(language, "logout")}</button></p>
</section>
</div>
</div>`;
}

const texts = (language: Language): Markup => {
  const parts = scriptWords.map(
    (key) => html`data-say-${key.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)}="${say(language, key)}" `,
  );
  return { markup: parts.map((part) => part.markup).join("") };
};
