// A merchant's policy, and what an order may override at its placing.
import { days } from "@noren-pay/base";
import type { GuardPolicy, Policy, SweepPolicy } from "@noren-pay/payments";
import { z } from "zod";
import { instantSchema, priceSchema } from "./common.ts";

const waitSchema = z.int().min(60_000).max(days(180));

const guardSchema: z.ZodType<GuardPolicy> = z.strictObject({
  warnDaysBefore: z.array(z.number().positive().max(180)).max(10),
  atLast: z.enum(["capture", "renew", "ask"]),
  replaceExpired: z.boolean(),
});

const sweepSchema: z.ZodType<SweepPolicy> = z.strictObject({
  firstMs: waitSchema,
  mostMs: waitSchema,
  refundableForMs: z.int().min(0).max(days(730)),
});

const settings = {
  captureAt: z.enum(["shipment", "atOnce"]),
  authorizationMode: z.enum(["sync", "async", "syncThenAsync"]),
  authorizationAttemptsMax: z.int().min(1).max(10),
  resumeWhenReopened: z.boolean(),
  reauthorizeRest: z.boolean(),
  guard: guardSchema,
  sweep: sweepSchema,
} as const;

export const policySchema: z.ZodType<Policy> = z.strictObject(settings).meta({ id: "Policy" });
export const policyChoiceSchema = z.strictObject(settings).partial().meta({ id: "PolicyChoice" });

export const expiringQuerySchema = z.object({
  withinDays: z.coerce.number().positive().max(180).default(7),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export const expiringSchema = z.object({
  items: z.array(
    z
      .object({
        orderId: z.string(),
        sellerOrderId: z.string(),
        authorizationId: z.string(),
        amazonId: z.string().optional(),
        amount: priceSchema,
        expiresAt: instantSchema,
        daysLeft: z.number(),
        atLast: z.enum(["capture", "renew", "ask"]),
      })
      .meta({ id: "ExpiringAuthorization" }),
  ),
});
