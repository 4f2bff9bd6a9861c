// Order references and what hangs on them.
import { z } from "zod";
import { buyerOf } from "../commands/buyers.ts";
import { SandboxError } from "../errors.ts";
import { readyDraft } from "../ready-draft.ts";
import type { Shell } from "../shell.ts";
import type { OrderReference } from "../world/objects.ts";
import { adminRoute } from "./route.ts";
import { environment, id, objectAnswer, orderAnswer } from "./schemas.ts";
import { objectView, orderView } from "./views.ts";

const choice = {
  addressId: id.optional(),
  cardId: id.optional(),
};

export const orderRoutes = [
  adminRoute({
    method: "POST",
    path: "/order-references",
    summary:
      "Makes a Draft order reference with address and payment method already chosen, so that no browser is needed",
    body: z.strictObject({
      sellerId: id.optional().describe("Left out: the default seller."),
      buyerId: id.optional().describe("Left out: the first buyer."),
      addressId: id.nullable().optional().describe("Left out: the buyer's first; null: none is chosen yet."),
      cardId: id.nullable().optional().describe("Left out: the buyer's first; null: none is chosen yet."),
      wantsAddress: z.boolean().default(true).describe("false: digital goods, no address is needed or chosen."),
      environment: environment.default("Sandbox"),
    }),
    answer: orderAnswer,
    status: 201,
    run: ({ core, clock }, { body }) => orderView(core.world, readyDraft(core, body, clock.now())),
  }),
  adminRoute({
    method: "POST",
    path: "/order-references/{amazonOrderReferenceId}/select",
    summary: "The buyer chooses in address book and wallet",
    body: z.strictObject(choice),
    answer: orderAnswer,
    run: (shell, { parameters, body }) => {
      const now = shell.clock.now();
      const order = orderOf(shell, parameters.amazonOrderReferenceId as string);
      const orderReferenceId = order.id;
      const { addressId, cardId } = body;
      if (cardId !== undefined && !buyerOf(shell.core.world, order.buyerId).cards.has(cardId)) {
        throw new SandboxError("UnknownCard", { field: "cardId" });
      }
      if (addressId !== undefined) shell.core.selectAddress({ orderReferenceId, addressId, now });
      if (cardId !== undefined) shell.core.selectPaymentMethod({ orderReferenceId, cardId, now });
      return orderView(shell.core.world, order);
    },
  }),
  adminRoute({
    method: "POST",
    path: "/order-references/{amazonOrderReferenceId}/repair",
    summary: "The buyer repairs the payment method on Amazon's own page; a Suspended order reference opens again",
    body: z.strictObject({ cardId: choice.cardId }),
    answer: orderAnswer,
    run: (shell, { parameters, body }) => {
      const orderReferenceId = orderOf(shell, parameters.amazonOrderReferenceId as string).id;
      const now = shell.clock.now();
      const order = shell.core.command("repairPaymentMethod", { orderReferenceId, cardId: body.cardId, now });
      return orderView(shell.core.world, order);
    },
  }),
  adminRoute({
    method: "GET",
    path: "/orders",
    summary: "The latest order references, newest first, with everything that hangs on them",
    query: z.strictObject({
      sellerId: id.optional(),
      sellerOrderId: z.string().max(200).optional(),
      state: z.string().max(20).optional(),
      limit: z.coerce.number().int().min(1).max(1_000).default(100),
    }),
    answer: z.object({ orders: z.array(orderAnswer) }),
    run: ({ core, clock }, { query }) => {
      core.runDue(clock.now());
      const found: OrderReference[] = [];
      for (const order of [...core.world.orderReferences.values()].reverse()) {
        if (query.sellerId !== undefined && order.sellerId !== query.sellerId) continue;
        if (query.state !== undefined && order.state !== query.state) continue;
        const { sellerOrderId } = query;
        if (sellerOrderId !== undefined && order.sellerOrderAttributes?.SellerOrderId !== sellerOrderId) continue;
        found.push(order);
        if (found.length >= query.limit) break;
      }
      return { orders: found.map((order) => orderView(core.world, order)) };
    },
  }),
  adminRoute({
    method: "GET",
    path: "/objects/{id}",
    summary: "An order reference, authorization, capture or refund by Amazon's id",
    answer: objectAnswer,
    run: ({ core, clock }, { parameters }) => {
      const object = core.object(parameters.id as string, clock.now());
      if (!object) throw new SandboxError("UnknownObject", { field: "id" });
      return objectView(core.world, object);
    },
  }),
];

function orderOf({ core, clock }: Shell, orderReferenceId: string): OrderReference {
  const order = core.orderReference(orderReferenceId, clock.now());
  if (!order) throw new SandboxError("UnknownObject", { field: "amazonOrderReferenceId" });
  return order;
}
