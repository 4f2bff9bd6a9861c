// What a merchant's staff did is a chain like a timeline; its head stands in the merchant's row.
import type { Instant } from "@noren-pay/base";
import { canonicalJson, sha256 } from "../model/hash.ts";

/** What a person of the back office did. `data` holds no personal data. */
export interface StaffAction {
  readonly userId: string;
  /** Stable name, such as `refunded` or `keyMade`. */
  readonly action: string;
  /** A column's null and a name left out are one. */
  readonly orderId?: string | null | undefined;
  readonly at: Instant;
  readonly data: Readonly<Record<string, unknown>>;
}

/** What stands before a merchant's first staff action. */
export const staffChainStart = (merchantId: string): string => sha256(`noren staff:${merchantId}`);

/** Hex SHA-256 over the previous hash and one row. */
export function staffChainHash(previous: string, sequence: number, row: StaffAction): string {
  const { userId, action, at, data } = row;
  return sha256(
    `${previous}\n${canonicalJson({ sequence, userId, action, orderId: row.orderId ?? undefined, at, data })}`,
  );
}
