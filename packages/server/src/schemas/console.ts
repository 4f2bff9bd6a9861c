// The console's own bodies.
import { z } from "zod";
import { addressSchema } from "./checkout.ts";
import { idSchema, instantSchema } from "./common.ts";
import { orderSchema } from "./order.ts";

export const signInSchema = z.strictObject({ email: z.string().min(1).max(254), password: z.string().min(1).max(200) });

export const rightSchema = z.enum(["read", "write", "refund", "time"]);

export const sessionSchema = z.object({
  user: z.object({
    userId: idSchema,
    name: z.string(),
    email: z.string(),
    role: z.string(),
    rights: z.array(rightSchema),
    language: z.enum(["ja", "en"]),
  }),
  merchant: z.object({ merchantId: idSchema, name: z.string(), environment: z.enum(["Live", "Sandbox"]) }),
  csrfToken: z.string().meta({ description: "Send it as the header csrf-token with every POST and DELETE." }),
});

export const buyerSchema = z.object({
  name: z.string().optional(),
  email: z.string().optional(),
  phone: z.string().optional(),
  address: addressSchema.optional(),
});

export const orderViewSchema = z.object({ order: orderSchema, buyer: buyerSchema.optional() });

export const timeSchema = z.object({
  now: instantSchema.meta({ description: "Business time." }),
  movable: z.boolean().meta({ description: "Whether time can be advanced: only against a sandbox." }),
});

/** Ten years at most: enough for every limit of Amazon's. */
export const advanceSchema = z.strictObject({
  ms: z
    .int()
    .min(1)
    .max(10 * 366 * 86_400_000),
});
export const advancedSchema = z.object({ now: instantSchema, steps: z.int() });

export const noticesSchema = z.object({
  items: z.array(
    z.object({
      messageId: z.string(),
      receivedAt: instantSchema,
      notificationType: z.string(),
      amazonId: z.string().optional(),
      state: z.string(),
    }),
  ),
});
