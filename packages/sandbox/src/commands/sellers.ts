import { SandboxError } from "../errors.ts";
import { newClientId, newClientSecret, newSellerId } from "../world/ids.ts";
import type { Client, Seller } from "../world/objects.ts";
import { freeId, type World } from "../world/world.ts";
import { newKey } from "./keys.ts";

export interface CreateSeller {
  readonly sellerId?: string | undefined;
  readonly storeName?: string | undefined;
  readonly notificationUrl?: string | undefined;
  readonly noticeSignatureVersion?: "1" | "2" | undefined;
  readonly allowedOrigins?: readonly string[] | undefined;
  readonly allowedReturnUrls?: readonly string[] | undefined;
}

/** Makes a seller with keys and one client. Throws AlreadyExists. */
export function createSeller(world: World, args: CreateSeller): Seller {
  const { random, sellers } = world;
  if (args.sellerId !== undefined && sellers.has(args.sellerId)) {
    throw new SandboxError("AlreadyExists", { field: "sellerId" });
  }
  const sellerId = args.sellerId ?? freeId(sellers, () => newSellerId(random));
  const key = newKey(world);
  const seller: Seller = {
    sellerId,
    accessKey: key.accessKey,
    secretKey: key.secretKey,
    keys: [key],
    storeName: args.storeName ?? "テストストア",
    notificationUrl: args.notificationUrl,
    noticeSignatureVersion: args.noticeSignatureVersion,
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
  /** null: as the setting says. */
  readonly noticeSignatureVersion?: "1" | "2" | null | undefined;
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
  if (args.noticeSignatureVersion !== undefined)
    seller.noticeSignatureVersion = args.noticeSignatureVersion ?? undefined;
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

export interface UpdateClient {
  readonly clientId: string;
  readonly name?: string | undefined;
  readonly allowedOrigins?: readonly string[] | undefined;
  readonly allowedReturnUrls?: readonly string[] | undefined;
}

/** Changes what is given. Throws UnknownClient. */
export function updateClient(world: World, args: UpdateClient): Client {
  const client = clientOf(world, args.clientId);
  if (args.name !== undefined) client.name = args.name;
  if (args.allowedOrigins) client.allowedOrigins = args.allowedOrigins;
  if (args.allowedReturnUrls) client.allowedReturnUrls = args.allowedReturnUrls;
  return client;
}

export interface DeleteClient {
  readonly clientId: string;
}

/** Takes a client away with its tokens and the consents given to it. A seller keeps one. Throws UnknownClient, StillNeeded. */
export function deleteClient(world: World, { clientId }: DeleteClient): void {
  const { clientIds } = sellerOf(world, clientOf(world, clientId).sellerId);
  if (clientIds.length === 1) throw new SandboxError("StillNeeded", { field: "clientId" });
  clientIds.splice(clientIds.indexOf(clientId), 1);
  forgetClient(world, clientId);
}

/** Forgets a client, its tokens and the consents given to it. */
export function forgetClient(world: World, clientId: string): void {
  world.clients.delete(clientId);
  for (const [text, token] of world.tokens) if (token.clientId === clientId) world.tokens.delete(text);
  for (const buyer of world.buyers.values()) buyer.consents.delete(clientId);
}

/** Throws UnknownClient. */
export function clientOf(world: World, clientId: string): Client {
  const client = world.clients.get(clientId);
  if (!client) throw new SandboxError("UnknownClient", { field: "clientId" });
  return client;
}

/** Throws UnknownSeller. */
export function sellerOf(world: World, sellerId: string): Seller {
  const seller = world.sellers.get(sellerId);
  if (!seller) throw new SandboxError("UnknownSeller", { field: "sellerId" });
  return seller;
}
