import type { Address, Buyer, Card, OrderReference } from "../world/objects.ts";
import type { Language } from "./language.ts";
import type { Display, WidgetKind } from "./widget-rules.ts";
import { widgetWords } from "./widget-words.ts";

/** One row of a widget. */
export interface Choice {
  readonly id: string;
  readonly title: string;
  readonly lines: readonly string[];
  /** A starred card's scenario. */
  readonly star?: string | undefined;
}

/** What a widget draws. */
export interface WidgetView {
  readonly orderReferenceId: string;
  readonly choices: readonly Choice[];
  readonly selectedId?: string | undefined;
  readonly hint?: string | undefined;
}

interface Viewed {
  readonly kind: WidgetKind;
  readonly display: Display;
  readonly order: OrderReference;
  readonly buyer: Buyer;
  readonly language: Language;
}

/** The buyer's addresses or cards, and which one the order reference holds. */
export function viewOf({ kind, display, order, buyer, language }: Viewed): WidgetView {
  if (kind === "address-book") {
    const choices = [...buyer.addresses.values()].map(addressChoice);
    return { orderReferenceId: order.id, choices, selectedId: order.address?.addressId };
  }
  // Simulation is for the sandbox environment; the live wallet has no such cards.
  const cards = [...buyer.cards.values()].filter((card) => !card.simulation || order.environment === "Sandbox");
  const choices = cards.map((card) => cardChoice(card, language));
  const asksAgain = needsAnotherCard(order) && display === "Edit";
  return {
    orderReferenceId: order.id,
    choices,
    // A declined method is not chosen any more: the buyer has to choose, even if it is the same one.
    selectedId: asksAgain ? undefined : order.card?.cardId,
    hint: asksAgain ? widgetWords[language].declinedBefore : undefined,
  };
}

export const needsAnotherCard = (order: OrderReference) => order.state === "Suspended" && !order.cardIsFresh;

function addressChoice(address: Address): Choice {
  const isJapanese = address.CountryCode === "JP";
  const parts = isJapanese ? [address.StateOrRegion, address.City] : [address.City, address.StateOrRegion];
  const place = parts.filter(Boolean).join(" ");
  const lines = [address.AddressLine1, address.AddressLine2, address.AddressLine3].filter((line) => line !== undefined);
  return {
    id: address.addressId,
    title: address.Name ?? "",
    lines: isJapanese
      ? [`〒${address.PostalCode} ${place}`, ...lines]
      : [...lines, `${place} ${address.PostalCode} ${address.CountryCode}`],
  };
}

const cardChoice = (card: Card, language: Language): Choice => ({
  id: card.cardId,
  title: widgetWords[language].cardEnding(card.brand, card.tail),
  lines: [],
  star: card.simulation && widgetWords[language].simulations[card.simulation],
});
