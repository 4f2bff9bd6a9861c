// An order for tests and measurements: freshly made, about to be placed.
import { days, type Instant, yen } from "@noren-pay/base";
import { defaultPolicy, type Order } from "../model/order.ts";
import type { Change } from "../store/store.ts";

/** 2026-04-01T00:00:00Z. */
export const sampleNow: Instant = Date.UTC(2026, 3, 1);

export function sampleOrder(over: Partial<Order> & Pick<Order, "orderId">): Order {
  return {
    merchantId: "0".repeat(31) + 1,
    account: {
      accountId: "a".repeat(32),
      region: "jp",
      environment: "Sandbox",
      capabilities: {
        nothingToCall: [],
        severalAuthorizations: true,
        overcharge: true,
        amazonHandlesDeclines: false,
        pendingAuthorizations: true,
      },
      authorizationLifetimeMs: days(30),
    },
    amazonOrderReferenceId: `S03-${over.orderId}`,
    sellerOrderId: `shop-${over.orderId}`,
    storeName: "のれん屋",
    sellerNote: "山田花子様 玄関前に置いてください",
    total: yen(10_800),
    policy: defaultPolicy,
    orderReference: { state: "Draft", constraints: [], expiresAt: sampleNow + days(180) },
    authorizations: [],
    shipments: [],
    captures: [],
    refunds: [],
    intents: [],
    reads: [],
    wish: { kind: "pay" },
    detailsSet: false,
    attempts: 0,
    buyerWaits: false,
    createdAt: sampleNow,
    updatedAt: sampleNow,
    wakeAt: sampleNow,
    ...over,
  };
}

/** The change that makes such an order. */
export const sampleChange = (order: Order, over: Partial<Change> = {}): Change => ({
  order,
  events: [{ type: "orderCreated", at: order.createdAt, data: { total: order.total } }],
  entries: [],
  ...over,
});
