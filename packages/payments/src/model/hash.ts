// The timeline's hash chain, shared by every store: each row's hash covers the one before it.
import { createHash } from "node:crypto";
import type { OrderEvent } from "./change.ts";

/** JSON with keys in order and without undefined values: the same value always gives the same text. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((each) => canonicalJson(each ?? null)).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const fields = Object.entries(value)
    .filter(([, each]) => each !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, each]) => `${JSON.stringify(name)}:${canonicalJson(each)}`);
  return `{${fields.join(",")}}`;
}

export const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/** What stands before the first row of an order's chain. */
export const chainStart = (key: { readonly merchantId: string; readonly orderId: string }): string =>
  sha256(`noren:${key.merchantId}:${key.orderId}`);

/** Hex SHA-256 over the previous hash (`chainStart` for row 1) and this row. */
export function chainHash(previous: string, sequence: number, event: OrderEvent): string {
  const { type, at, data } = event;
  return sha256(`${previous}\n${canonicalJson({ sequence, type, at, data })}`);
}

/** A 32-hex id given by what it names, so that booking the same thing twice gives the same id. */
export const derivedId = (name: string): string => sha256(name).slice(0, 32);

/** The row at which a chain breaks (changed, missing or moved), or undefined when it is whole. */
export function brokenAt(
  key: { readonly merchantId: string; readonly orderId: string },
  rows: readonly (OrderEvent & { readonly sequence: number; readonly hash: string })[],
): number | undefined {
  let previous = chainStart(key);
  for (const [index, row] of rows.entries()) {
    if (row.sequence !== index + 1 || row.hash !== chainHash(previous, row.sequence, row)) return index + 1;
    previous = row.hash;
  }
  return undefined;
}
