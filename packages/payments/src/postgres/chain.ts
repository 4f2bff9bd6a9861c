// Rows of the two chains: an order's timeline, and what a merchant's staff did. The hashes are the room's own.
import type { Instant } from "@noren-pay/base";
import type { OrderEvent } from "../model/change.ts";
import { canonicalJson, chainHash, chainStart, sha256 } from "../model/hash.ts";
import type { OrderKey, TimelineRow } from "../store/store.ts";

/** The rows that `events` become after the row `last` (undefined: they are the first). */
export function chained(
  key: OrderKey,
  last: { readonly sequence: number; readonly hash: string } | undefined,
  events: readonly OrderEvent[],
): TimelineRow[] {
  let { sequence, hash } = last ?? { sequence: 0, hash: chainStart(key) };
  return events.map((event) => {
    sequence += 1;
    hash = chainHash(hash, sequence, event);
    return { sequence, type: event.type, at: event.at, data: event.data, hash };
  });
}

/** What a person of the back office did. `data` holds no personal data. */
export interface StaffAction {
  readonly userId: string;
  /** Stable name, such as `refunded` or `keyMade`. */
  readonly action: string;
  readonly orderId?: string | undefined;
  readonly at: Instant;
  readonly data: Readonly<Record<string, unknown>>;
}

/** What stands before a merchant's first staff action. */
export const staffChainStart = (merchantId: string): string => sha256(`noren staff:${merchantId}`);

export function staffChainHash(previous: string, sequence: number, action: StaffAction): string {
  const { userId, orderId = null, at, data } = action;
  return sha256(`${previous}\n${canonicalJson({ sequence, userId, action: action.action, orderId, at, data })}`);
}
