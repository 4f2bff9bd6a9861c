import type { Settings } from "../settings.ts";
import type { World } from "../world/world.ts";
import { issueAuthToken, revokeAuthToken } from "./auth-tokens.ts";
import { finishAuthentication } from "./authentication.ts";
import {
  createAgreement,
  repairBillingAgreement,
  selectAgreementAddress,
  selectAgreementPaymentMethod,
  setConsent,
} from "./billing-agreements.ts";
import {
  addAddress,
  addCard,
  createBuyer,
  deleteAddress,
  deleteBuyer,
  deleteCard,
  replaceAddress,
  replaceCard,
  updateBuyer,
} from "./buyers.ts";
import { createKey, deleteKey, rotateKeys, updateKey } from "./keys.ts";
import {
  addNoticeRule,
  changeNotice,
  forgeNotice,
  noticeAttempted,
  releaseNotices,
  removeNoticeRules,
  sendSample,
} from "./notices.ts";
import { createDraft, repairPaymentMethod, selectAddress, selectPaymentMethod } from "./order-references.ts";
import { pressEvent } from "./press-event.ts";
import { deleteSeller, resetSeller } from "./seller-reset.ts";
import { createClient, createSeller, deleteClient, updateClient, updateSeller } from "./sellers.ts";
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
  resetSeller,
  deleteSeller,
  createKey,
  rotateKeys,
  updateKey,
  deleteKey,
  createClient,
  updateClient,
  deleteClient,
  createBuyer,
  updateBuyer,
  deleteBuyer,
  addAddress,
  replaceAddress,
  deleteAddress,
  addCard,
  replaceCard,
  deleteCard,
  issueToken,
  revokeToken,
  createDraft,
  selectAddress,
  selectPaymentMethod,
  repairPaymentMethod,
  createAgreement,
  selectAgreementAddress,
  selectAgreementPaymentMethod,
  setConsent,
  repairBillingAgreement,
  finishAuthentication,
  issueAuthToken,
  revokeAuthToken,
  pressEvent,
  noticeAttempted,
  changeNotice,
  releaseNotices,
  forgeNotice,
  sendSample,
  addNoticeRule,
  removeNoticeRules,
  changeSettings,
} as const;

export type CommandName = keyof typeof commands;
export type CommandArgs<C extends CommandName> = Parameters<(typeof commands)[C]>[1];
export type CommandResult<C extends CommandName> = ReturnType<(typeof commands)[C]>;
