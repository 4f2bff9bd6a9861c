// What a buyer does to a billing agreement: in the widgets, or on Amazon's own page.
import { type Environment, lifetimes } from "@noren-pay/protocol";
import { SandboxError } from "../errors.ts";
import { repairAgreement } from "../world/agreement-changes.ts";
import { periodOf } from "../world/agreement-limits.ts";
import type { BillingAgreement } from "../world/billing-agreement.ts";
import { newBillingAgreementId } from "../world/ids.ts";
import type { Buyer } from "../world/objects.ts";
import { freeId, type World } from "../world/world.ts";
import { buyerOf } from "./buyers.ts";
import { sellerOf } from "./sellers.ts";

export interface CreateAgreement {
  readonly sellerId: string;
  readonly buyerId: string;
  /** Whether the shop showed an address book: then confirming needs an address. */
  readonly wantsAddress: boolean;
  /** Left out: Sandbox. */
  readonly environment?: Environment | undefined;
}

/** What a widget of the type BillingAgreement does when it is first shown. Throws UnknownSeller, UnknownBuyer. */
export function createAgreement(world: World, args: CreateAgreement): BillingAgreement {
  const environment = args.environment ?? "Sandbox";
  const seller = sellerOf(world, args.sellerId);
  const buyer = buyerOf(world, args.buyerId);
  const draw = () => newBillingAgreementId(world.random, environment, world.settings.region);
  const agreement: BillingAgreement = {
    kind: "BillingAgreement",
    id: freeId(world.billingAgreements, draw),
    sellerId: seller.sellerId,
    buyerId: buyer.buyerId,
    environment,
    createdAt: world.now,
    wantsAddress: args.wantsAddress,
    state: "Draft",
    updatedAt: world.now,
    chosen: {},
    consent: false,
    orderReferenceIds: [],
    charged: { periodStart: periodOf(world, world.now).start, amount: 0 },
  };
  world.billingAgreements.set(agreement.id, agreement);
  world.history.note(agreement, world.now);
  world.due.schedule("draftAgreementGoesStale", world.now + lifetimes.draftMs, agreement.id);
  return agreement;
}

export interface SelectAgreementAddress {
  readonly billingAgreementId: string;
  readonly addressId: string;
}

/** The buyer chooses in the address book. Once it is confirmed, the choice holds from the next confirmation on. */
export function selectAgreementAddress(world: World, args: SelectAgreementAddress): BillingAgreement {
  const { agreement, buyer } = choosing(world, args.billingAgreementId, ["Draft", "Open", "Suspended"]);
  const address = buyer.addresses.get(args.addressId);
  if (!address) throw new SandboxError("UnknownAddress", { field: "addressId" });
  if (agreement.state === "Draft") agreement.address = { ...address };
  else agreement.chosen = { ...agreement.chosen, address: { ...address } };
  return agreement;
}

export interface SelectAgreementPaymentMethod {
  readonly billingAgreementId: string;
  readonly cardId: string;
}

/** The buyer chooses in the wallet. Once it is confirmed, the choice holds from the next confirmation on. */
export function selectAgreementPaymentMethod(world: World, args: SelectAgreementPaymentMethod): BillingAgreement {
  const { agreement, buyer } = choosing(world, args.billingAgreementId, ["Draft", "Open", "Suspended"]);
  const card = buyer.cards.get(args.cardId);
  if (!card) throw new SandboxError("UnknownCard", { field: "cardId" });
  if (agreement.state === "Draft") agreement.card = { ...card };
  else agreement.chosen = { ...agreement.chosen, card: { ...card } };
  return agreement;
}

export interface SetConsent {
  readonly billingAgreementId: string;
  readonly consent: boolean;
}

/** The buyer ticks the box of the Consent widget, or clears it; after confirmation it stays as it is. */
export function setConsent(world: World, args: SetConsent): BillingAgreement {
  const { agreement } = choosing(world, args.billingAgreementId, ["Draft"]);
  agreement.consent = args.consent;
  return agreement;
}

export interface RepairAgreement {
  readonly billingAgreementId: string;
  /** Left out: the buyer mends the card that was declined, which then works. */
  readonly cardId?: string | undefined;
}

/** The buyer mends the payment method on Amazon's own page, which opens a Suspended agreement again. */
export function repairBillingAgreement(world: World, args: RepairAgreement): BillingAgreement {
  const { agreement, buyer } = choosing(world, args.billingAgreementId, ["Suspended"]);
  const card = args.cardId === undefined ? undefined : buyer.cards.get(args.cardId);
  if (args.cardId !== undefined && !card) throw new SandboxError("UnknownCard", { field: "cardId" });
  repairAgreement(world, agreement, card && { ...card });
  return agreement;
}

function choosing(
  world: World,
  billingAgreementId: string,
  states: readonly BillingAgreement["state"][],
): { agreement: BillingAgreement; buyer: Buyer } {
  const agreement = world.billingAgreements.get(billingAgreementId);
  if (!agreement) throw new SandboxError("UnknownObject", { field: "billingAgreementId" });
  if (!states.includes(agreement.state)) {
    throw new SandboxError("NotInThisState", { field: "billingAgreementId", detail: `It is ${agreement.state}.` });
  }
  return { agreement, buyer: buyerOf(world, agreement.buyerId) };
}
