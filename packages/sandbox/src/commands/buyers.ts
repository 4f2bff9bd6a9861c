import { SandboxError } from "../errors.ts";
import { newAddressId, newBuyerId, newCardId } from "../world/ids.ts";
import type { Address, AddressFields, Buyer, Card, CardSimulation } from "../world/objects.ts";
import { seedAddresses, seedCards, seedPassword } from "../world/seed.ts";
import { freeId, type World } from "../world/world.ts";
import { ownedObjects } from "./seller-reset.ts";

export interface CreateBuyer {
  readonly name: string;
  readonly email: string;
  readonly password?: string | undefined;
  readonly phone?: string | undefined;
  /** Makes the buyer the same person as this seller. */
  readonly sellerId?: string | undefined;
  /** Left out: the seeded ones, in the buyer's name. */
  readonly addresses?: readonly AddressFields[] | undefined;
  /** Left out: the seeded ones, starred cards included. */
  readonly cards?: readonly Omit<Card, "cardId">[] | undefined;
}

/** Makes a buyer. Throws AlreadyExists when the e-mail address is taken. */
export function createBuyer(world: World, args: CreateBuyer): Buyer {
  const email = args.email.toLowerCase();
  if (world.buyersByEmail.has(email)) throw new SandboxError("AlreadyExists", { field: "email" });
  const buyer: Buyer = {
    buyerId: freeId(world.buyers, () => newBuyerId(world.random)),
    name: args.name,
    email: args.email,
    password: args.password ?? seedPassword,
    phone: args.phone,
    sellerId: args.sellerId,
    addresses: new Map(),
    cards: new Map(),
    consents: new Map(),
  };
  world.buyers.set(buyer.buyerId, buyer);
  world.buyersByEmail.set(email, buyer);
  for (const address of args.addresses ?? seedAddresses(args.name, args.phone ?? "0300000000")) {
    addAddress(world, { buyerId: buyer.buyerId, address });
  }
  for (const card of args.cards ?? seedCards) addCard(world, { buyerId: buyer.buyerId, ...card });
  return buyer;
}

export interface AddAddress {
  readonly buyerId: string;
  readonly address: AddressFields;
}

/** Adds to the buyer's address book. Throws UnknownBuyer. */
export function addAddress(world: World, args: AddAddress): Address {
  const buyer = buyerOf(world, args.buyerId);
  const address: Address = { ...args.address, addressId: freeId(buyer.addresses, () => newAddressId(world.random)) };
  buyer.addresses.set(address.addressId, address);
  return address;
}

export interface AddCard {
  readonly buyerId: string;
  readonly brand: string;
  readonly tail: string;
  readonly simulation?: CardSimulation | undefined;
}

/** Adds to the buyer's wallet. Throws UnknownBuyer. */
export function addCard(world: World, { buyerId, ...fields }: AddCard): Card {
  const buyer = buyerOf(world, buyerId);
  const card: Card = { ...fields, cardId: freeId(buyer.cards, () => newCardId(world.random)) };
  buyer.cards.set(card.cardId, card);
  return card;
}

export interface UpdateBuyer {
  readonly buyerId: string;
  readonly name?: string | undefined;
  readonly email?: string | undefined;
  readonly password?: string | undefined;
  /** null: none. */
  readonly phone?: string | null | undefined;
  /** null: nobody who sells. */
  readonly sellerId?: string | null | undefined;
}

/** Changes what is given. Throws UnknownBuyer, AlreadyExists. */
export function updateBuyer(world: World, args: UpdateBuyer): Buyer {
  const buyer = buyerOf(world, args.buyerId);
  const email = args.email?.toLowerCase();
  const holder = email === undefined ? undefined : world.buyersByEmail.get(email);
  if (holder && holder !== buyer) throw new SandboxError("AlreadyExists", { field: "email" });
  if (args.email !== undefined && email !== undefined) {
    world.buyersByEmail.delete(buyer.email.toLowerCase());
    world.buyersByEmail.set(email, buyer);
    buyer.email = args.email;
  }
  if (args.name !== undefined) buyer.name = args.name;
  if (args.password !== undefined) buyer.password = args.password;
  if (args.phone !== undefined) buyer.phone = args.phone ?? undefined;
  if (args.sellerId !== undefined) buyer.sellerId = args.sellerId ?? undefined;
  return buyer;
}

export interface DeleteBuyer {
  readonly buyerId: string;
}

/** Takes a buyer away, who must have bought nothing. Throws UnknownBuyer, StillNeeded. */
export function deleteBuyer(world: World, { buyerId }: DeleteBuyer): void {
  const buyer = buyerOf(world, buyerId);
  for (const { objects } of ownedObjects(world)) {
    for (const object of objects.values()) {
      if (object.buyerId === buyerId) throw new SandboxError("StillNeeded", { field: "buyerId" });
    }
  }
  world.buyers.delete(buyerId);
  world.buyersByEmail.delete(buyer.email.toLowerCase());
  for (const [text, token] of world.tokens) if (token.buyerId === buyerId) world.tokens.delete(text);
}

export interface ReplaceAddress {
  readonly buyerId: string;
  readonly addressId: string;
  readonly address: AddressFields;
}

/** What was chosen for an order stays as it was. Throws UnknownBuyer, UnknownAddress. */
export function replaceAddress(world: World, { buyerId, addressId, address }: ReplaceAddress): Address {
  const { addresses } = buyerOf(world, buyerId);
  if (!addresses.has(addressId)) throw new SandboxError("UnknownAddress", { field: "addressId" });
  const replaced: Address = { ...address, addressId };
  addresses.set(addressId, replaced);
  return replaced;
}

export interface DeleteAddress {
  readonly buyerId: string;
  readonly addressId: string;
}

/** Throws UnknownBuyer, UnknownAddress. */
export function deleteAddress(world: World, { buyerId, addressId }: DeleteAddress): void {
  const isThere = buyerOf(world, buyerId).addresses.delete(addressId);
  if (!isThere) throw new SandboxError("UnknownAddress", { field: "addressId" });
}

export interface ReplaceCard extends AddCard {
  readonly cardId: string;
}

/** What was chosen for an order stays as it was. Throws UnknownBuyer, UnknownCard. */
export function replaceCard(world: World, { buyerId, ...card }: ReplaceCard): Card {
  const { cards } = buyerOf(world, buyerId);
  if (!cards.has(card.cardId)) throw new SandboxError("UnknownCard", { field: "cardId" });
  cards.set(card.cardId, card);
  return card;
}

export interface DeleteCard {
  readonly buyerId: string;
  readonly cardId: string;
}

/** Throws UnknownBuyer, UnknownCard. */
export function deleteCard(world: World, { buyerId, cardId }: DeleteCard): void {
  if (!buyerOf(world, buyerId).cards.delete(cardId)) throw new SandboxError("UnknownCard", { field: "cardId" });
}

/** Throws UnknownBuyer. */
export function buyerOf(world: World, buyerId: string): Buyer {
  const buyer = world.buyers.get(buyerId);
  if (!buyer) throw new SandboxError("UnknownBuyer", { field: "buyerId" });
  return buyer;
}
