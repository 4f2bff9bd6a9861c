import { type Cart, subtotal } from "../cart.ts";
import { html, type Markup } from "../html.ts";
import type { CheckoutSettings } from "../noren.ts";
import { productOf } from "../products.ts";
import { formatYen, type Language, say } from "../words.ts";
import { amazonSettings } from "./amazon-settings.ts";

export function cartPage(cart: Cart, language: Language, settings: CheckoutSettings | undefined): Markup {
  const lines = Object.entries(cart);
  if (lines.length === 0)
    return html`<p class="empty">${say(language, "cartEmpty")}</p><p><a href="/">${say(language, "backToShop")}</a></p>`;
  return html`<table class="lines">
<tbody>${lines.map(([id, quantity]) => line(id, quantity, language))}</tbody>
<tfoot><tr><th scope="row" colspan="2">${say(language, "subtotal")}</th><td class="money">${formatYen(subtotal(cart))}</td><td></td></tr></tfoot>
</table>
<section class="pay" aria-label="Amazon Pay">
<p>${say(language, "payLead")}</p>
${settings ? payButton(settings, language) : html`<p class="trouble" role="alert">${say(language, "trouble")}</p>`}
<p class="trouble" role="alert" hidden data-trouble="${say(language, "trouble")}"></p>
</section>
<p><a href="/">${say(language, "backToShop")}</a></p>`;
}

const payButton = (settings: CheckoutSettings, language: Language): Markup =>
  html`<noren-amazon-pay-button id="pay" type="PwA" color="Gold" size="medium" ${amazonSettings(settings, language)}></noren-amazon-pay-button>`;

function line(id: string, quantity: number, language: Language): Markup {
  const product = productOf(id);
  if (!product) return html``;
  return html`<tr>
<th scope="row">${product.name[language]}</th>
<td>× ${quantity}</td>
<td class="money">${formatYen(product.price * quantity)}</td>
<td><form method="post" action="/cart"><input type="hidden" name="productId" value="${id}"><input type="hidden" name="quantity" value="0">
<button class="quiet">${say(language, "remove")}<span class="hidden">: ${product.name[language]}</span></button></form></td>
</tr>`;
}
