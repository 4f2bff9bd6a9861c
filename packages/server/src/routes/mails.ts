// Outgoing mails, and how a merchant wants them.
import { callerOf } from "../auth/authenticate.ts";
import { mailsJson } from "../json/deliveries.ts";
import { problemResponses } from "../schemas/common.ts";
import { listQuerySchema, mailSettingsSchema, mailsSchema } from "../schemas/webhooks.ts";
import type { App, Services } from "../services.ts";

const tags = ["mails"];

/** The list, for shops and staff. */
export function mailReads(app: App, { mails }: Services, { prefix, hide }: { prefix: string; hide: boolean }): void {
  app.route({
    method: "GET",
    url: `${prefix}/mails`,
    schema: {
      hide,
      tags,
      summary: "Mails that were written, newest first, sent or kept",
      querystring: listQuerySchema,
      response: { 200: mailsSchema, ...problemResponses },
    },
    handler: async (request) => mailsJson(await mails.mails(callerOf(request).merchantId, request.query.limit)),
  });
}

export function mailSettings(app: App, { mails }: Services): void {
  const answers = { 200: mailSettingsSchema, ...problemResponses };
  const settingsOf = async (merchantId: string) => {
    const { kindsOff, ...settings } = await mails.mailSettings(merchantId);
    return mailSettingsSchema.parse(JSON.parse(JSON.stringify({ ...settings, kindsOff })));
  };
  app.route({
    method: "GET",
    url: "/v1/mails/settings",
    schema: { tags, summary: "How mails are sent", response: answers },
    handler: (request) => settingsOf(callerOf(request).merchantId),
  });
  app.route({
    method: "PUT",
    url: "/v1/mails/settings",
    schema: {
      tags,
      summary: "Say how mails are sent; what is left out has its default",
      body: mailSettingsSchema,
      response: answers,
    },
    async handler(request) {
      const { merchantId } = callerOf(request);
      const { language, from, shopAddress, choosePaymentUrl, kindsOff } = request.body;
      await mails.saveMailSettings(merchantId, { language, from, shopAddress, choosePaymentUrl, kindsOff });
      return settingsOf(merchantId);
    },
  });
}
