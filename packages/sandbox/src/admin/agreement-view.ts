import { z } from "zod";
import { agreementConstraintsOf } from "../world/agreement-details.ts";
import { limitsOf } from "../world/agreement-limits.ts";
import type { BillingAgreement } from "../world/billing-agreement.ts";
import type { World } from "../world/world.ts";
import { buyerId, environment, instant, orderAnswer, price, sellerId } from "./schemas.ts";
import { orderView } from "./views.ts";

export const agreementAnswer = z.object({
  kind: z.literal("BillingAgreement"),
  amazonBillingAgreementId: z.string().meta({ examples: ["C03-1234567-7654321"] }),
  sellerId,
  buyerId,
  environment,
  state: z.string(),
  reasonCode: z.string().nullable(),
  reasonDescription: z.string().nullable(),
  createdAt: instant,
  updatedAt: instant,
  sellerBillingAgreementId: z.string().nullable(),
  addressId: z.string().nullable(),
  cardId: z.string().nullable(),
  consent: z.boolean(),
  constraints: z.array(z.string()),
  monthlyLimit: price,
  remaining: price.describe("What may still be charged this month."),
  monthEndsAt: instant,
  orders: z.array(orderAnswer).describe("Its order references, the newest first, at most 100."),
});

const ordersMax = 100;
const iso = (at: number) => new Date(at).toISOString();

export function agreementView(world: World, agreement: BillingAgreement): z.input<typeof agreementAnswer> {
  const { limit, remaining, end } = limitsOf(world, agreement);
  const orders = agreement.orderReferenceIds.slice(-ordersMax).reverse();
  return {
    kind: "BillingAgreement",
    amazonBillingAgreementId: agreement.id,
    sellerId: agreement.sellerId,
    buyerId: agreement.buyerId,
    environment: agreement.environment,
    state: agreement.state,
    reasonCode: agreement.reasonCode ?? null,
    reasonDescription: agreement.reasonDescription ?? null,
    createdAt: iso(agreement.createdAt),
    updatedAt: iso(agreement.updatedAt),
    sellerBillingAgreementId: agreement.sellerBillingAgreementAttributes?.SellerBillingAgreementId ?? null,
    addressId: agreement.address?.addressId ?? null,
    cardId: agreement.card?.cardId ?? null,
    consent: agreement.consent,
    constraints: agreementConstraintsOf(world, agreement),
    monthlyLimit: limit,
    remaining,
    monthEndsAt: iso(end),
    orders: orders.flatMap((id) => {
      const order = world.orderReferences.get(id);
      return order ? [orderView(world, order)] : [];
    }),
  };
}
