// A shop as shops are: when the service does not answer, it asks the same again under the same Idempotency-Key, and
// when the answer is not known yet, it looks at the order until it is.
import { seconds, systemClock } from "@noren-pay/base";
import { demoUsers } from "@noren-pay/server";
import type { Running } from "./server.ts";
import type { Town } from "./town.ts";

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  readonly body: any;
}

export interface Asked {
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly body?: unknown;
  readonly key?: string;
}

/** Longer than a lease, a key's reservation and a start together, on a busy machine. */
const patienceMs = seconds(90);
const lookEveryMs = 50;

/** Asks until there is an answer. What the answer says is the caller's matter. */
export async function insist(town: Town, { method, path, body, key }: Asked): Promise<Reply> {
  const until = systemClock.wall() + patienceMs;
  let last: unknown = "nothing";
  while (systemClock.wall() < until) {
    const { url, apiKey } = await town.service.running();
    const headers = {
      authorization: `Bearer ${apiKey}`,
      ...(key === undefined ? {} : { "idempotency-key": key }),
    };
    const reply = await send(url + path, { method, body, headers }).catch((error) => {
      last = error;
    });
    // The first of these two means: the server is gone, or just going; the second: it went while it had our key.
    if (reply !== undefined && reply.body?.code !== "idempotencyKeyRunning") return reply;
    last = reply?.body ?? last;
    await systemClock.sleep(lookEveryMs);
  }
  throw new Error(`${method} ${path} has no answer`, { cause: last });
}

/** A command, and the order once Amazon has answered. */
export async function command(town: Town, asked: Omit<Asked, "method">): Promise<Reply["body"]> {
  const reply = await insist(town, { method: "POST", ...asked });
  if (reply.status > 202) throw new Error(`${asked.path}: ${reply.status} ${JSON.stringify(reply.body)}`);
  return reached(town, reply.body.order.orderId);
}

/** The order as soon as it waits for Amazon no longer. */
export async function reached(town: Town, orderId: string): Promise<Reply["body"]> {
  const until = systemClock.wall() + patienceMs;
  while (systemClock.wall() < until) {
    const { body } = await insist(town, { method: "GET", path: `/v1/orders/${orderId}` });
    if (body.nextStep !== "waitForAmazon") return body;
    await systemClock.sleep(lookEveryMs);
  }
  throw new Error(`order ${orderId} still waits for Amazon`);
}

export async function newDraft({ admin }: Town): Promise<string> {
  const { amazonOrderReferenceId } = await admin.createOrderReference();
  return amazonOrderReferenceId;
}

/** Staff move the time of service and sandbox on together; when the service dies on the way, they ask for the rest. */
export async function advance(town: Town, ms: number): Promise<void> {
  const { clock } = town.sandbox;
  const target = clock.now() + ms;
  while (clock.now() < target) {
    const running = await town.service.running();
    try {
      const headers = await signedIn(running);
      const body = { ms: target - clock.now() };
      const reply = await send(`${running.url}/console/api/time/advance`, { method: "POST", body, headers });
      if (reply.status !== 200) throw new Error(`time/advance: ${reply.status} ${JSON.stringify(reply.body)}`);
    } catch (error) {
      // Only a death on the way is taken for one.
      if ((await town.service.running()) === running) throw error;
    }
  }
}

async function signedIn({ url }: Running): Promise<Record<string, string>> {
  const { email, password } = demoUsers[0];
  const reply = await send(`${url}/console/api/session`, { method: "POST", body: { email, password } });
  const cookies = reply.headers.getSetCookie().map((each) => each.split(";", 1)[0]);
  return { cookie: cookies.join("; "), "csrf-token": reply.body.csrfToken };
}

interface Sent {
  readonly method: string;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

async function send(url: string, { method, body, headers }: Sent): Promise<Reply> {
  const response = await fetch(url, {
    method,
    headers: { ...(body === undefined ? {} : { "content-type": "application/json" }), ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = String(response.headers.get("content-type")).includes("json");
  return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
}
