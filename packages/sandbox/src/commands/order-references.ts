import { type Environment, lifetimes } from "@noren-pay/protocol";
import { SandboxError } from "../errors.ts";
import { repairOrderReference } from "../world/changes.ts";
import { newOrderReferenceId } from "../world/ids.ts";
import { newOrderReference } from "../world/new-order-reference.ts";
import type { Buyer, OrderReference } from "../world/objects.ts";
import { mayRepair } from "../world/repair.ts";
import { freeId, type World } from "../world/world.ts";
import { buyerOf } from "./buyers.ts";
import { sellerOf } from "./sellers.ts";

export interface CreateDraft {
  readonly sellerId: string;
  readonly buyerId: string;
  /** Whether the shop showed an address book: then confirming needs an address. */
  readonly wantsAddress: boolean;
  /** Left out: Sandbox. */
  readonly environment?: Environment | undefined;
}

/** What a widget does when it is first shown: a Draft order reference. Throws UnknownSeller, UnknownBuyer. */
export function createDraft(world: World, args: CreateDraft): OrderReference {
  const environment = args.environment ?? "Sandbox";
  const seller = sellerOf(world, args.sellerId);
  const buyer = buyerOf(world, args.buyerId);
  const draw = () => newOrderReferenceId(world.random, environment, world.settings.region);
  const order = newOrderReference(world, {
    id: freeId(world.orderReferences, draw),
    sellerId: seller.sellerId,
    buyerId: buyer.buyerId,
    environment,
    wantsAddress: args.wantsAddress,
  });
  world.orderReferences.set(order.id, order);
  world.history.note(order, world.now);
  world.due.schedule("draftGoesStale", world.now + lifetimes.draftMs, order.id);
  return order;
}

export interface SelectAddress {
  readonly orderReferenceId: string;
  readonly addressId: string;
}

/** The buyer chooses in the address book. Throws UnknownObject, UnknownAddress, NotInThisState. */
export function selectAddress(world: World, args: SelectAddress): OrderReference {
  const { order, buyer } = choosing(world, args.orderReferenceId, ["Draft"]);
  const address = buyer.addresses.get(args.addressId);
  if (!address) throw new SandboxError("UnknownAddress", { field: "addressId" });
  order.address = { ...address };
  return order;
}

export interface SelectPaymentMethod {
  readonly orderReferenceId: string;
  readonly cardId: string;
}

/** The buyer chooses in the wallet: at first, or again after a decline. Throws UnknownObject, UnknownCard, NotInThisState. */
export function selectPaymentMethod(world: World, args: SelectPaymentMethod): OrderReference {
  const { order, buyer } = choosing(world, args.orderReferenceId, ["Draft", "Suspended"]);
  const card = buyer.cards.get(args.cardId);
  if (!card) throw new SandboxError("UnknownCard", { field: "cardId" });
  order.card = { ...card };
  order.cardIsFresh = true;
  return order;
}

export interface RepairPaymentMethod {
  readonly orderReferenceId: string;
  /** Left out: the buyer mends the card that was declined, which then works. */
  readonly cardId?: string | undefined;
}

/**
 * The buyer repairs the payment method on Amazon's own page, which opens a Suspended order reference again. Throws
 * UnknownObject, UnknownCard; NotInThisState also after a synchronous decline, unless the settings allow it.
 */
export function repairPaymentMethod(world: World, args: RepairPaymentMethod): OrderReference {
  const { order, buyer } = choosing(world, args.orderReferenceId, ["Suspended"]);
  if (!mayRepair(world, order)) {
    throw new SandboxError("NotInThisState", {
      field: "orderReferenceId",
      detail: "After a synchronous decline the buyer chooses again in the wallet, and the seller confirms again.",
    });
  }
  const card = args.cardId === undefined ? undefined : buyer.cards.get(args.cardId);
  if (args.cardId !== undefined && !card) throw new SandboxError("UnknownCard", { field: "cardId" });
  repairOrderReference(world, order, card && { ...card });
  return order;
}

function choosing(
  world: World,
  orderReferenceId: string,
  states: readonly OrderReference["state"][],
): { order: OrderReference; buyer: Buyer } {
  const order = world.orderReferences.get(orderReferenceId);
  if (!order) throw new SandboxError("UnknownObject", { field: "orderReferenceId" });
  if (!states.includes(order.state)) {
    throw new SandboxError("NotInThisState", { field: "orderReferenceId", detail: `It is ${order.state}.` });
  }
  return { order, buyer: buyerOf(world, order.buyerId) };
}
