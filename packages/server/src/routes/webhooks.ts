// Where a shop's webhooks go, and what became of each message.
import { callerOf } from "../auth/authenticate.ts";
import { idempotently } from "../idempotency.ts";
import { deliveriesJson, endpointJson } from "../json/deliveries.ts";
import { ServerError } from "../problem/problem.ts";
import { emptySchema } from "../schemas/commands.ts";
import { problemResponses } from "../schemas/common.ts";
import {
  deliveriesSchema,
  deliveryMadeSchema,
  deliveryParamsSchema,
  endpointChangeSchema,
  endpointParamsSchema,
  endpointSchema,
  endpointsSchema,
  listQuerySchema,
  newEndpointSchema,
} from "../schemas/webhooks.ts";
import type { App, Services } from "../services.ts";
import { faultOfUrl } from "../webhooks/addresses.ts";

const tags = ["webhooks"];
const endpointsMax = 20;

/** By Standard Webhooks: `whsec_` and base64 of 24 to 64 bytes. */
const newWebhookSecret = ({ random }: Pick<Services, "random">): string =>
  `whsec_${Buffer.from(random.bytes(32)).toString("base64")}`;

/** Lists, for shops and staff. */
export function webhookReads(app: App, services: Services, { prefix, hide }: { prefix: string; hide: boolean }): void {
  const { deliveries } = services;
  app.route({
    method: "GET",
    url: `${prefix}/webhooks`,
    schema: { hide, tags, summary: "List webhook endpoints", response: { 200: endpointsSchema, ...problemResponses } },
    async handler(request) {
      const endpoints = await deliveries.endpoints(callerOf(request).merchantId);
      return { items: endpoints.map((each) => endpointJson(each)) };
    },
  });
  app.route({
    method: "GET",
    url: `${prefix}/webhooks/:endpointId/deliveries`,
    schema: {
      hide,
      tags,
      summary: "What was sent to an endpoint, newest first, with every attempt",
      params: endpointParamsSchema,
      querystring: listQuerySchema,
      response: { 200: deliveriesSchema, ...problemResponses },
    },
    async handler(request) {
      const { merchantId } = callerOf(request);
      const { endpointId } = request.params;
      await found(deliveries.endpoint(merchantId, endpointId));
      return deliveriesJson(await deliveries.deliveries(merchantId, endpointId, request.query.limit));
    },
  });
}

export function webhookCommands(app: App, services: Services): void {
  makeAndChange(app, services);
  sendAgain(app, services);
}

function makeAndChange(app: App, services: Services): void {
  const { deliveries, clock } = services;
  app.route({
    method: "POST",
    url: "/v1/webhooks",
    schema: {
      tags,
      summary: "Add a webhook endpoint; its secret is shown here and nowhere else",
      body: newEndpointSchema,
      response: { 201: endpointSchema, ...problemResponses },
    },
    async handler(request, reply) {
      const { merchantId } = callerOf(request);
      checkUrl(services, request.body.url);
      const { status, body } = await idempotently(services, request, async (newId) => {
        const there = await deliveries.endpoints(merchantId);
        if (there.length >= endpointsMax) throw new ServerError("tooManyWebhooks");
        const endpointId = newId();
        const secret = newWebhookSecret(services);
        await deliveries.addEndpoint({ merchantId, endpointId, ...request.body, secret, now: clock.now() });
        const endpoint = await found(deliveries.endpoint(merchantId, endpointId));
        return { status: 201, body: endpointJson(endpoint, secret) };
      });
      return reply.code(status as 201).send(body as ReturnType<typeof endpointJson>);
    },
  });
  app.route({
    method: "PATCH",
    url: "/v1/webhooks/:endpointId",
    schema: {
      tags,
      summary: "Change a webhook endpoint, switch it off or on, or give it a new secret",
      params: endpointParamsSchema,
      body: endpointChangeSchema,
      response: { 200: endpointSchema, ...problemResponses },
    },
    async handler(request) {
      const { rotateSecret, ...change } = request.body;
      if (change.url !== undefined) checkUrl(services, change.url);
      const secret = rotateSecret ? newWebhookSecret(services) : undefined;
      const { merchantId } = callerOf(request);
      const changed = deliveries.changeEndpoint(merchantId, request.params.endpointId, {
        ...change,
        secret,
        now: clock.now(),
      });
      return endpointJson(await found(changed), secret);
    },
  });
  app.route({
    method: "DELETE",
    url: "/v1/webhooks/:endpointId",
    schema: { tags, summary: "Remove a webhook endpoint and its history", params: endpointParamsSchema },
    async handler(request, reply) {
      const { merchantId } = callerOf(request);
      if (!(await deliveries.removeEndpoint(merchantId, request.params.endpointId))) throw new ServerError("notFound");
      return reply.code(204).send();
    },
  });
}

function sendAgain(app: App, services: Services): void {
  const { deliveries, clock, payments } = services;
  const made = { 202: deliveryMadeSchema.meta({ description: "It is on its way." }), ...problemResponses };
  app.route({
    method: "POST",
    url: "/v1/webhooks/:endpointId/deliveries/:deliveryId/resend",
    schema: {
      tags,
      summary: "Send a message again, now",
      params: deliveryParamsSchema,
      body: emptySchema,
      response: made,
    },
    async handler(request, reply) {
      const { merchantId } = callerOf(request);
      const { endpointId, deliveryId } = request.params;
      await active(services, merchantId, endpointId);
      const again = await deliveries.resend({ merchantId, endpointId, deliveryId }, clock.now());
      if (!again) throw new ServerError("notFound");
      payments.work.kick();
      return reply.code(202).send({ deliveryId });
    },
  });
  app.route({
    method: "POST",
    url: "/v1/webhooks/:endpointId/test",
    schema: {
      tags,
      summary: "Send a message of the type webhook.test",
      params: endpointParamsSchema,
      body: emptySchema,
      response: made,
    },
    async handler(request, reply) {
      const { merchantId } = callerOf(request);
      const { endpointId } = request.params;
      await active(services, merchantId, endpointId);
      const now = clock.now();
      const deliveryId = await deliveries.tell({ merchantId, endpointId, type: "webhook.test", now, data: {} });
      payments.work.kick();
      return reply.code(202).send({ deliveryId });
    },
  });
}

function checkUrl({ settings }: Services, url: string): void {
  const fault = faultOfUrl(url, { anywhere: settings.webhooksAnywhere });
  if (fault !== undefined) throw new ServerError("webhookAddressRefused", { field: "url", reason: fault });
}

async function active({ deliveries }: Services, merchantId: string, endpointId: string): Promise<void> {
  const endpoint = await found(deliveries.endpoint(merchantId, endpointId));
  if (!endpoint.active) throw new ServerError("webhookInactive");
}

async function found<T>(asked: Promise<T | undefined>): Promise<T> {
  const thing = await asked;
  if (thing === undefined) throw new ServerError("notFound");
  return thing;
}
