// An order and its timeline as the API shows them.
import { nextSteps } from "@noren-pay/payments";
import { z } from "zod";
import { amazonOrderReferenceIdSchema, idSchema, instantSchema, priceSchema } from "./common.ts";

const onAmazonsSide = {
  amazonId: z.string().optional(),
  /** Amazon's state, or `Asked` (no answer yet) or `Refused`. */
  state: z.string(),
  reasonCode: z.string().optional(),
  createdAt: instantSchema,
};

const authorizationSchema = z
  .object({
    authorizationId: idSchema,
    ...onAmazonsSide,
    amount: priceSchema,
    capturedAmount: priceSchema,
    mode: z.enum(["sync", "async"]),
    softDecline: z.boolean().optional(),
    expiresAt: instantSchema,
  })
  .meta({ id: "Authorization" });

const shipmentSchema = z
  .object({ shipmentId: idSchema, amount: priceSchema, note: z.string().optional(), createdAt: instantSchema })
  .meta({ id: "Shipment" });

const captureSchema = z
  .object({
    captureId: idSchema,
    authorizationId: idSchema,
    shipmentId: idSchema,
    ...onAmazonsSide,
    amount: priceSchema,
    refundedAmount: priceSchema,
  })
  .meta({ id: "Capture" });

const refundSchema = z
  .object({ refundId: idSchema, captureId: idSchema, ...onAmazonsSide, amount: priceSchema })
  .meta({ id: "Refund" });

export const nextStepSchema = z.enum(nextSteps).meta({ id: "NextStep" });

export const balancesSchema = z
  .object({
    authorized: priceSchema.meta({ description: "Reserved and not captured yet." }),
    capturing: priceSchema.meta({ description: "Asked for, and not known to have moved." }),
    captured: priceSchema.meta({ description: "Money that moved to the shop." }),
    refunding: priceSchema.meta({ description: "Asked for, and not known to have moved." }),
    refunded: priceSchema.meta({ description: "Money that moved back to the buyer." }),
    remaining: priceSchema.meta({ description: "Of the total, not captured yet." }),
  })
  .meta({ id: "Balances" });

export const orderSchema = z
  .object({
    orderId: idSchema,
    merchantId: idSchema,
    sellerOrderId: z.string(),
    amazonOrderReferenceId: amazonOrderReferenceIdSchema,
    environment: z.enum(["Live", "Sandbox"]),
    storeName: z.string().optional(),
    total: priceSchema,
    state: z.string().meta({ description: "The order reference's state." }),
    reasonCode: z.string().optional(),
    constraints: z.array(z.string()),
    nextStep: nextStepSchema,
    balances: balancesSchema,
    authorizations: z.array(authorizationSchema),
    shipments: z.array(shipmentSchema),
    captures: z.array(captureSchema),
    refunds: z.array(refundSchema),
    createdAt: instantSchema,
    updatedAt: instantSchema,
  })
  .meta({ id: "Order" });

export const orderAnswerSchema = z.object({ order: orderSchema, nextStep: nextStepSchema }).meta({ id: "OrderAnswer" });

export const ordersPageSchema = z.object({ items: z.array(orderSchema), nextCursor: z.string().optional() });

export const timelineSchema = z.object({
  items: z.array(
    z
      .object({
        sequence: z.int(),
        type: z.string(),
        at: instantSchema,
        data: z.record(z.string(), z.unknown()),
        hash: z.string(),
      })
      .meta({ id: "TimelineRow" }),
  ),
});
