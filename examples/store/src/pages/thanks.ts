import { html, type Markup } from "../html.ts";
import type { PlacedOrder } from "../noren.ts";
import { formatYen, type Language, say, type WordKey } from "../words.ts";

export function thanksPage(order: PlacedOrder["order"], nextStep: string, language: Language): Markup {
  const stillOpen = nextStep === "waitForAmazon";
  return html`<section class="thanks" ${stillOpen ? html`data-poll="1"` : html``}>
<p role="status">${say(language, stateOf(order, nextStep))}</p>
<dl>
<dt>${say(language, "orderNumber")}</dt><dd>${order.sellerOrderId}</dd>
<dt>${say(language, "total")}</dt><dd class="money">${formatYen(order.total.amount)}</dd>
</dl>
<p><a href="/">${say(language, "backToShop")}</a></p>
</section>`;
}

function stateOf(order: PlacedOrder["order"], nextStep: string): WordKey {
  if (order.balances.refunded.amount > 0) return "refunded";
  if (order.balances.captured.amount > 0) return "shipped";
  switch (nextStep) {
    case "orderCanceled":
      return "canceled";
    case "offerAnotherWayToPay":
      return "offerAnother";
    case "chooseAnotherPaymentMethod":
      return "chooseAnother";
    case "waitForAmazon":
      return "waiting";
    default:
      return "paid";
  }
}
