// Sends what is due to shops: signed by Standard Webhooks, one message a POST.
import type { Clock } from "@noren-pay/base";
import type { Claimed, Deliveries, Store, WorkSource } from "@noren-pay/payments";
import { Webhook } from "standardwebhooks";
import { isoOf } from "../json/order.ts";
import { errorOf, outcomeOf } from "./outcome.ts";
import { type PostRules, post } from "./post.ts";

export interface SenderOptions {
  readonly deliveries: Deliveries;
  readonly store: Pick<Store, "personalData">;
  readonly clock: Clock;
  readonly rules: PostRules;
  onError(error: unknown): void;
}

/** Deliveries under way at once, per process. */
const concurrency = 16;

export function webhookSender(options: SenderOptions): WorkSource {
  const { deliveries, clock, rules } = options;
  // A lease outlives the exchange with time to write its end down.
  const leaseMs = 2 * rules.timeoutMs;
  return {
    async runDue() {
      const due = await deliveries.claimDeliveries({ now: clock.now(), limit: concurrency, leaseMs });
      await Promise.all(due.map((each) => deliver(options, each).catch(options.onError)));
      return due.length;
    },
    nextDue: () => deliveries.nextDelivery(),
  };
}

async function deliver(options: SenderOptions, due: Claimed): Promise<void> {
  const { clock, rules, deliveries } = options;
  const body = JSON.stringify(await messageOf(options, due));
  const [startedAt, startedWall] = [clock.now(), clock.wall()];
  const posted = await post({ url: due.url, body, headers: headersOf(due, body, startedWall) }, rules);
  await deliveries.settle(due, {
    result: outcomeOf(posted, clock.wall()),
    startedAt,
    now: clock.now(),
    status: posted.answered ? posted.status : undefined,
    error: errorOf(posted),
    durationMs: clock.wall() - startedWall,
  });
}

/** `type`, `timestamp` (of the event, business time) and `data`. */
async function messageOf({ store }: SenderOptions, due: Claimed) {
  const { merchantId, orderId, sequence, type, at, data } = due;
  const key = orderId === undefined ? undefined : { merchantId, orderId };
  const known = due.withBuyer && key !== undefined ? await store.personalData(key) : undefined;
  // The salt of the timeline's digest stays here.
  const buyer = known && { name: known.name, email: known.email, phone: known.phone, address: known.address };
  const ofOrder = orderId === undefined ? {} : { orderId, sequence };
  return { type, timestamp: isoOf(at), data: { merchantId, ...ofOrder, ...data, ...(buyer && { buyer }) } };
}

/** The signature's time is wall time: receivers compare it with their own clock. */
function headersOf({ messageId, secrets }: Claimed, body: string, wall: number): Record<string, string> {
  const at = new Date(wall);
  return {
    "content-type": "application/json",
    "user-agent": "Noren",
    "webhook-id": messageId,
    "webhook-timestamp": String(Math.floor(wall / 1000)),
    "webhook-signature": secrets.map((secret) => new Webhook(secret).sign(messageId, at, body)).join(" "),
  };
}
