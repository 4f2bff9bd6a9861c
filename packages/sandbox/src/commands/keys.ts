// A seller's pairs of keys: several at a time, so that they can be exchanged without a pause.
import { SandboxError } from "../errors.ts";
import { newAccessKey, newSecretKey } from "../world/ids.ts";
import type { Seller, SellerKey } from "../world/objects.ts";
import { freeId, type World } from "../world/world.ts";
import { sellerOf } from "./sellers.ts";

/** A pair that belongs to nobody yet. */
export const newKey = (world: World): SellerKey => ({
  accessKey: freeId(world.sellersByAccessKey, () => newAccessKey(world.random)),
  secretKey: newSecretKey(world.random),
  createdAt: world.now,
  active: true,
});

export interface CreateKey {
  readonly sellerId: string;
}

/** Makes a further pair; the others go on. Throws UnknownSeller. */
export function createKey(world: World, { sellerId }: CreateKey): SellerKey {
  const seller = sellerOf(world, sellerId);
  const key = newKey(world);
  seller.keys.push(key);
  world.sellersByAccessKey.set(key.accessKey, seller);
  chooseNewest(seller);
  return key;
}

/** Makes a further pair and disables the others. Throws UnknownSeller. */
export function rotateKeys(world: World, args: CreateKey): SellerKey {
  const key = createKey(world, args);
  for (const other of sellerOf(world, args.sellerId).keys) other.active = other === key;
  return key;
}

export interface UpdateKey {
  readonly sellerId: string;
  readonly accessKey: string;
  readonly active: boolean;
}

/** A disabled pair is refused as an unknown one is. Throws UnknownSeller, UnknownKey. */
export function updateKey(world: World, { sellerId, accessKey, active }: UpdateKey): SellerKey {
  const seller = sellerOf(world, sellerId);
  const key = keyOf(seller, accessKey);
  key.active = active;
  chooseNewest(seller);
  return key;
}

export interface DeleteKey {
  readonly sellerId: string;
  readonly accessKey: string;
}

/** A seller keeps one pair. Throws UnknownSeller, UnknownKey, StillNeeded. */
export function deleteKey(world: World, { sellerId, accessKey }: DeleteKey): void {
  const seller = sellerOf(world, sellerId);
  const key = keyOf(seller, accessKey);
  if (seller.keys.length === 1) throw new SandboxError("StillNeeded", { field: "accessKey" });
  seller.keys.splice(seller.keys.indexOf(key), 1);
  world.sellersByAccessKey.delete(accessKey);
  chooseNewest(seller);
}

function keyOf(seller: Seller, accessKey: string): SellerKey {
  const key = seller.keys.find((each) => each.accessKey === accessKey);
  if (!key) throw new SandboxError("UnknownKey", { field: "accessKey" });
  return key;
}

function chooseNewest(seller: Seller): void {
  const key = seller.keys.findLast((each) => each.active) ?? (seller.keys.at(-1) as SellerKey);
  seller.accessKey = key.accessKey;
  seller.secretKey = key.secretKey;
}
