import type { Instant } from "@noren-pay/base";
import type { Environment } from "@noren-pay/protocol";
import { buyerOf } from "./commands/buyers.ts";
import type { SandboxCore } from "./core.ts";
import { SandboxError } from "./errors.ts";
import type { OrderReference } from "./world/objects.ts";

export interface ReadyDraft {
  /** Left out: the default seller. */
  readonly sellerId?: string | undefined;
  /** Left out: the first buyer. */
  readonly buyerId?: string | undefined;
  /** Left out: the buyer's first; null: none is chosen yet. */
  readonly addressId?: string | null | undefined;
  /** Left out: the buyer's first; null: none is chosen yet. */
  readonly cardId?: string | null | undefined;
  /** false: digital goods, no address is needed or chosen. Default true. */
  readonly wantsAddress?: boolean | undefined;
  /** Default "Sandbox". */
  readonly environment?: Environment | undefined;
}

/**
 * A Draft order reference whose buyer has chosen already, so that no browser is needed. Everything is checked before
 * the first command, so that a refusal leaves nothing behind. Throws UnknownSeller, UnknownBuyer, UnknownAddress,
 * UnknownCard.
 */
export function readyDraft(core: SandboxCore, wanted: ReadyDraft, now: Instant): OrderReference {
  const { addressId, cardId, ...rest } = prepare(core, wanted);
  const order = core.createDraft({ ...rest, now });
  const orderReferenceId = order.id;
  if (addressId !== undefined) core.selectAddress({ orderReferenceId, addressId, now });
  if (cardId !== undefined) core.selectPaymentMethod({ orderReferenceId, cardId, now });
  return order;
}

/** Whose it will be and what will be chosen, checked. */
export function prepare(core: SandboxCore, wanted: ReadyDraft) {
  const { wantsAddress = true, environment = "Sandbox" } = wanted;
  const buyer = buyerOf(core.world, wanted.buyerId ?? ([...core.world.buyers.keys()][0] as string));
  const addressId = wantsAddress ? chosen(wanted.addressId, buyer.addresses) : undefined;
  const cardId = chosen(wanted.cardId, buyer.cards);
  if (addressId !== undefined && !buyer.addresses.has(addressId)) {
    throw new SandboxError("UnknownAddress", { field: "addressId" });
  }
  if (cardId !== undefined && !buyer.cards.has(cardId)) throw new SandboxError("UnknownCard", { field: "cardId" });
  const sellerId = wanted.sellerId ?? core.defaultSeller.sellerId;
  return { sellerId, buyerId: buyer.buyerId, wantsAddress, environment, addressId, cardId };
}

/** What was named, the first there is, or, on null, nothing. */
function chosen(named: string | null | undefined, from: ReadonlyMap<string, unknown>): string | undefined {
  return named === null ? undefined : (named ?? [...from.keys()][0]);
}
