import { html, type Markup, raw } from "../html.ts";
import { type Product, products } from "../products.ts";
import { formatYen, type Language, say } from "../words.ts";

export const productsPage = (language: Language): Markup =>
  html`<ul class="products">${products.map((product) => card(product, language))}</ul>`;

const card = (product: Product, language: Language): Markup => html`<li class="product">
<svg viewBox="0 0 120 120" role="img" aria-label="${product.name[language]}">${raw(product.picture)}</svg>
<h2>${product.name[language]}</h2>
<p>${product.about[language]}</p>
<p class="price">${formatYen(product.price)}</p>
<form method="post" action="/cart">
<input type="hidden" name="productId" value="${product.id}"><input type="hidden" name="add" value="1">
<button>${say(language, "addToCart")}<span class="hidden">: ${product.name[language]}</span></button>
</form>
</li>`;
