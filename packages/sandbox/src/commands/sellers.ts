import { SandboxError } from "../errors.ts";
import { newAccessKey, newClientId, newClientSecret, newSecretKey, newSellerId } from "../world/ids.ts";
import type { Client, Seller } from "../world/objects.ts";
import { freeId, type World } from "../world/world.ts";

export interface CreateSeller {
  readonly sellerId?: string | undefined;
  readonly storeName?: string | undefined;
  readonly notificationUrl?: string | undefined;
  readonly allowedOrigins?: readonly string[] | undefined;
  readonly allowedReturnUrls?: readonly string[] | undefined;
}

/** Makes a seller with keys and one client. Throws AlreadyExists. */
export function createSeller(world: World, args: CreateSeller): Seller {
  const { random, sellers } = world;
  if (args.sellerId !== undefined && sellers.has(args.sellerId)) {
    throw new SandboxError("AlreadyExists", { field: "sellerId" });
  }
  const seller: Seller = {
    sellerId: args.sellerId ?? freeId(sellers, () => newSellerId(random)),
    accessKey: freeId(world.sellersByAccessKey, () => newAccessKey(random)),
    secretKey: newSecretKey(random),
    storeName: args.storeName ?? "テストストア",
    notificationUrl: args.notificationUrl,
    active: true,
    clientIds: [],
  };
  sellers.set(seller.sellerId, seller);
  world.sellersByAccessKey.set(seller.accessKey, seller);
  createClient(world, { ...args, sellerId: seller.sellerId });
  return seller;
}

export interface UpdateSeller {
  readonly sellerId: string;
  readonly storeName?: string | undefined;
  /** An empty text stops notices. */
  readonly notificationUrl?: string | undefined;
  readonly active?: boolean | undefined;
  /** These two go to each of the seller's clients. */
  readonly allowedOrigins?: readonly string[] | undefined;
  readonly allowedReturnUrls?: readonly string[] | undefined;
}

/** Changes what is given. Throws UnknownSeller. */
export function updateSeller(world: World, args: UpdateSeller): Seller {
  const seller = sellerOf(world, args.sellerId);
  if (args.storeName !== undefined) seller.storeName = args.storeName;
  if (args.notificationUrl !== undefined) seller.notificationUrl = args.notificationUrl || undefined;
  if (args.active !== undefined) seller.active = args.active;
  for (const clientId of seller.clientIds) {
    const client = world.clients.get(clientId);
    if (!client) continue;
    if (args.allowedOrigins) client.allowedOrigins = args.allowedOrigins;
    if (args.allowedReturnUrls) client.allowedReturnUrls = args.allowedReturnUrls;
  }
  return seller;
}

export interface CreateClient {
  readonly sellerId: string;
  readonly name?: string | undefined;
  readonly allowedOrigins?: readonly string[] | undefined;
  readonly allowedReturnUrls?: readonly string[] | undefined;
}

/** Makes a further client of a seller. Throws UnknownSeller. */
export function createClient(world: World, args: CreateClient): Client {
  const seller = sellerOf(world, args.sellerId);
  const client: Client = {
    clientId: freeId(world.clients, () => newClientId(world.random)),
    clientSecret: newClientSecret(world.random),
    sellerId: seller.sellerId,
    name: args.name ?? seller.storeName,
    allowedOrigins: args.allowedOrigins ?? [],
    allowedReturnUrls: args.allowedReturnUrls ?? [],
  };
  world.clients.set(client.clientId, client);
  seller.clientIds.push(client.clientId);
  return client;
}

/** Throws UnknownSeller. */
export function sellerOf(world: World, sellerId: string): Seller {
  const seller = world.sellers.get(sellerId);
  if (!seller) throw new SandboxError("UnknownSeller", { field: "sellerId" });
  return seller;
}
