// Hashes that every store must make alike. The timeline is a chain: each row's hash covers the hash before it, so a row
// that was changed, taken out or moved to another order shows. The last hash stands in the order's own row, so a
// timeline that was cut off shows too.
import { createHash } from "node:crypto";
import type { OrderEvent } from "./change.ts";

interface Key {
  readonly merchantId: string;
  readonly orderId: string;
}
interface Row extends OrderEvent {
  readonly sequence: number;
  readonly hash: string;
}

/** What stands before an order's first row. */
export const chainStart = ({ merchantId, orderId }: Key): string => sha256(`noren timeline\n${merchantId}\n${orderId}`);

/** Hex SHA-256 over the previous hash and one row, whatever the order in which its data's names stand. */
export const chainHash = (previous: string, row: OrderEvent & { readonly sequence: number }): string =>
  sha256(`${previous}\n${canonicalJson({ sequence: row.sequence, type: row.type, at: row.at, data: row.data })}`);

/** The rows that `events` become after the row `last` (undefined: they are the first). */
export function chained(
  key: Key,
  last: { readonly sequence: number; readonly hash: string } | undefined,
  events: readonly OrderEvent[],
): Row[] {
  let { sequence, hash } = last ?? { sequence: 0, hash: chainStart(key) };
  return events.map(({ type, at, data }) => {
    sequence += 1;
    hash = chainHash(hash, { sequence, type, at, data });
    return { sequence, type, at, data, hash };
  });
}

/** The number of the row at which a chain breaks (changed, missing or moved); undefined when it is whole. */
export function brokenAt(key: Key, rows: readonly Row[]): number | undefined {
  let previous = chainStart(key);
  for (const [index, row] of rows.entries()) {
    if (row.sequence !== index + 1 || row.hash !== chainHash(previous, row)) return index + 1;
    previous = row.hash;
  }
  return undefined;
}

/** JSON with every object's names sorted; what JSON leaves out (undefined) is left out. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) =>
    typeof each === "object" && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
      : each,
  );
}

/** A 32-hex id given by what it names, so that booking the same thing twice gives the same id. */
export const derivedId = (name: string): string => sha256(name).slice(0, 32);

export const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
