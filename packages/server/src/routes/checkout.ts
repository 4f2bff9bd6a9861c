// What the shop's pages need before an order is placed, asked of Amazon on behalf of the buyer who waits.
import { AmazonPayError } from "@noren-pay/client";
import { addressOf } from "@noren-pay/gateways";
import { regions } from "@noren-pay/protocol";
import { callerOf } from "../auth/authenticate.ts";
import { ServerError } from "../problem/problem.ts";
import { checkoutDetailsSchema, profileSchema, settingsSchema } from "../schemas/checkout.ts";
import { detailsSchema, profileRequestSchema } from "../schemas/commands.ts";
import { problemResponses } from "../schemas/common.ts";
import type { App, Services } from "../services.ts";
import { takeToken } from "./quota.ts";

const tags = ["checkout"];

export function checkout(app: App, services: Services): void {
  const { accounts } = services;
  app.route({
    method: "GET",
    url: "/v1/checkout/settings",
    schema: {
      tags,
      summary: "What the shop's pages need to show the button and the widgets",
      response: { 200: settingsSchema, ...problemResponses },
    },
    async handler(request) {
      const { account } = await accounts.ofMerchant(callerOf(request).merchantId);
      const { sellerId, clientId, region, environment } = account;
      return { sellerId, clientId, region, environment, widgetsUrl: widgetsUrlOf(account) };
    },
  });
  app.route({
    method: "POST",
    url: "/v1/checkout/details",
    schema: {
      tags,
      summary: "The address and the constraints of an order reference that is not placed yet",
      description: "With the buyer's access token the whole address, without it only what shipping costs need.",
      body: detailsSchema,
      response: { 200: checkoutDetailsSchema, ...problemResponses },
    },
    async handler(request) {
      const { account } = await accounts.ofMerchant(callerOf(request).merchantId);
      const { amazonOrderReferenceId, accessToken } = request.body;
      await takeToken(services, account, "readOrderReference");
      const answer = await asProblems(
        accounts.connection(account).client.getOrderReferenceDetails({
          AmazonOrderReferenceId: amazonOrderReferenceId,
          AccessToken: accessToken,
        }),
      );
      const details = answer.OrderReferenceDetails;
      const address = details.Destination?.PhysicalDestination;
      return {
        amazonOrderReferenceId,
        state: details.OrderReferenceStatus.State,
        ...(address === undefined ? {} : { address: addressOf(address) }),
        constraints: (details.Constraints ?? []).map((constraint) => constraint.ConstraintID),
      };
    },
  });
  app.route({
    method: "POST",
    url: "/v1/login/profile",
    schema: {
      tags,
      summary: "The profile behind a buyer's access token, once the token is known to be for this shop",
      body: profileRequestSchema,
      response: { 200: profileSchema, ...problemResponses },
    },
    async handler(request) {
      const { account } = await accounts.ofMerchant(callerOf(request).merchantId);
      return asProblems(accounts.connection(account).login.profile(request.body.accessToken));
    },
  });
}

const widgetsPath = {
  Live: "/OffAmazonPayments/jp/lpa/js/Widgets.js",
  Sandbox: "/OffAmazonPayments/jp/sandbox/lpa/js/Widgets.js",
};

function widgetsUrlOf({ endpoint, region, environment }: Parameters<Services["accounts"]["connection"]>[0]): string {
  if (endpoint === undefined) return regions[region].widgets[environment];
  return new URL(widgetsPath[environment], endpoint.api).href;
}

/** Codes by which Amazon says that the buyer's token is no good. */
const tokenCodes: ReadonlySet<string> = new Set([
  "InvalidAddressConsentToken",
  "InvalidToken",
  "TokenOfAnotherClient",
  "InsufficientScope",
]);

/** A failed call in our words: the buyer's token, Amazon's refusal, or Amazon out of reach. */
async function asProblems<T>(call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (error) {
    if (!(error instanceof AmazonPayError)) throw error;
    const { code, requestId, operation, retry } = error;
    const at = { reason: code, requestId, operation, cause: error };
    if (tokenCodes.has(code)) throw new ServerError("accessTokenInvalid", { ...at, field: "accessToken" });
    if (code === "InvalidOrderReferenceId") throw new ServerError("orderNotFound", at);
    throw new ServerError(retry === "never" ? "amazonRefused" : "amazonUnavailable", at);
  }
}
