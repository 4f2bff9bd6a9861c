// What a merchant chose, and the board of authorizations that run out.
import { days } from "@noren-pay/base";
import { defaultPolicy, expiringAuthorizations, policyOf } from "@noren-pay/payments";
import { callerOf } from "../auth/authenticate.ts";
import { isoOf } from "../json/order.ts";
import { problemResponses } from "../schemas/common.ts";
import { expiringQuerySchema, expiringSchema, policyChoiceSchema, policySchema } from "../schemas/policy.ts";
import type { App, Services } from "../services.ts";

const tags = ["policies"];

export function policies(app: App, { store, clock }: Services): void {
  const chosen = async (merchantId: string) => policyOf({ policy: (await store.merchant(merchantId))?.policy ?? {} });
  app.route({
    method: "GET",
    url: "/v1/policy",
    schema: {
      tags,
      summary: "The policy of new orders: the merchant's choices over the defaults",
      response: { 200: policySchema, ...problemResponses },
    },
    handler: (request) => chosen(callerOf(request).merchantId),
  });
  app.route({
    method: "PUT",
    url: "/v1/policy",
    schema: {
      tags,
      summary: "Set the policy of new orders",
      description: "What is left out goes back to the default. Orders that are placed keep theirs.",
      body: policyChoiceSchema,
      response: { 200: policySchema, ...problemResponses },
    },
    async handler(request) {
      const { merchantId } = callerOf(request);
      const policy = Object.fromEntries(
        Object.keys(defaultPolicy).flatMap((name) => {
          const value = request.body[name as keyof typeof request.body];
          return value === undefined ? [] : [[name, value]];
        }),
      );
      await store.savePolicy(merchantId, policy);
      return chosen(merchantId);
    },
  });
  app.route({
    method: "GET",
    url: "/v1/authorizations/expiring",
    schema: {
      tags,
      summary: "Open authorizations that run out soon, the next first",
      querystring: expiringQuerySchema,
      response: { 200: expiringSchema, ...problemResponses },
    },
    async handler(request) {
      const { withinDays, limit } = request.query;
      const now = clock.now();
      const before = now + days(withinDays);
      const orders = await store.expiring(callerOf(request).merchantId, { before, limit });
      const items = expiringAuthorizations(orders, { before, now });
      return { items: items.map((each) => ({ ...each, expiresAt: isoOf(each.expiresAt) })) };
    },
  });
}
