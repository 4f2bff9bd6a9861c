// The outbox: what an order's new events tell shops and people, as parts of the statement that writes the events. Who
// gets it is read from the same database in the same statement, so nothing is told that did not happen, and nothing that
// happened is left untold.
import { mailOf } from "../deliveries/mail-kinds.ts";
import { messageTypeOf } from "../deliveries/message-types.ts";
import { derivedId } from "../model/hash.ts";
import type { Order } from "../model/order.ts";
import type { TimelineRow } from "../store/store.ts";
import type { Parts } from "./write.ts";

interface Told {
  readonly order: Order;
  readonly rows: readonly TimelineRow[];
  /** Whether the buyer was on the page before this change. */
  readonly buyerWaited: boolean;
}

export function addOutgoing(parts: Parts, told: Told): void {
  addMessages(parts, told);
  addMails(parts, told);
}

function addMessages(parts: Parts, { order, rows }: Told): void {
  const { merchantId, orderId, sellerOrderId, amazonOrderReferenceId } = order;
  const messages = rows.flatMap((row) => {
    const type = messageTypeOf(row);
    if (type === undefined) return [];
    const id = derivedId(`message ${merchantId} ${orderId} ${row.sequence}`);
    return [{ id, type, row, data: JSON.stringify({ sellerOrderId, amazonOrderReferenceId, ...row.data }) }];
  });
  if (messages.length === 0) return;
  const column = (of: (each: (typeof messages)[number]) => unknown) => parts.value(messages.map(of));
  const order$ = parts.value(orderId);
  parts.ctes.push(`told AS (
    INSERT INTO webhook_deliveries
      (merchant_id, delivery_id, endpoint_id, message_id, order_id, sequence, type, at, data, state, wake_at)
    SELECT e.merchant_id, md5(m.id || e.endpoint_id), e.endpoint_id, m.id, ${order$}::text, m.sequence, m.type, m.at,
      m.data::jsonb, 'waiting',
      CASE WHEN row_number() OVER (PARTITION BY e.endpoint_id ORDER BY m.sequence) = 1 AND NOT EXISTS (
        SELECT FROM webhook_deliveries d WHERE d.merchant_id = e.merchant_id AND d.endpoint_id = e.endpoint_id
          AND d.order_id = ${order$}::text AND d.state = 'waiting') THEN m.at END
    FROM webhook_endpoints e CROSS JOIN unnest(${column(({ id }) => id)}::text[],
      ${column(({ row }) => row.sequence)}::integer[], ${column(({ type }) => type)}::text[],
      ${column(({ row }) => row.at)}::bigint[], ${column(({ data }) => data)}::text[])
      AS m (id, sequence, type, at, data)
    WHERE e.merchant_id = ${parts.value(merchantId)} AND e.active
      AND (e.event_types = '{}' OR m.type = ANY (e.event_types)))`);
}

function addMails(parts: Parts, { order, rows, buyerWaited }: Told): void {
  const { merchantId, orderId } = order;
  for (const row of rows) {
    const planned = mailOf(row, buyerWaited);
    if (planned === undefined) continue;
    const { kind, sendAt } = planned;
    const mailId = derivedId(`mail ${merchantId} ${orderId} ${row.sequence}`);
    const values = [mailId, orderId, kind, row.at, JSON.stringify(row.data), sendAt].map(parts.value);
    const merchant$ = parts.value(merchantId);
    parts.ctes.push(`mailed_${row.sequence} AS (
      INSERT INTO outgoing_mails (merchant_id, mail_id, order_id, kind, at, data, wake_at, state)
      SELECT ${merchant$}::text, ${values[0]}, ${values[1]}, ${values[2]}, ${values[3]}::bigint, ${values[4]}::jsonb,
        ${values[5]}::bigint, 'waiting'
      WHERE NOT EXISTS (SELECT FROM mail_settings s
        WHERE s.merchant_id = ${merchant$}::text AND ${values[2]} = ANY (s.kinds_off)))`);
  }
}
