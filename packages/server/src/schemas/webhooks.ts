// Bodies of outgoing webhooks and mails.
import { mailKinds, messageTypes } from "@noren-pay/payments";
import { z } from "zod";
import { idSchema, instantSchema } from "./common.ts";

const eventType = z.enum(messageTypes as [string, ...string[]] as never as [(typeof messageTypes)[number]]);
const url = z
  .string()
  .min(1)
  .max(2_000)
  .meta({ description: "https, at a public address.", example: "https://shop.example.jp/noren" });
const eventTypes = z.array(eventType).max(50).meta({ description: "What it wants; empty: everything." });
const withBuyer = z
  .boolean()
  .meta({ description: "Whether the buyer's name, address, e-mail and phone are sent along." });

export const endpointParamsSchema = z.object({ endpointId: idSchema });
export const deliveryParamsSchema = z.object({ endpointId: idSchema, deliveryId: idSchema });

export const newEndpointSchema = z.strictObject({
  url,
  eventTypes: eventTypes.default([]),
  withBuyer: withBuyer.default(false),
});

export const endpointChangeSchema = z.strictObject({
  url: url.optional(),
  eventTypes: eventTypes.optional(),
  withBuyer: withBuyer.optional(),
  active: z.boolean().optional().meta({ description: "false: what waits is given up." }),
  rotateSecret: z
    .literal(true)
    .optional()
    .meta({ description: "Gives a new secret; the old one signs too for 24 hours." }),
});

export const endpointSchema = z
  .object({
    endpointId: idSchema,
    url: z.string(),
    eventTypes: z.array(z.string()),
    withBuyer: z.boolean(),
    active: z.boolean(),
    disabledReason: z.string().optional().meta({ description: "`failing` or `gone`, when Noren switched it off." }),
    failingSince: instantSchema.optional(),
    oldSecretUntil: instantSchema.optional(),
    createdAt: instantSchema,
    secret: z.string().optional().meta({ description: "Shown once: when it is made." }),
  })
  .meta({ id: "WebhookEndpoint" });

export const endpointsSchema = z.object({ items: z.array(endpointSchema) });

export const deliveriesSchema = z.object({
  items: z.array(
    z.object({
      deliveryId: idSchema,
      messageId: z.string().meta({ description: "The header webhook-id." }),
      orderId: z.string().optional(),
      type: z.string(),
      at: instantSchema.meta({ description: "When it happened." }),
      state: z.enum(["waiting", "delivered", "dead"]),
      deliveredAt: instantSchema.optional(),
      nextAttemptAt: instantSchema.optional(),
      attempts: z.array(
        z.object({
          attempt: z.int(),
          at: instantSchema,
          status: z.int().optional(),
          error: z.string().optional(),
          durationMs: z.int(),
        }),
      ),
    }),
  ),
});

export const deliveryMadeSchema = z.object({ deliveryId: idSchema });
export const listQuerySchema = z.object({ limit: z.coerce.number().int().min(1).max(200).default(50) });

export const mailsSchema = z.object({
  items: z.array(
    z.object({
      mailId: idSchema,
      orderId: z.string().optional(),
      kind: z.enum(mailKinds),
      at: instantSchema,
      state: z.enum(["waiting", "kept", "sent", "dropped", "dead"]),
      attempts: z.int(),
      error: z.string().optional(),
      sentAt: instantSchema.optional(),
      content: z
        .object({ from: z.string(), to: z.string(), subject: z.string(), text: z.string(), html: z.string() })
        .optional(),
    }),
  ),
});

const address = z.email().max(254);

export const mailSettingsSchema = z.strictObject({
  language: z.enum(["ja", "en"]).default("ja"),
  from: address.optional().meta({ description: "The sender." }),
  shopAddress: address.optional().meta({ description: "Where warnings go." }),
  choosePaymentUrl: z
    .string()
    .max(2_000)
    .regex(/^https?:\/\//, "an http(s) address")
    .optional()
    .meta({
      description: "Your page on which a buyer chooses another payment method.",
      example: "https://shop.example.jp/pay-again?order={sellerOrderId}",
    }),
  kindsOff: z.array(z.enum(mailKinds)).default([]).meta({ description: "Mails you send yourself." }),
});
