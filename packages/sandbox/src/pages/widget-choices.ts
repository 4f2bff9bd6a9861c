import { isCured } from "../world/agreement-details.ts";
import type { Address, Buyer, Card } from "../world/objects.ts";
import type { Language } from "./language.ts";
import type { Contract, Display, WidgetKind } from "./widget-rules.ts";
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
  /** Of the order reference or billing agreement. */
  readonly contractId: string;
  readonly isAgreement: boolean;
  readonly choices: readonly Choice[];
  readonly selectedId?: string | undefined;
  readonly hint?: string | undefined;
  /** Of the Consent widget: whether the box is ticked, and whether the buyer may still change that. */
  readonly consent?: boolean | undefined;
  readonly open?: boolean | undefined;
}

interface Viewed {
  readonly kind: WidgetKind;
  readonly display: Display;
  readonly order: Contract;
  readonly buyer: Buyer;
  readonly language: Language;
}

/** The buyer's addresses or cards, and which one the order reference or billing agreement holds. */
export function viewOf({ kind, display, order, buyer, language }: Viewed): WidgetView {
  const isAgreement = order.kind === "BillingAgreement";
  const contract = { contractId: order.id, isAgreement };
  const held = isAgreement ? { ...order, ...order.chosen } : order;
  if (kind === "consent") {
    return { ...contract, choices: [], consent: isAgreement && order.consent, open: order.state === "Draft" };
  }
  if (kind === "address-book") {
    const choices = [...buyer.addresses.values()].map(addressChoice);
    return { ...contract, choices, selectedId: held.address?.addressId };
  }
  // Simulation is for the sandbox environment; the live wallet has no such cards.
  const cards = [...buyer.cards.values()].filter((card) => !card.simulation || order.environment === "Sandbox");
  const choices = cards.map((card) => cardChoice(card, language));
  const asksAgain = needsAnotherCard(order) && display === "Edit";
  return {
    ...contract,
    choices,
    // A declined method is not chosen any more: the buyer has to choose, even if it is the same one.
    selectedId: asksAgain ? undefined : held.card?.cardId,
    hint: asksAgain ? widgetWords[language].declinedBefore : undefined,
  };
}

export function needsAnotherCard(order: Contract): boolean {
  if (order.state !== "Suspended") return false;
  return order.kind === "BillingAgreement" ? !isCured(order) : !order.cardIsFresh;
}

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
