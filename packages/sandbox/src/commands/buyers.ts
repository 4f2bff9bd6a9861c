import { SandboxError } from "../errors.ts";
import { newAddressId, newBuyerId, newCardId } from "../world/ids.ts";
import type { Address, AddressFields, Buyer, Card, CardSimulation } from "../world/objects.ts";
import { seedAddresses, seedCards, seedPassword } from "../world/seed.ts";
import { freeId, type World } from "../world/world.ts";

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

/** Throws UnknownBuyer. */
export function buyerOf(world: World, buyerId: string): Buyer {
  const buyer = world.buyers.get(buyerId);
  if (!buyer) throw new SandboxError("UnknownBuyer", { field: "buyerId" });
  return buyer;
}
