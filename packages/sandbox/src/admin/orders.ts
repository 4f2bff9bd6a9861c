// Order references and what hangs on them.
import { z } from "zod";
import { buyerOf } from "../commands/buyers.ts";
import { SandboxError } from "../errors.ts";
import { readyDraft } from "../ready-draft.ts";
import type { Shell } from "../shell.ts";
import type { OrderReference } from "../world/objects.ts";
import { anyObjectAnswer, anyObjectView } from "./object-view.ts";
import { adminRow } from "./route.ts";
import {
  addressId,
  buyerId,
  cardId,
  environment,
  limit,
  objectId,
  orderAnswer,
  orderReferenceId,
  search,
  sellerId,
} from "./schemas.ts";
import { hasToDoWith } from "./search.ts";
import { orderView } from "./views.ts";

const amazonOrderReferenceId = orderReferenceId;

export const orderRows = {
  createOrderReference: adminRow({
    summary:
      "Makes a Draft order reference with address and payment method already chosen, so that no browser is needed",
    takes: z.strictObject({
      sellerId: sellerId.optional().describe("Left out: the default seller."),
      buyerId: buyerId.optional().describe("Left out: the first buyer."),
      addressId: addressId.nullable().optional().describe("Left out: the buyer's first; null: none is chosen yet."),
      cardId: cardId.nullable().optional().describe("Left out: the buyer's first; null: none is chosen yet."),
      wantsAddress: z.boolean().default(true).describe("false: digital goods, no address is needed or chosen."),
      environment: environment.default("Sandbox"),
    }),
    answer: orderAnswer,
    status: 201,
    run: ({ core, clock }, given) => orderView(core.world, readyDraft(core, given, clock.now())),
  }),
  select: adminRow({
    summary: "The buyer chooses in address book and wallet",
    takes: z.strictObject({
      amazonOrderReferenceId,
      addressId: addressId.optional(),
      cardId: cardId.optional(),
    }),
    answer: orderAnswer,
    run: (shell, given) => {
      const now = shell.clock.now();
      const order = orderOf(shell, given.amazonOrderReferenceId);
      const orderReferenceId = order.id;
      if (given.cardId !== undefined && !buyerOf(shell.core.world, order.buyerId).cards.has(given.cardId)) {
        throw new SandboxError("UnknownCard", { field: "cardId" });
      }
      if (given.addressId !== undefined) {
        shell.core.selectAddress({ orderReferenceId, addressId: given.addressId, now });
      }
      if (given.cardId !== undefined) {
        shell.core.selectPaymentMethod({ orderReferenceId, cardId: given.cardId, now });
      }
      return orderView(shell.core.world, order);
    },
  }),
  repairPaymentMethod: adminRow({
    summary: "The buyer repairs the payment method on Amazon's own page; a Suspended order reference opens again",
    takes: z.strictObject({
      amazonOrderReferenceId,
      cardId: cardId.optional().describe("Left out: the declined card is mended."),
    }),
    answer: orderAnswer,
    run: (shell, given) => {
      const orderReferenceId = orderOf(shell, given.amazonOrderReferenceId).id;
      const now = shell.clock.now();
      const order = shell.core.command("repairPaymentMethod", { orderReferenceId, cardId: given.cardId, now });
      return orderView(shell.core.world, order);
    },
  }),
  listOrders: adminRow({
    summary: "The latest order references, newest first, with everything that hangs on them",
    takes: z.strictObject({
      sellerId: sellerId.optional(),
      sellerOrderId: z
        .string()
        .max(200)
        .optional()
        .meta({ examples: ["ORDER-1001"] }),
      search,
      state: z
        .string()
        .max(20)
        .optional()
        .meta({ examples: ["Open"] }),
      limit,
    }),
    answer: z.object({ orders: z.array(orderAnswer) }),
    run: ({ core, clock }, query) => {
      core.runDue(clock.now());
      const found: OrderReference[] = [];
      for (const order of [...core.world.orderReferences.values()].reverse()) {
        if (query.sellerId !== undefined && order.sellerId !== query.sellerId) continue;
        if (query.state !== undefined && order.state !== query.state) continue;
        const { sellerOrderId } = query;
        if (sellerOrderId !== undefined && order.sellerOrderAttributes?.SellerOrderId !== sellerOrderId) continue;
        if (query.search !== undefined && !hasToDoWith(core.world, order, query.search)) continue;
        found.push(order);
        if (found.length >= query.limit) break;
      }
      return { orders: found.map((order) => orderView(core.world, order)) };
    },
  }),
  getObject: adminRow({
    summary: "An order reference, authorization, capture or refund by Amazon's id",
    takes: z.strictObject({ id: objectId }),
    answer: anyObjectAnswer,
    run: ({ core, clock }, given) => {
      const object = core.object(given.id, clock.now());
      if (!object) throw new SandboxError("UnknownObject", { field: "id" });
      return anyObjectView(core.world, object);
    },
  }),
};

function orderOf({ core, clock }: Shell, orderReferenceId: string): OrderReference {
  const order = core.orderReference(orderReferenceId, clock.now());
  if (!order) throw new SandboxError("UnknownObject", { field: "amazonOrderReferenceId" });
  return order;
}
