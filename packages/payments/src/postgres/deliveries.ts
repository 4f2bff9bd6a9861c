// Outgoing webhooks in PostgreSQL: claimed, tried, seen by people, sent again by hand.
import type { Ids, Instant } from "@noren-pay/base";
import type { MessageType } from "../deliveries/message-types.ts";
import type { Attempt, Delivery, DeliveryState, DueDelivery } from "../deliveries/records.ts";
import type { KeyRing } from "./crypto/key-ring.ts";
import { type Db, run } from "./db.ts";
import { type Ask, outboxClaims } from "./deliveries-claims.ts";
import { type EndpointRow, type Endpoints, endpointsOf, secretsOf } from "./deliveries-endpoints.ts";
import { disableIfDead, type Settled, settleTry, type Tried } from "./deliveries-settle.ts";

export interface Claimed extends DueDelivery {
  readonly failures: number;
}

export interface Deliveries extends Endpoints {
  /** Leases what is due. What belongs to an endpoint that is gone or switched off is given up on the way. */
  claimDeliveries(ask: Ask): Promise<readonly Claimed[]>;
  nextDelivery(): Promise<Instant | undefined>;
  settle(due: Claimed, tried: Tried): Promise<Settled>;
  /** Newest first. */
  deliveries(merchantId: string, endpointId: string, limit: number): Promise<readonly SeenDelivery[]>;
  /** False when there is no such delivery of an active endpoint, or it waits already. */
  resend(key: { merchantId: string; endpointId: string; deliveryId: string }, now: Instant): Promise<boolean>;
  /** Writes one message to one endpoint. */
  tell(message: {
    readonly merchantId: string;
    readonly endpointId: string;
    readonly type: MessageType;
    readonly now: Instant;
    readonly data: Readonly<Record<string, unknown>>;
  }): Promise<string>;
}

export type SeenDelivery = Delivery & { readonly tries: readonly Attempt[] };

interface Row {
  readonly merchant_id: string;
  readonly delivery_id: string;
  readonly endpoint_id: string;
  readonly message_id: string;
  readonly order_id: string;
  readonly sequence: number;
  readonly type: MessageType;
  readonly at: string;
  readonly data: Record<string, unknown>;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly failures: number;
  readonly first_attempt_at: string | null;
  readonly delivered_at: string | null;
  readonly wake_at: string | null;
}

const maybe = (text: string | null): number | undefined => (text === null ? undefined : Number(text));

const deliveryOf = (row: Row): Delivery => ({
  merchantId: row.merchant_id,
  deliveryId: row.delivery_id,
  endpointId: row.endpoint_id,
  messageId: row.message_id,
  orderId: row.order_id || undefined,
  sequence: row.sequence,
  type: row.type,
  at: Number(row.at),
  data: row.data,
  state: row.state,
  attempts: row.attempts,
  firstAttemptAt: maybe(row.first_attempt_at),
  deliveredAt: maybe(row.delivered_at),
  nextAttemptAt: maybe(row.wake_at),
});

/** The outbox of webhooks on a database that `migrate` has brought up to date. */
export function sqlDeliveries({ db, keys, ids }: { db: Db; keys: KeyRing; ids: Ids }): Deliveries {
  const due = outboxClaims<Row>(db, ids, { table: "webhook_deliveries", id: "delivery_id" });

  const claimedOf = async (row: Row & { lease_token: string }, now: Instant): Promise<Claimed[]> => {
    const [endpoint] = await run<EndpointRow>(
      db,
      "SELECT * FROM webhook_endpoints WHERE merchant_id = $1 AND endpoint_id = $2 AND active",
      [row.merchant_id, row.endpoint_id],
    );
    if (endpoint === undefined) {
      await run(
        db,
        `UPDATE webhook_deliveries SET state = 'dead', wake_at = NULL, lease_until = NULL, lease_token = NULL
         WHERE merchant_id = $1 AND delivery_id = $2 AND lease_token = $3`,
        [row.merchant_id, row.delivery_id, row.lease_token],
      );
      return [];
    }
    const secrets = secretsOf(endpoint, await keys.merchant(row.merchant_id), now);
    const { url, with_buyer: withBuyer } = endpoint;
    return [{ ...deliveryOf(row), failures: row.failures, leaseToken: row.lease_token, url, withBuyer, secrets }];
  };

  return {
    ...endpointsOf(db, keys),
    claimDeliveries: async (ask) =>
      (await Promise.all((await due.claim(ask)).map((row) => claimedOf(row, ask.now)))).flat(),
    nextDelivery: () => due.nextDue(),

    async settle(claimed, tried) {
      const settled = await settleTry(db, claimed, tried);
      const gone = tried.result.outcome === "gone";
      if (settled === "dead") await disableIfDead(db, claimed, { now: tried.now, gone });
      return settled;
    },

    async deliveries(merchantId, endpointId, limit) {
      const rows = await run<Row & { tries: Attempt[] | null }>(
        db,
        `SELECT d.*, (SELECT json_agg(json_build_object('attempt', a.attempt, 'at', a.at, 'status', a.status,
             'error', a.error, 'durationMs', a.duration_ms) ORDER BY a.attempt)
           FROM webhook_attempts a WHERE a.merchant_id = d.merchant_id AND a.delivery_id = d.delivery_id) AS tries
         FROM webhook_deliveries d WHERE merchant_id = $1 AND endpoint_id = $2
         ORDER BY at DESC, delivery_id DESC LIMIT $3`,
        [merchantId, endpointId, limit],
      );
      return rows.map((row) => ({
        ...deliveryOf(row),
        tries: (row.tries ?? []).map((each) => ({
          ...each,
          status: each.status ?? undefined,
          error: each.error ?? undefined,
        })),
      }));
    },

    async resend({ merchantId, endpointId, deliveryId }, now) {
      const again = await run(
        db,
        `UPDATE webhook_deliveries SET state = 'waiting', wake_at = $4, failures = 0, first_attempt_at = NULL
         WHERE merchant_id = $1 AND endpoint_id = $2 AND delivery_id = $3 AND state <> 'waiting' AND EXISTS (
           SELECT FROM webhook_endpoints WHERE merchant_id = $1 AND endpoint_id = $2 AND active)
         RETURNING true`,
        [merchantId, endpointId, deliveryId, now],
      );
      return again.length === 1;
    },

    async tell({ merchantId, endpointId, type, now, data }) {
      const id = ids.next();
      await run(
        db,
        `INSERT INTO webhook_deliveries
           (merchant_id, delivery_id, endpoint_id, message_id, order_id, sequence, type, at, data, state, wake_at)
         VALUES ($1, $2, $3, $2, '', 0, $4, $5, $6, 'waiting', $5)`,
        [merchantId, id, endpointId, type, now, JSON.stringify(data)],
      );
      return id;
    },
  };
}
