// A whole service against a whole sandbox, on a real database, over real HTTP. Business time stands still.
import { days } from "@noren-pay/base";
import { migrate } from "@noren-pay/payments";
import { type Sandbox, startSandbox } from "@noren-pay/sandbox";
import { type SandboxAdmin, sandboxAdmin } from "@noren-pay/sandbox/admin";
import { demoUsers, type RunningServer, type Settings, seedDemo, startServer } from "@noren-pay/server";
import { testClock, testDatabase, testStart } from "@noren-pay/testkit";

export interface House {
  readonly sandbox: Sandbox;
  /** The sandbox's admin API. */
  readonly admin: SandboxAdmin;
  readonly server: RunningServer;
  readonly apiKey: string;
  readonly merchantId: string;
  /** A Draft order reference whose address and payment method are chosen. */
  newDraft(options?: { readonly cardId?: string }): Promise<string>;
  api(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Reply>;
  /** Moves service and sandbox on together; the quota's buckets are full again after a minute. */
  advance(ms: number): Promise<void>;
  close(): Promise<void>;
}

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  readonly body: any;
}

export const masterKey = new Uint8Array(32).fill(7);

export async function house(settings: Partial<Settings> = {}): Promise<House> {
  const database = await testDatabase({ migrate: (url) => migrate({ url }) });
  const sandbox = await startSandbox({
    frozen: true,
    start: testStart,
    authorizationLifetimeMs: days(30),
    throttle: false,
  });
  const access = {
    url: sandbox.url,
    sellerId: sandbox.sellerId,
    accessKey: sandbox.accessKey,
    secretKey: sandbox.secretKey,
    clientId: sandbox.clientId,
    topicArns: [sandbox.topicArn],
    certificateUrls: [await sandbox.certificateUrl()],
    authorizationLifetimeMs: days(30),
  };
  let seeded = { apiKey: "", merchantId: "" };
  const server = await startServer({
    databaseUrl: database.url,
    masterKey,
    port: 0,
    clock: testClock(),
    logLevel: process.env.TEST_LOG ?? "silent",
    settings: { consoleDir: undefined, ...settings },
    prepare: async (services) => {
      seeded = await seedDemo(services, access, masterKey);
    },
  });
  const admin = sandboxAdmin({ url: sandbox.url });
  const notificationUrl = `${server.url}/amazon/notifications`;
  await admin.updateSeller({ sellerId: sandbox.sellerId, notificationUrl });
  return {
    ...seeded,
    sandbox,
    server,
    admin,
    async newDraft(options = {}) {
      return (await admin.createOrderReference(options)).amazonOrderReferenceId;
    },
    api: (method, path, body, headers) =>
      call(server.url + path, { method, body, headers: { authorization: `Bearer ${seeded.apiKey}`, ...headers } }),
    async advance(ms) {
      await server.services.travel.advance(ms);
    },
    async close() {
      await server.close();
      await sandbox.close();
      await database.close();
    },
  };
}

interface Question {
  readonly method: string;
  readonly body?: unknown;
  readonly headers?: Record<string, string> | undefined;
}

export async function call(url: string, { method, body, headers = {} }: Question): Promise<Reply> {
  const isRaw = typeof body === "string";
  const response = await fetch(url, {
    method,
    headers: { ...(body === undefined || isRaw ? {} : { "content-type": "application/json" }), ...headers },
    ...(body === undefined ? {} : { body: isRaw ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = String(response.headers.get("content-type")).includes("json");
  return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
}

/** Signs in to the console; gives a caller that carries cookie and token. */
export async function signIn(house: House, user: (typeof demoUsers)[number] = demoUsers[0]) {
  const { email, password } = user;
  const reply = await call(`${house.server.url}/console/api/session`, { method: "POST", body: { email, password } });
  if (reply.status !== 200) throw new Error(`sign-in: ${reply.status} ${JSON.stringify(reply.body)}`);
  const cookie = reply.headers
    .getSetCookie()
    .map((each) => each.split(";", 1)[0])
    .join("; ");
  const headers = { cookie, "csrf-token": reply.body.csrfToken as string };
  return {
    session: reply.body,
    headers,
    ask: (method: string, path: string, body?: unknown) =>
      call(`${house.server.url}/console/api${path}`, { method, body, headers }),
  };
}

export const yenOf = (amount: number) => ({ amount, currencyCode: "JPY" });
