// What only the console asks for: an order with its buyer, notices, the sandbox's time.
import { callerOf } from "../auth/authenticate.ts";
import { isoOf } from "../json/order.ts";
import { orderView } from "../orders/find.ts";
import { orderParamsSchema, problemResponses } from "../schemas/common.ts";
import { advancedSchema, advanceSchema, noticesSchema, orderViewSchema, timeSchema } from "../schemas/console.ts";
import type { App, Services } from "../services.ts";

export function consoleOnly(app: App, services: Services): void {
  const { store, clock, travel, inbox } = services;
  app.route({
    method: "GET",
    url: "/console/api/orders/:orderId",
    schema: { hide: true, params: orderParamsSchema, response: { 200: orderViewSchema, ...problemResponses } },
    async handler(request) {
      const key = { merchantId: callerOf(request).merchantId, orderId: request.params.orderId };
      const order = await orderView(services, key);
      const buyer = await store.personalData(key);
      return { order, ...(buyer === undefined ? {} : { buyer }) };
    },
  });
  app.route({
    method: "GET",
    url: "/console/api/notices",
    schema: { hide: true, response: { 200: noticesSchema, ...problemResponses } },
    async handler(request) {
      const { account } = await services.accounts.ofMerchant(callerOf(request).merchantId);
      const rows = await inbox.latest(account.accountId, 100);
      return {
        items: rows.map(({ messageId, receivedAt, notificationType, amazonId, state }) => ({
          messageId,
          receivedAt: isoOf(receivedAt),
          notificationType,
          ...(amazonId === undefined ? {} : { amazonId }),
          state,
        })),
      };
    },
  });
  app.route({
    method: "GET",
    url: "/console/api/time",
    schema: { hide: true, response: { 200: timeSchema, ...problemResponses } },
    handler: async () => ({ now: isoOf(clock.now()), movable: await travel.movable() }),
  });
  app.route({
    method: "POST",
    url: "/console/api/time/advance",
    schema: { hide: true, body: advanceSchema, response: { 200: advancedSchema, ...problemResponses } },
    async handler(request) {
      const { now, steps } = await travel.advance(request.body.ms);
      return { now: isoOf(now), steps };
    },
  });
}
