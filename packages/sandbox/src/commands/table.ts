import type { Settings } from "../settings.ts";
import type { World } from "../world/world.ts";
import { addAddress, addCard, createBuyer } from "./buyers.ts";
import { noticeAttempted } from "./notices.ts";
import { createDraft, repairPaymentMethod, selectAddress, selectPaymentMethod } from "./order-references.ts";
import { createClient, createSeller, updateSeller } from "./sellers.ts";
import { issueToken, revokeToken } from "./tokens.ts";

export type SettingsChange = { readonly [K in keyof Settings]?: Settings[K] | null };

/** Changes how the world behaves from now on. `null` makes a setting undefined. */
function changeSettings(world: World, args: SettingsChange): Settings {
  const given = Object.entries(args).filter(([, value]) => value !== undefined);
  const changed = Object.fromEntries(given.map(([name, value]) => [name, value ?? undefined]));
  world.settings = { ...world.settings, ...changed };
  return world.settings;
}

/** Everything that a person, a page or the admin API can do to the world, by name. The journal holds these names. */
export const commands = {
  createSeller,
  updateSeller,
  createClient,
  createBuyer,
  addAddress,
  addCard,
  issueToken,
  revokeToken,
  createDraft,
  selectAddress,
  selectPaymentMethod,
  repairPaymentMethod,
  noticeAttempted,
  changeSettings,
} as const;

export type CommandName = keyof typeof commands;
export type CommandArgs<C extends CommandName> = Parameters<(typeof commands)[C]>[1];
export type CommandResult<C extends CommandName> = ReturnType<(typeof commands)[C]>;
