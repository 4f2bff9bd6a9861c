// The chain of a timeline: each row's hash covers the hash before it, so a row that was changed, taken out or moved to
// another order shows. The last hash stands in the order's own row, so a timeline that was cut off shows too.
import { createHash } from "node:crypto";
import type { OrderEvent } from "../model/change.ts";
import type { OrderKey, TimelineRow } from "./store.ts";

/** What stands before an order's first row. */
export const chainStart = ({ merchantId, orderId }: OrderKey): string =>
  sha256(`noren timeline\n${merchantId}\n${orderId}`);

/** Hex SHA-256 over the previous hash and one row, whatever the order in which its data's names stand. */
export const chainHash = (previous: string, row: OrderEvent & { readonly sequence: number }): string =>
  sha256(`${previous}\n${canonicalJson({ sequence: row.sequence, type: row.type, at: row.at, data: row.data })}`);

/** The rows that `events` become after the row `last` (undefined: they are the first). */
export function chained(
  key: OrderKey,
  last: { readonly sequence: number; readonly hash: string } | undefined,
  events: readonly OrderEvent[],
): TimelineRow[] {
  let { sequence, hash } = last ?? { sequence: 0, hash: chainStart(key) };
  return events.map(({ type, at, data }) => {
    sequence += 1;
    hash = chainHash(hash, { sequence, type, at, data });
    return { sequence, type, at, data, hash };
  });
}

/** JSON with every object's names sorted; what JSON leaves out (undefined) is left out. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) =>
    typeof each === "object" && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
      : each,
  );
}

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
