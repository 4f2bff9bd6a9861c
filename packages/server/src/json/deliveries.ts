// Outgoing webhooks and mails in the API's words. Pure.
import type { Instant } from "@noren-pay/base";
import type { Mail, SeenDelivery, WebhookEndpoint } from "@noren-pay/payments";
import type { z } from "zod";
import type { deliveriesSchema, endpointSchema, mailsSchema } from "../schemas/webhooks.ts";
import { isoOf } from "./order.ts";

/** Names whose value is undefined are left out. */
type Known<T> = { [Name in keyof T]?: Exclude<T[Name], undefined> };
const known = <T extends object>(values: T): Known<T> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Known<T>;
const maybeIso = (instant: Instant | undefined) => (instant === undefined ? undefined : isoOf(instant));

export function endpointJson(endpoint: WebhookEndpoint, secret?: string): z.infer<typeof endpointSchema> {
  const { endpointId, url, eventTypes, withBuyer, active, disabledReason, failingSince, oldSecretUntil } = endpoint;
  return {
    endpointId,
    url,
    eventTypes: [...eventTypes],
    withBuyer,
    active,
    createdAt: isoOf(endpoint.createdAt),
    ...known({
      disabledReason,
      failingSince: maybeIso(failingSince),
      oldSecretUntil: maybeIso(oldSecretUntil),
      secret,
    }),
  };
}

export const deliveriesJson = (rows: readonly SeenDelivery[]): z.infer<typeof deliveriesSchema> => ({
  items: rows.map(({ deliveryId, messageId, orderId, type, at, state, deliveredAt, nextAttemptAt, tries }) => ({
    deliveryId,
    messageId,
    type,
    at: isoOf(at),
    state,
    attempts: tries.map(({ attempt, at, durationMs, status, error }) => ({
      attempt,
      at: isoOf(at),
      durationMs,
      ...known({ status, error }),
    })),
    ...known({ orderId, deliveredAt: maybeIso(deliveredAt), nextAttemptAt: maybeIso(nextAttemptAt) }),
  })),
});

export const mailsJson = (rows: readonly Mail[]): z.infer<typeof mailsSchema> => ({
  items: rows.map(({ mailId, orderId, kind, at, state, attempts, error, sentAt, content }) => ({
    mailId,
    kind,
    at: isoOf(at),
    state,
    attempts,
    ...known({ orderId, error, sentAt: maybeIso(sentAt), content }),
  })),
});
