// Orders of one merchant: the same for shops (under /v1) and for staff (under /console/api).
import type { Command } from "@noren-pay/payments";
import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { callerOf } from "../auth/authenticate.ts";
import { idempotently } from "../idempotency.ts";
import { timelineJson } from "../json/order.ts";
import { findOrder, listOrders, orderView } from "../orders/find.ts";
import { command, place } from "../orders/work.ts";
import { emptySchema, placeSchema, reasonSchema, refundSchema, shipmentSchema } from "../schemas/commands.ts";
import { orderParamsSchema, pageQuerySchema, problemResponses } from "../schemas/common.ts";
import { orderAnswerSchema, orderSchema, ordersPageSchema, timelineSchema } from "../schemas/order.ts";
import type { App, Services } from "../services.ts";

const answers = {
  200: orderAnswerSchema.meta({ description: "What became of it." }),
  202: orderAnswerSchema.meta({ description: "Amazon has not answered yet: poll the order named by Location." }),
  ...problemResponses,
};

const querySchema = z.object({
  ...pageQuerySchema,
  sellerOrderId: z.string().max(127).optional(),
  state: z.string().max(20).optional().meta({ description: "The order reference's state." }),
  search: z
    .string()
    .max(200)
    .optional()
    .meta({ description: "An order number, an id of Amazon's, an exact e-mail or phone, or part of a name." }),
});

/** Lists, one order, and its timeline. */
export function orderReads(app: App, services: Services, { prefix, hide }: { prefix: string; hide: boolean }): void {
  const tags = ["orders"];
  app.route({
    method: "GET",
    url: `${prefix}/orders`,
    schema: {
      hide,
      tags,
      summary: "List orders, newest first",
      querystring: querySchema,
      response: { 200: ordersPageSchema, ...problemResponses },
    },
    handler: (request) => listOrders(services, callerOf(request).merchantId, request.query),
  });
  app.route({
    method: "GET",
    url: `${prefix}/orders/:orderId/timeline`,
    schema: {
      hide,
      tags,
      summary: "Everything that happened to an order",
      params: orderParamsSchema,
      response: { 200: timelineSchema, ...problemResponses },
    },
    async handler(request) {
      const key = { merchantId: callerOf(request).merchantId, orderId: request.params.orderId };
      await findOrder(services, key);
      return timelineJson(await services.store.timeline(key));
    },
  });
}

export function shopOrders(app: App, services: Services): void {
  app.route({
    method: "POST",
    url: "/v1/orders",
    schema: {
      tags: ["orders"],
      summary: "Place an order: set its details, confirm it, authorize its total",
      body: placeSchema,
      response: { 201: orderAnswerSchema, ...answers },
    },
    async handler(request, reply) {
      const { merchantId, actor } = callerOf(request);
      const answer = await idempotently(services, request, (newId) =>
        place(services, { merchantId, actor, input: { ...request.body, orderId: newId() } }),
      );
      return send(reply, answer);
    },
  });
  app.route({
    method: "GET",
    url: "/v1/orders/:orderId",
    schema: {
      tags: ["orders"],
      summary: "One order",
      params: orderParamsSchema,
      response: { 200: orderSchema, ...problemResponses },
    },
    async handler(request) {
      const { merchantId } = callerOf(request);
      return orderView(services, { merchantId, orderId: request.params.orderId });
    },
  });
}

const commandsOf = {
  shipments: {
    summary: "Ship: capture what is authorized, or a part of it",
    schema: shipmentSchema,
    command: (body: z.infer<typeof shipmentSchema>, newId: () => string): Command => ({
      kind: "ship",
      shipmentId: newId(),
      ...body,
    }),
  },
  refunds: {
    summary: "Refund a capture, in whole or in part",
    schema: refundSchema,
    command: (body: z.infer<typeof refundSchema>, newId: () => string): Command => ({
      kind: "refund",
      refundId: newId(),
      ...body,
    }),
  },
  cancel: {
    summary: "Cancel an order of which nothing has been captured",
    schema: reasonSchema,
    command: (body: z.infer<typeof reasonSchema>): Command => ({ kind: "cancel", ...body }),
  },
  close: {
    summary: "Close an order: nothing more will be authorized",
    schema: reasonSchema,
    command: (body: z.infer<typeof reasonSchema>): Command => ({ kind: "close", ...body }),
  },
  authorizations: {
    summary: "After a decline: confirm again and authorize with the payment method the buyer has chosen now",
    schema: emptySchema,
    command: (): Command => ({ kind: "authorizeAgain" }),
  },
} as const;

interface Row {
  readonly summary: string;
  readonly schema: z.ZodType<object>;
  // Each row's command takes what its own schema gives.
  readonly command: (body: never, newId: () => string) => Command;
}

/** The commands on one order. `retryPath`: the word for authorizing again, `authorizations` or `retry`. */
export function orderCommands(
  app: App,
  services: Services,
  { prefix, hide, retryPath }: { prefix: string; hide: boolean; retryPath: string },
): void {
  for (const [name, row] of Object.entries<Row>(commandsOf)) {
    app.route({
      method: "POST",
      url: `${prefix}/orders/:orderId/${name === "authorizations" ? retryPath : name}`,
      schema: {
        hide,
        tags: ["orders"],
        summary: row.summary,
        params: orderParamsSchema,
        body: row.schema,
        response: answers,
      },
      async handler(request, reply) {
        const { merchantId, actor } = callerOf(request);
        const key = { merchantId, orderId: request.params.orderId };
        const answer = await idempotently(services, request as FastifyRequest, (newId) =>
          command(services, key, {
            command: row.command(request.body as never, newId),
            actor,
          }),
        );
        return send(reply, answer);
      },
    });
  }
}

interface Sender {
  code(status: number): Sender;
  header(name: string, value: string): Sender;
  send(body: unknown): unknown;
}

/** 202 names the address to poll. */
function send(reply: unknown, { status, body }: { status: number; body: unknown }): never {
  const sender = reply as Sender;
  const orderId = (body as { order?: { orderId?: string } }).order?.orderId;
  sender.code(status);
  if (orderId !== undefined && status !== 200) sender.header("location", `/v1/orders/${orderId}`);
  return sender.send(body) as never;
}
