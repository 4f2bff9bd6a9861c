// One change as one statement: the order's row with everything that belongs to it, in common table expressions, so that
// a change costs one round trip however many rows it has. Only the parts that have rows are written.
import type { LedgerEntry } from "../model/change.ts";
import type { Intent } from "../model/intents.ts";
import type { Order } from "../model/order.ts";
import type { Change, KeptAnswer, OrderKey, TimelineRow } from "../store/store.ts";
import type { Box } from "./crypto/key-ring.ts";
import { tokensOf } from "./crypto/search-tokens.ts";
import type { Statement } from "./db.ts";
import { addOutgoing } from "./deliveries-outbox.ts";
import { withoutNotes } from "./notes.ts";
import { amazonIdsOf, keyOf, sealNotes } from "./rows.ts";

/** Gathers the parts of one statement and its values. */
export interface Parts {
  readonly ctes: string[];
  readonly values: unknown[];
  /** The placeholder of one value. */
  value(value: unknown): string;
}

export function newParts(): Parts {
  const values: unknown[] = [];
  return { ctes: [], values, value: (value) => `$${values.push(value)}` };
}

export const statementOf = ({ ctes, values }: Parts, main: string): Statement => ({
  text: ctes.length === 0 ? main : `WITH ${ctes.join(",\n")}\n${main}`,
  values,
});

/** Adds all rows of a change but the order's own. `before`: the order as stored, undefined when it is new. */
export function addRows(
  parts: Parts,
  written: { readonly before: Order | undefined; readonly change: Change; readonly rows: readonly TimelineRow[] },
  box: Box,
): void {
  const { before, change, rows } = written;
  const key = keyOf(change.order);
  addEvents(parts, key, rows);
  addOutgoing(parts, { order: change.order, rows, buyerWaited: before?.buyerWaits ?? false });
  addIntents(parts, { key, intents: newIntents(before, change.order) }, box);
  addAmazonIds(parts, key, { before, order: change.order });
  addEntries(parts, key, change.entries);
  addBuyer(parts, change.order, box);
  if (change.idempotent) addAnswer(parts, { merchantId: key.merchantId, ...change.idempotent }, box);
}

/** An answer kept for an idempotency key; the row may have been forgotten or never reserved. */
export function addAnswer(
  parts: Parts,
  kept: { readonly merchantId: string; readonly route: string; readonly key: string; readonly answer: KeptAnswer },
  box: Box,
): void {
  const { merchantId, route, key, answer } = kept;
  const sealed = box.seal(JSON.stringify(answer.body ?? null), answerPlace(route, key));
  parts.ctes.push(`answered AS (
    INSERT INTO idempotency_keys
      (merchant_id, route, key, body_hash, status, answer_sealed, reserved_until, expires_at)
    VALUES (${[merchantId, route, key, "", answer.status, sealed].map(parts.value).join(", ")},
      clock_timestamp(), clock_timestamp() + interval '30 days')
    ON CONFLICT (merchant_id, route, key)
      DO UPDATE SET status = excluded.status, answer_sealed = excluded.answer_sealed)`);
}

/** What an idempotent answer is bound to. */
export const answerPlace = (route: string, key: string): string => `idempotency_keys.answer|${route}|${key}`;

function addEvents(parts: Parts, key: OrderKey, rows: readonly TimelineRow[]): void {
  if (rows.length === 0) return;
  const lines = rows.map(({ sequence, type, at, data, hash }) =>
    line(parts, [key.merchantId, key.orderId, sequence, type, at, JSON.stringify(data), Buffer.from(hash, "hex")]),
  );
  parts.ctes.push(`timeline AS (
    INSERT INTO order_events (merchant_id, order_id, sequence, type, at, data, hash) VALUES ${lines.join(", ")})`);
}

function addIntents(
  parts: Parts,
  { key, intents }: { readonly key: OrderKey; readonly intents: readonly Intent[] },
  box: Box,
): void {
  if (intents.length === 0) return;
  const lines = intents.map(({ id, parameters, createdAt }) => {
    const { json, notes } = withoutNotes(parameters);
    const sealed = sealNotes(notes, box, `order_intents.notes|${id}`);
    return line(parts, [key.merchantId, id, key.orderId, parameters.kind, createdAt, json, sealed]);
  });
  parts.ctes.push(`asked AS (
    INSERT INTO order_intents (merchant_id, intent_id, order_id, kind, created_at, parameters, notes_sealed)
    VALUES ${lines.join(", ")})`);
}

function addAmazonIds(
  parts: Parts,
  key: OrderKey,
  { before, order }: { readonly before: Order | undefined; readonly order: Order },
): void {
  const known = new Set(before ? amazonIdsOf(before) : []);
  const learnt = [...new Set(amazonIdsOf(order))].filter((id) => !known.has(id));
  if (learnt.length === 0) return;
  const lines = learnt.map((id) => line(parts, [order.account.accountId, id, key.merchantId, key.orderId]));
  // For a new order a conflict must fail the statement: it means that its order reference has an order already.
  const onConflict = before ? "ON CONFLICT DO NOTHING" : "";
  parts.ctes.push(`routed AS (
    INSERT INTO amazon_ids (account_id, amazon_id, merchant_id, order_id) VALUES ${lines.join(", ")} ${onConflict})`);
}

function addEntries(parts: Parts, { merchantId, orderId }: OrderKey, entries: readonly LedgerEntry[]): void {
  if (entries.length === 0) return;
  const heads = entries.map(({ id, at, cause, objectId }) =>
    line(parts, [merchantId, orderId, id, at, cause, objectId]),
  );
  const lines = entries.flatMap(({ id, lines }) => lines.map((each, at) => ({ id, at: at + 1, ...each })));
  const column = (of: (each: (typeof lines)[number]) => unknown) => parts.value(lines.map(of));
  // Lines only of the entries that are new: the same movement is booked once.
  parts.ctes.push(
    `booked AS (
    INSERT INTO ledger_entries (merchant_id, order_id, entry_id, at, cause, object_id) VALUES ${heads.join(", ")}
    ON CONFLICT DO NOTHING RETURNING entry_id)`,
    `booked_lines AS (
    INSERT INTO ledger_lines (merchant_id, order_id, entry_id, line, account, amount, currency_code)
    SELECT ${parts.value(merchantId)}, ${parts.value(orderId)}, entry_id, line, account, amount, currency
    FROM unnest(${column((each) => each.id)}::text[], ${column((each) => each.at)}::integer[],
      ${column((each) => each.account)}::text[], ${column((each) => each.amount.amount)}::bigint[],
      ${column((each) => each.amount.currencyCode)}::text[]) AS given (entry_id, line, account, amount, currency)
    JOIN booked USING (entry_id))`,
  );
}

function addBuyer(parts: Parts, { merchantId, orderId, buyer }: Order, box: Box): void {
  if (buyer === undefined) return;
  const sealed = box.seal(JSON.stringify(buyer), buyerPlace(orderId));
  parts.ctes.push(`met AS (
    INSERT INTO order_personal_data (merchant_id, order_id, sealed, tokens)
    VALUES ${line(parts, [merchantId, orderId, sealed, tokensOf(buyer, box.token)])}
    ON CONFLICT (merchant_id, order_id) DO UPDATE SET sealed = excluded.sealed, tokens = excluded.tokens)`);
}

/** What a buyer's data is bound to. */
export const buyerPlace = (orderId: string): string => `order_personal_data.sealed|${orderId}`;

function newIntents(before: Order | undefined, order: Order): readonly Intent[] {
  const known = new Set(before?.intents.map(({ id }) => id));
  return order.intents.filter(({ id }) => !known.has(id));
}

const line = (parts: Parts, values: unknown[]): string => `(${values.map(parts.value).join(", ")})`;
