// Building blocks of the API's bodies. Amounts are integers of minor units; instants are ISO 8601 in UTC.
import { currencyDecimals } from "@noren-pay/base";
import { z } from "zod";

const currencies = Object.keys(currencyDecimals) as [keyof typeof currencyDecimals];

export const priceSchema = z
  .strictObject({
    amount: z.int().meta({ description: "An integer of the currency's smallest unit: yen, cents.", example: 10_800 }),
    currencyCode: z.enum(currencies),
  })
  .meta({ id: "Price" });

/** A price that somebody asks to move: more than nothing. */
export const positivePriceSchema = z.strictObject({ amount: z.int().positive(), currencyCode: z.enum(currencies) });

export const idSchema = z.string().regex(/^[0-9a-f]{32}$/, "32 hex digits");
export const instantSchema = z.iso.datetime().meta({ description: "ISO 8601, UTC." });
export const amazonOrderReferenceIdSchema = z
  .string()
  .regex(/^[PS]\d{2}-\d{7}-\d{7}$/)
  .meta({ example: "S03-1234567-1234567" });

export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string().meta({ description: "Stable; branch on this." }),
    retry: z.enum(["never", "later", "recover"]),
    detail: z.string(),
    field: z.string().optional(),
    limit: priceSchema.optional(),
    reason: z.string().optional().meta({ description: "A finer code, such as the refusal's or Amazon's own." }),
    amazonRequestId: z.string().optional(),
  })
  .meta({ id: "Problem" });

export const pageQuerySchema = {
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
};

export const orderParamsSchema = z.object({ orderId: idSchema });

/** Every operation's error answers, for the document. */
export const problemResponses = {
  "4xx": { description: "A problem", content: { "application/problem+json": { schema: problemSchema } } },
  "5xx": { description: "A problem", content: { "application/problem+json": { schema: problemSchema } } },
} as const;
