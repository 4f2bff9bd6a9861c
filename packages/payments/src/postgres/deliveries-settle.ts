// What became of a try: the delivery, the attempt that people see, the endpoint's health, and the next one in its line.
import { days, type Instant } from "@noren-pay/base";
import type { DueDelivery } from "../deliveries/records.ts";
import { retryAt, type TryOutcome } from "../deliveries/retry.ts";
import { derivedId } from "../model/hash.ts";
import { type Db, run, type Statement, transaction } from "./db.ts";
import { giveUpWaitingSql } from "./deliveries-endpoints.ts";

/** An endpoint that took nothing for so long is switched off when a delivery is given up. */
export const failingForMs: number = days(3);

export interface Tried {
  readonly result: TryOutcome;
  readonly startedAt: Instant;
  readonly now: Instant;
  readonly status: number | undefined;
  readonly error: string | undefined;
  readonly durationMs: number;
}

export type Settled = "waiting" | "delivered" | "dead";

/** Writes down how a try ended. A success counts even when the lease is over: the message was taken. */
export async function settleTry(
  db: Db,
  due: DueDelivery & { readonly failures: number },
  tried: Tried,
): Promise<Settled> {
  const { result, now } = tried;
  const failures = due.failures + 1;
  const wakeAt =
    result.outcome === "later"
      ? retryAt({ since: due.firstAttemptAt ?? tried.startedAt, now, failures, retryAfterMs: result.retryAfterMs })
      : undefined;
  const state: Settled = result.outcome === "taken" ? "delivered" : wakeAt === undefined ? "dead" : "waiting";
  await transaction(db, async (tx) => {
    // Under the order's row lock, as the outbox writes: so neither misses the other's rows of this line.
    await tx.first({
      text: "SELECT FROM orders WHERE merchant_id = $1 AND order_id = $2 FOR UPDATE",
      values: [due.merchantId, due.orderId ?? ""],
    });
    const written = [deliveryStatement(due, tried, { state, wakeAt })];
    if (state !== "waiting") written.push(wakeNextStatement(due, now));
    await tx.last(...written);
  });
  await noteHealth(db, due, tried);
  return state;
}

function deliveryStatement(
  due: DueDelivery,
  { startedAt, now, status, error, durationMs }: Tried,
  { state, wakeAt }: { readonly state: Settled; readonly wakeAt: Instant | undefined },
): Statement {
  return {
    text: `WITH done AS (
        UPDATE webhook_deliveries SET state = $3, attempts = attempts + 1,
          failures = failures + CASE WHEN $3 = 'delivered' THEN 0 ELSE 1 END,
          first_attempt_at = coalesce(first_attempt_at, $4),
          delivered_at = CASE WHEN $3 = 'delivered' THEN $5::bigint END,
          wake_at = $6, lease_until = NULL, lease_token = NULL
        WHERE merchant_id = $1 AND delivery_id = $2 AND state = 'waiting' AND (lease_token = $7 OR $3 = 'delivered')
        RETURNING merchant_id, delivery_id, attempts)
      INSERT INTO webhook_attempts (merchant_id, delivery_id, attempt, at, status, error, duration_ms)
      SELECT merchant_id, delivery_id, attempts, $4, $8, $9, $10 FROM done`,
    values: [
      due.merchantId,
      due.deliveryId,
      state,
      startedAt,
      now,
      wakeAt ?? null,
      due.leaseToken,
      status ?? null,
      error ?? null,
      Math.round(durationMs),
    ],
  };
}

/** The earliest of the line that still waits, if nothing has woken it yet. */
const wakeNextStatement = ({ merchantId, endpointId, orderId }: DueDelivery, now: Instant): Statement => ({
  text: `UPDATE webhook_deliveries SET wake_at = $4 WHERE wake_at IS NULL AND (merchant_id, delivery_id) = (
      SELECT merchant_id, delivery_id FROM webhook_deliveries
      WHERE merchant_id = $1 AND endpoint_id = $2 AND order_id = $3 AND state = 'waiting'
      ORDER BY sequence LIMIT 1)`,
  values: [merchantId, endpointId, orderId ?? "", now],
});

async function noteHealth(db: Db, { merchantId, endpointId }: DueDelivery, { result, now }: Tried): Promise<void> {
  const taken = result.outcome === "taken";
  await run(
    db,
    `UPDATE webhook_endpoints SET failing_since = CASE WHEN $3 THEN NULL ELSE $4::bigint END
     WHERE merchant_id = $1 AND endpoint_id = $2 AND (failing_since IS NULL) <> $3`,
    [merchantId, endpointId, taken, now],
  );
}

/**
 * Switches an endpoint off: at once when it is gone, or when it has taken nothing for three days. The shop hears of it
 * through its other endpoints and by mail. Gives whether it was switched off.
 */
export async function disableIfDead(
  db: Db,
  { merchantId, endpointId }: Pick<DueDelivery, "merchantId" | "endpointId">,
  { now, gone }: { readonly now: Instant; readonly gone: boolean },
): Promise<boolean> {
  return transaction(db, async (tx) => {
    const [found] = await tx.first({
      text: `UPDATE webhook_endpoints SET active = false, disabled_reason = $5
        WHERE merchant_id = $1 AND endpoint_id = $2 AND active AND ($3 OR failing_since <= $4) RETURNING url`,
      values: [merchantId, endpointId, gone, now - failingForMs, gone ? "gone" : "failing"],
    });
    const url: string | undefined = found?.rows[0]?.url;
    if (url === undefined) {
      await tx.abandon();
      return false;
    }
    const data = JSON.stringify({ endpointId, host: new URL(url).host, reason: gone ? "gone" : "failing" });
    const id = derivedId(`webhook disabled ${merchantId} ${endpointId} ${now}`);
    await tx.last(
      { text: giveUpWaitingSql, values: [merchantId, endpointId] },
      {
        text: `INSERT INTO webhook_deliveries
            (merchant_id, delivery_id, endpoint_id, message_id, order_id, sequence, type, at, data, state, wake_at)
          SELECT merchant_id, md5($2::text || endpoint_id), endpoint_id, $2, '', 0, 'webhook.disabled', $3, $4, 'waiting', $3
          FROM webhook_endpoints WHERE merchant_id = $1 AND active
            AND (event_types = '{}' OR 'webhook.disabled' = ANY (event_types))`,
        values: [merchantId, id, now, data],
      },
      {
        text: `INSERT INTO outgoing_mails (merchant_id, mail_id, order_id, kind, at, data, state, wake_at)
          SELECT $1, $2, '', 'webhookDisabled', $3, $4, 'waiting', $3 WHERE NOT EXISTS (
            SELECT FROM mail_settings WHERE merchant_id = $1 AND 'webhookDisabled' = ANY (kinds_off))`,
        values: [merchantId, id, now, data],
      },
    );
    return true;
  });
}
