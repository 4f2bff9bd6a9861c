import type { Settings } from "../settings.ts";
import type { World } from "../world/world.ts";
import { addAddress, addCard, createBuyer } from "./buyers.ts";
import { noticeAttempted } from "./notices.ts";
import { createDraft, repairPaymentMethod, selectAddress, selectPaymentMethod } from "./order-references.ts";
import { createClient, createSeller, updateSeller } from "./sellers.ts";
import { issueToken, revokeToken } from "./tokens.ts";

/** Changes how the world behaves from now on. */
const changeSettings = (world: World, args: Partial<Settings>): Settings => {
  world.settings = { ...world.settings, ...args };
  return world.settings;
};

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
