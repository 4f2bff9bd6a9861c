import { compare, type Instant } from "@noren-pay/base";
import { lifetimes, limits, overageOf, overages, regions } from "@noren-pay/protocol";
import type { Decision, Refusal } from "../model/change.ts";
import type { OrderDetails } from "../model/facts.ts";
import type { AccountFacts, Order } from "../model/order.ts";
import { defaultPolicy, type Policy } from "../model/policy.ts";
import { nextStepOf } from "./next-step.ts";
import { wakeAtOf } from "./times.ts";

/** What the shop says of an order before it is placed. */
export interface NewOrder extends OrderDetails {
  readonly merchantId: string;
  readonly orderId: string;
  readonly account: AccountFacts;
  readonly amazonOrderReferenceId: string;
  readonly policy?: Partial<Policy> | undefined;
}

/** An order as the shop names it, not placed yet; `refusal` where Amazon would certainly refuse it. */
export function newOrder(input: NewOrder, now: Instant): Decision {
  const { policy, ...named } = input;
  const order: Order = {
    ...named,
    policy: { ...defaultPolicy, ...policy },
    // The buyer's widget made the draft some time ago: it lives at most so long from now.
    orderReference: { state: "Draft", constraints: [], expiresAt: now + lifetimes.draftMs },
    authorizations: [],
    shipments: [],
    captures: [],
    refunds: [],
    intents: [],
    reads: [],
    wish: { kind: "none" },
    detailsSet: false,
    attempts: 0,
    buyerWaits: false,
    createdAt: now,
    updatedAt: now,
  };
  const events = [{ type: "orderCreated", at: now, data: { total: order.total, policy: order.policy } }];
  const refusal = detailsRefusal(input, input.account);
  return {
    order: { ...order, wakeAt: wakeAtOf(order) },
    events,
    entries: [],
    intents: [],
    refusal,
    nextStep: nextStepOf(order),
  };
}

/** Why Amazon would certainly refuse these details. */
export function detailsRefusal(details: OrderDetails, account: Pick<AccountFacts, "region">): Refusal | undefined {
  const { total } = details;
  if (total.currencyCode !== regions[account.region].currency) return { code: "currencyMismatch", field: "total" };
  if (total.amount <= 0) return { code: "amountNotPositive", field: "total" };
  const { singleMax } = overages[account.region];
  const most = { ...singleMax, amount: singleMax.amount + overageOf(singleMax, account.region).amount };
  if (compare(total, most) > 0) return { code: "amountOverLimit", field: "total", limit: most };
  const texts = [
    ["sellerOrderId", limits.sellerOrderIdLengthMax],
    ["storeName", limits.storeNameLengthMax],
    ["sellerNote", limits.sellerNoteLengthMax],
  ] as const;
  const tooLong = texts.find(([field, max]) => (details[field]?.length ?? 0) > max);
  return tooLong && { code: "textTooLong", field: tooLong[0] };
}
