// Where a merchant's webhooks go. Secrets are sealed; a new one leaves the old one signing for a day.
import { hours, type Instant } from "@noren-pay/base";
import type { MessageType } from "../deliveries/message-types.ts";
import type { WebhookEndpoint } from "../deliveries/records.ts";
import type { Box, KeyRing } from "./crypto/key-ring.ts";
import { type Db, run, transaction } from "./db.ts";

/** How long an old secret signs too, in ms of business time. */
export const oldSecretSignsMs: number = hours(24);

export interface Endpoints {
  endpoints(merchantId: string): Promise<readonly WebhookEndpoint[]>;
  endpoint(merchantId: string, endpointId: string): Promise<WebhookEndpoint | undefined>;
  addEndpoint(endpoint: NewEndpoint): Promise<void>;
  /** Undefined when there is none. What waits for an endpoint that is switched off is given up. */
  changeEndpoint(merchantId: string, endpointId: string, change: EndpointChange): Promise<WebhookEndpoint | undefined>;
  /** Takes its history along; false when there is none. */
  removeEndpoint(merchantId: string, endpointId: string): Promise<boolean>;
}

export interface NewEndpoint {
  readonly merchantId: string;
  readonly endpointId: string;
  readonly url: string;
  readonly eventTypes: readonly MessageType[];
  readonly withBuyer: boolean;
  readonly secret: string;
  readonly now: Instant;
}

export interface EndpointChange {
  readonly url?: string | undefined;
  readonly eventTypes?: readonly MessageType[] | undefined;
  readonly withBuyer?: boolean | undefined;
  readonly active?: boolean | undefined;
  /** A new secret. */
  readonly secret?: string | undefined;
  readonly now: Instant;
}

export interface EndpointRow {
  readonly merchant_id: string;
  readonly endpoint_id: string;
  readonly url: string;
  readonly event_types: MessageType[];
  readonly with_buyer: boolean;
  readonly active: boolean;
  readonly disabled_reason: string | null;
  readonly secret_sealed: Buffer;
  readonly old_secret_sealed: Buffer | null;
  readonly old_secret_until: string | null;
  readonly failing_since: string | null;
  readonly created_at: string;
}

const secretPlace = (endpointId: string) => `webhook_endpoints.secret|${endpointId}`;
const maybe = (text: string | null): number | undefined => (text === null ? undefined : Number(text));

const endpointOf = (row: EndpointRow): WebhookEndpoint => ({
  merchantId: row.merchant_id,
  endpointId: row.endpoint_id,
  url: row.url,
  eventTypes: row.event_types,
  withBuyer: row.with_buyer,
  active: row.active,
  disabledReason: row.disabled_reason ?? undefined,
  failingSince: maybe(row.failing_since),
  oldSecretUntil: maybe(row.old_secret_until),
  createdAt: Number(row.created_at),
});

/** The secrets that sign now, the newest first. */
export function secretsOf(row: EndpointRow, box: Box, now: Instant): string[] {
  const place = secretPlace(row.endpoint_id);
  const secrets = [box.open(row.secret_sealed, place)];
  if (row.old_secret_sealed !== null && Number(row.old_secret_until) > now)
    secrets.push(box.open(row.old_secret_sealed, place));
  return secrets;
}

/** What waits for an endpoint is given up. $1 merchant, $2 endpoint. */
export const giveUpWaitingSql = `
  UPDATE webhook_deliveries SET state = 'dead', wake_at = NULL, lease_until = NULL, lease_token = NULL
  WHERE merchant_id = $1 AND endpoint_id = $2 AND state = 'waiting'`;

const selectOne = "SELECT * FROM webhook_endpoints WHERE merchant_id = $1 AND endpoint_id = $2";

export function endpointsOf(db: Db, keys: KeyRing): Endpoints {
  return {
    async endpoints(merchantId) {
      const text = "SELECT * FROM webhook_endpoints WHERE merchant_id = $1 ORDER BY endpoint_id";
      return (await run<EndpointRow>(db, text, [merchantId])).map(endpointOf);
    },

    async endpoint(merchantId, endpointId) {
      const [row] = await run<EndpointRow>(db, selectOne, [merchantId, endpointId]);
      return row && endpointOf(row);
    },

    async addEndpoint({ merchantId, endpointId, url, eventTypes, withBuyer, secret, now }) {
      const box = await keys.merchant(merchantId);
      await run(
        db,
        `INSERT INTO webhook_endpoints (merchant_id, endpoint_id, url, event_types, with_buyer, secret_sealed, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)`,
        [merchantId, endpointId, url, eventTypes, withBuyer, box.seal(secret, secretPlace(endpointId)), now],
      );
    },

    async changeEndpoint(merchantId, endpointId, change) {
      const { url, eventTypes, withBuyer, active, secret, now } = change;
      const sealed = secret && (await keys.merchant(merchantId)).seal(secret, secretPlace(endpointId));
      const [row] = await run<EndpointRow>(
        db,
        `UPDATE webhook_endpoints SET url = coalesce($3, url), event_types = coalesce($4, event_types),
           with_buyer = coalesce($5, with_buyer), active = coalesce($6, active),
           disabled_reason = CASE WHEN $6 THEN NULL ELSE disabled_reason END,
           failing_since = CASE WHEN $6 THEN NULL ELSE failing_since END,
           old_secret_sealed = CASE WHEN $7::bytea IS NULL THEN old_secret_sealed ELSE secret_sealed END,
           old_secret_until = CASE WHEN $7::bytea IS NULL THEN old_secret_until ELSE $8::bigint END,
           secret_sealed = coalesce($7::bytea, secret_sealed)
         WHERE merchant_id = $1 AND endpoint_id = $2 RETURNING *`,
        [
          merchantId,
          endpointId,
          url ?? null,
          eventTypes ?? null,
          withBuyer ?? null,
          active ?? null,
          sealed ?? null,
          now + oldSecretSignsMs,
        ],
      );
      if (row !== undefined && active === false) await run(db, giveUpWaitingSql, [merchantId, endpointId]);
      return row && endpointOf(row);
    },

    async removeEndpoint(merchantId, endpointId) {
      const values = [merchantId, endpointId];
      const ofIt = "merchant_id = $1 AND endpoint_id = $2";
      return transaction(db, async (tx) => {
        const [gone] = await tx.first({ text: `DELETE FROM webhook_endpoints WHERE ${ofIt}`, values });
        await tx.last(
          {
            text: `DELETE FROM webhook_attempts a USING webhook_deliveries d
              WHERE a.merchant_id = d.merchant_id AND a.delivery_id = d.delivery_id
                AND d.merchant_id = $1 AND d.endpoint_id = $2`,
            values,
          },
          { text: `DELETE FROM webhook_deliveries WHERE ${ofIt}`, values },
        );
        return gone?.rowCount === 1;
      });
    },
  };
}
