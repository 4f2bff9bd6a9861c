// What the shop and its staff may ask of an order.
import { limits } from "@noren-pay/protocol";
import { z } from "zod";
import { amazonOrderReferenceIdSchema, idSchema, positivePriceSchema } from "./common.ts";
import { policyChoiceSchema } from "./policy.ts";

const note = z.string().max(limits.noteLengthMax).optional();
const reason = z.string().max(limits.reasonLengthMax).optional();

export const placeSchema = z.strictObject({
  amazonOrderReferenceId: amazonOrderReferenceIdSchema,
  sellerOrderId: z.string().min(1).max(limits.sellerOrderIdLengthMax),
  total: positivePriceSchema,
  storeName: z.string().max(limits.storeNameLengthMax).optional(),
  sellerNote: z.string().max(limits.sellerNoteLengthMax).optional(),
  policy: policyChoiceSchema.optional(),
});

export const shipmentSchema = z.strictObject({
  amount: positivePriceSchema.optional().meta({ description: "What is left of the authorization when left out." }),
  note,
});

export const refundSchema = z.strictObject({
  amount: positivePriceSchema,
  captureId: idSchema.optional().meta({ description: "The only capture when left out." }),
  note,
});

export const reasonSchema = z.strictObject({ reason });
export const emptySchema = z.strictObject({});

export const detailsSchema = z.strictObject({
  amazonOrderReferenceId: amazonOrderReferenceIdSchema,
  accessToken: z.string().max(4_096).optional(),
});

export const profileRequestSchema = z.strictObject({ accessToken: z.string().min(1).max(4_096) });
