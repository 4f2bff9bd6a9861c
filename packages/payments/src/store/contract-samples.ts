// Sample orders and accounts of the store contract and of this room's tests.
import { days, type Instant, yen } from "@noren-pay/base";
import { newOrder } from "../decide/new-order.ts";
import type { Capabilities } from "../gateway.ts";
import type { OrderEvent } from "../model/change.ts";
import { derivedId } from "../model/hash.ts";
import type { Order } from "../model/order.ts";
import type { AmazonAccount, Change, Merchant, OrderKey } from "./store.ts";

export const noon: Instant = Date.UTC(2026, 0, 5, 12);

export const classicCapabilities: Capabilities = {
  nothingToCall: [],
  severalAuthorizations: true,
  overcharge: true,
  amazonHandlesDeclines: false,
  pendingAuthorizations: true,
};

export const accountOf = (name: string): AmazonAccount => ({
  accountId: derivedId(`account ${name}`),
  sellerId: `A${derivedId(name).slice(0, 13).toUpperCase()}`,
  region: "jp",
  environment: "Sandbox",
  clientId: `amzn1.application-oa2-client.${name}`,
  secrets: { accessKey: `AK${name}`, secretKey: `secret ${name}` },
  notices: { topicArns: [], certificateUrls: [] },
  authorizationLifetimeMs: days(2),
});

export const merchantOf = (merchantId: string, account: string): Merchant => ({
  merchantId,
  name: `店 ${merchantId}`,
  accountId: accountOf(account).accountId,
});

/** Order number `n`; larger numbers are newer. */
export function orderOf(merchantId: string, n: number): Order {
  return newOrder(
    {
      merchantId,
      orderId: `${String(n).padStart(12, "0")}${derivedId(merchantId).slice(0, 20)}`,
      account: {
        accountId: accountOf("a").accountId,
        region: "jp",
        environment: "Sandbox",
        capabilities: classicCapabilities,
        authorizationLifetimeMs: days(2),
      },
      amazonOrderReferenceId: `S03-${merchantId.slice(-1).padStart(7, "0")}-${String(n).padStart(7, "0")}`,
      sellerOrderId: `${merchantId}-${n}`,
      total: yen(10_000 + n),
    },
    noon,
  ).order;
}

export const keyOf = ({ merchantId, orderId }: Order): OrderKey => ({ merchantId, orderId });

export const changeOf = (order: Order, events: readonly OrderEvent[] = []): Change => ({ order, events, entries: [] });
