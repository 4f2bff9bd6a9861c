// The board of days left.
import type { Instant, Price } from "@noren-pay/base";
import type { Order } from "../model/order.ts";
import { type GuardPolicy, policyOf } from "../model/policy.ts";
import { capturableOf } from "./balances.ts";
import { daysLeft } from "./guard-times.ts";

export interface Expiring {
  readonly orderId: string;
  readonly sellerOrderId: string;
  readonly authorizationId: string;
  readonly amazonId?: string | undefined;
  readonly amount: Price;
  readonly expiresAt: Instant;
  readonly daysLeft: number;
  /** What the guard will do at the last warning. */
  readonly atLast: GuardPolicy["atLast"];
}

/** The authorizations of these orders that can be captured and run out before `before`, the next first. */
export const expiringAuthorizations = (
  orders: readonly Order[],
  { before, now }: { readonly before: Instant; readonly now: Instant },
): readonly Expiring[] =>
  orders
    .flatMap((order) => {
      const { orderId, sellerOrderId } = order;
      const { atLast } = policyOf(order).guard;
      return capturableOf(order, now)
        .filter((each) => each.expiresAt < before)
        .map(({ id, amazonId, amount, expiresAt }) => ({
          ...{ orderId, sellerOrderId, authorizationId: id, amazonId, amount, expiresAt, atLast },
          daysLeft: daysLeft(expiresAt, now),
        }));
    })
    .sort((a, b) => a.expiresAt - b.expiresAt);
