// The books' order in the API's words. Pure; personal data stays out.
import type { Instant } from "@noren-pay/base";
import { balancesOf, type NextStep, type Order, type TimelineRow } from "@noren-pay/payments";
import type { z } from "zod";
import type { orderSchema, timelineSchema } from "../schemas/order.ts";

type OrderJson = z.infer<typeof orderSchema>;

export const isoOf = (instant: Instant): string => new Date(instant).toISOString();

const onAmazonsSide = (object: {
  readonly amazonId?: string | undefined;
  readonly state: string;
  readonly reasonCode?: string | undefined;
  readonly createdAt: Instant;
}) => ({
  ...(object.amazonId === undefined ? {} : { amazonId: object.amazonId }),
  state: object.state,
  ...(object.reasonCode === undefined ? {} : { reasonCode: object.reasonCode }),
  createdAt: isoOf(object.createdAt),
});

export function orderJson(order: Order, nextStep: NextStep): OrderJson {
  return {
    orderId: order.orderId,
    merchantId: order.merchantId,
    sellerOrderId: order.sellerOrderId,
    amazonOrderReferenceId: order.amazonOrderReferenceId,
    environment: order.account.environment,
    ...(order.storeName === undefined ? {} : { storeName: order.storeName }),
    total: order.total,
    state: order.orderReference.state,
    ...(order.orderReference.reasonCode === undefined ? {} : { reasonCode: order.orderReference.reasonCode }),
    constraints: [...order.orderReference.constraints],
    nextStep,
    balances: { ...balancesOf(order) },
    authorizations: order.authorizations.map((authorization) => ({
      authorizationId: authorization.id,
      ...onAmazonsSide(authorization),
      amount: authorization.amount,
      capturedAmount: authorization.capturedAmount,
      mode: authorization.mode,
      ...(authorization.softDecline === undefined ? {} : { softDecline: authorization.softDecline }),
      expiresAt: isoOf(authorization.expiresAt),
    })),
    shipments: order.shipments.map((shipment) => ({
      shipmentId: shipment.id,
      amount: shipment.amount,
      ...(shipment.note === undefined ? {} : { note: shipment.note }),
      createdAt: isoOf(shipment.createdAt),
    })),
    captures: order.captures.map((capture) => ({
      captureId: capture.id,
      authorizationId: capture.authorizationId,
      shipmentId: capture.shipmentId,
      ...onAmazonsSide(capture),
      amount: capture.amount,
      refundedAmount: capture.refundedAmount,
    })),
    refunds: order.refunds.map((refund) => ({
      refundId: refund.id,
      captureId: refund.captureId,
      ...onAmazonsSide(refund),
      amount: refund.amount,
    })),
    createdAt: isoOf(order.createdAt),
    updatedAt: isoOf(order.updatedAt),
  };
}

export const timelineJson = (rows: readonly TimelineRow[]): z.infer<typeof timelineSchema> => ({
  items: rows.map(({ sequence, type, at, data, hash }) => ({ sequence, type, at: isoOf(at), data: { ...data }, hash })),
});
