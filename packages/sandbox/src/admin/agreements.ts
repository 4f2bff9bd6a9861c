// Billing agreements without a browser: made, chosen for, agreed to and mended as a buyer would.
import { z } from "zod";
import { buyerOf } from "../commands/buyers.ts";
import { SandboxError } from "../errors.ts";
import { readyAgreement } from "../ready-agreement.ts";
import type { Shell } from "../shell.ts";
import type { BillingAgreement } from "../world/billing-agreement.ts";
import { agreementAnswer, agreementView } from "./agreement-view.ts";
import { adminRow } from "./route.ts";
import { addressId, buyerId, cardId, environment, id, limit, search, sellerId } from "./schemas.ts";
import { hasToDoWith } from "./search.ts";

const billingAgreementId = id.meta({ examples: ["C03-1234567-7654321"] });
const one = { amazonBillingAgreementId: billingAgreementId };

export const agreementRows = {
  createBillingAgreement: adminRow({
    summary:
      "Makes a Draft billing agreement with address, payment method and consent given, so that no browser is needed",
    takes: z.strictObject({
      sellerId: sellerId.optional().describe("Left out: the default seller."),
      buyerId: buyerId.optional().describe("Left out: the first buyer."),
      addressId: addressId.nullable().optional().describe("Left out: the buyer's first; null: none is chosen yet."),
      cardId: cardId.nullable().optional().describe("Left out: the buyer's first; null: none is chosen yet."),
      wantsAddress: z.boolean().default(true).describe("false: digital goods, no address is needed or chosen."),
      consent: z.boolean().default(true).describe("Whether the buyer has ticked the Consent widget's box."),
      environment: environment.default("Sandbox"),
    }),
    answer: agreementAnswer,
    status: 201,
    run: ({ core, clock }, given) => agreementView(core.world, readyAgreement(core, given, clock.now())),
  }),
  listBillingAgreements: adminRow({
    summary: "The latest billing agreements, newest first, with their order references",
    takes: z.strictObject({ sellerId: sellerId.optional(), state: z.string().max(20).optional(), search, limit }),
    answer: z.object({ billingAgreements: z.array(agreementAnswer) }),
    run: ({ core, clock }, given) => {
      core.runDue(clock.now());
      const found = [...core.world.billingAgreements.values()]
        .reverse()
        .filter(({ sellerId: theirs }) => given.sellerId === undefined || theirs === given.sellerId)
        .filter(({ state }) => given.state === undefined || state === given.state)
        .filter((each) => given.search === undefined || hasToDoWith(core.world, each, given.search));
      return { billingAgreements: found.slice(0, given.limit).map((each) => agreementView(core.world, each)) };
    },
  }),
  selectForBillingAgreement: adminRow({
    summary: "The buyer chooses in address book, wallet and Consent widget",
    takes: z.strictObject({
      ...one,
      addressId: addressId.optional(),
      cardId: cardId.optional(),
      consent: z.boolean().optional().describe("In Draft only."),
    }),
    answer: agreementAnswer,
    run: (shell, given) => select(shell, given),
  }),
  repairBillingAgreement: adminRow({
    summary: "The buyer mends the payment method on Amazon's own page; a Suspended agreement opens again",
    takes: z.strictObject({ ...one, cardId: cardId.optional().describe("Left out: the declined card works again.") }),
    answer: agreementAnswer,
    run: ({ core, clock }, given) => {
      const { amazonBillingAgreementId, cardId: chosen } = given;
      const args = { billingAgreementId: amazonBillingAgreementId, cardId: chosen, now: clock.now() };
      return agreementView(core.world, core.command("repairBillingAgreement", args));
    },
  }),
};

interface Selection {
  readonly amazonBillingAgreementId: string;
  readonly addressId?: string | undefined;
  readonly cardId?: string | undefined;
  readonly consent?: boolean | undefined;
}

/** Everything is looked at before the first change, so that a refusal leaves nothing behind. */
function select({ core, clock }: Shell, given: Selection) {
  const now = clock.now();
  const agreement = core.billingAgreement(given.amazonBillingAgreementId, now);
  if (!agreement) throw new SandboxError("UnknownObject", { field: "amazonBillingAgreementId" });
  const { addresses, cards } = buyerOf(core.world, agreement.buyerId);
  const { addressId: address, cardId: card, consent } = given;
  if (address !== undefined && !addresses.has(address))
    throw new SandboxError("UnknownAddress", { field: "addressId" });
  if (card !== undefined && !cards.has(card)) throw new SandboxError("UnknownCard", { field: "cardId" });
  if (consent !== undefined && agreement.state !== "Draft") throw notInThisState(agreement);
  const billingAgreementId = agreement.id;
  if (address !== undefined) core.command("selectAgreementAddress", { billingAgreementId, addressId: address, now });
  if (card !== undefined) core.command("selectAgreementPaymentMethod", { billingAgreementId, cardId: card, now });
  if (consent !== undefined) core.command("setConsent", { billingAgreementId, consent, now });
  return agreementView(core.world, agreement);
}

const notInThisState = ({ state }: BillingAgreement) =>
  new SandboxError("NotInThisState", { field: "consent", detail: `It is ${state}.` });
