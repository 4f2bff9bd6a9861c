import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import {
  days,
  hours,
  type MovableClock,
  minutes,
  movableClock,
  seconds,
  seededRandom,
  timeOrderedIds,
  yen,
} from "@noren-pay/base";
import {
  type Deliveries,
  keyRing,
  makePool,
  migrate,
  newOrder,
  type Order,
  type OrderEvent,
  postgresStore,
  type Store,
  sqlDeliveries,
  sqlMails,
  type WorkSource,
} from "@noren-pay/payments";
import { type TestDatabase, testDatabase } from "@noren-pay/testkit";
import type { Pool } from "pg";
import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { webhookSender } from "./sender.ts";

const noon = Date.UTC(2026, 0, 5, 12);
const secret = `whsec_${Buffer.alloc(32, 7).toString("base64")}`;
const random = seededRandom("webhooks");
let database: TestDatabase;
let pool: Pool;
let clock: MovableClock;
let store: Store;
let deliveries: Deliveries;
let sender: WorkSource;
let shop: Shop;
let merchants = 0;
let merchantId: string;
let endpointId: string;

interface Got {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}
type Answer = "lost" | "silent" | { readonly status: number; readonly headers?: Record<string, string> };

/** A shop's receiver: answers from a script, 204 when that is used up. */
interface Shop {
  readonly url: string;
  readonly got: Got[];
  readonly script: Answer[];
  readonly server: Server;
}

async function openShop(): Promise<Shop> {
  const got: Got[] = [];
  const script: Answer[] = [];
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    got.push({ headers: request.headers, body });
    const answer = script.shift() ?? { status: 204 };
    if (answer === "lost") request.socket.destroy();
    else if (answer !== "silent") response.writeHead(answer.status, answer.headers).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks`, got, script, server };
}

const closeShop = ({ server }: Shop) =>
  new Promise<void>((resolve) => {
    server.closeAllConnections();
    server.close(() => resolve());
  });

beforeAll(async () => {
  database = await testDatabase({ migrate: (url) => migrate({ url }) });
  pool = makePool(database.url, 4);
  shop = await openShop();
  clock = movableClock({ start: noon, frozen: true });
  const ids = timeOrderedIds(clock, random);
  const db = { pool, clock, random };
  const masterKey = new Uint8Array(32);
  store = await postgresStore({ pool, masterKey, clock, random, ids });
  deliveries = sqlDeliveries({ db, keys: keyRing(db, masterKey), ids });
  const onError = (error: unknown) => {
    throw error;
  };
  sender = webhookSender({ deliveries, store, clock, rules: { anywhere: true, timeoutMs: 400 }, onError });
});

afterAll(async () => {
  await closeShop(shop);
  await pool?.end();
  await database?.close();
});

beforeEach(async () => {
  shop.got.length = 0;
  shop.script.length = 0;
  merchants += 1;
  merchantId = `m${merchants}`;
  endpointId = String(merchants).padStart(32, "e");
  clock.set(noon);
  // What another test left waiting is not this one's.
  await pool.query("UPDATE webhook_deliveries SET wake_at = NULL, state = 'dead'");
  await addEndpoint(endpointId, shop.url);
});

const addEndpoint = (id: string, url: string, more: { eventTypes?: never[]; withBuyer?: boolean } = {}) =>
  deliveries.addEndpoint({
    merchantId,
    endpointId: id,
    url,
    eventTypes: [],
    withBuyer: false,
    secret,
    now: clock.now(),
    ...more,
  });

const captured = (to: string): OrderEvent => ({
  type: "captureChanged",
  at: clock.now(),
  data: { to, captureId: "c" },
});

async function orderWith(n: number, events: readonly OrderEvent[], more: Partial<Order> = {}): Promise<Order> {
  const { order } = newOrder(
    {
      merchantId,
      orderId: `${n}`.padStart(32, "0"),
      account: {
        accountId: merchantId,
        region: "jp",
        environment: "Sandbox",
        authorizationLifetimeMs: days(2),
        capabilities: {
          nothingToCall: [],
          severalAuthorizations: true,
          overcharge: true,
          amazonHandlesDeclines: false,
          pendingAuthorizations: true,
        },
      },
      amazonOrderReferenceId: `S03-${String(merchants).padStart(7, "0")}-${String(n).padStart(7, "0")}`,
      sellerOrderId: `A-${n}`,
      total: yen(1_000),
    },
    clock.now(),
  );
  await store.create({ order: { ...order, ...more }, events, entries: [] });
  return order;
}

const happens = (order: Order, ...events: OrderEvent[]) =>
  store.change(order, (now) => ({ change: { order: now, events, entries: [] }, result: undefined }));

const states = async () => (await deliveries.deliveries(merchantId, endpointId, 50)).map(({ state }) => state);
const types = () => shop.got.map(({ body }) => JSON.parse(body).type);
const only = async () => (await deliveries.deliveries(merchantId, endpointId, 1))[0];

describe("a webhook", () => {
  test("is signed, so that the standard's library verifies it, and holds type, time and data", async () => {
    const order = await orderWith(1, [captured("Completed"), { type: "callAnswered", at: noon, data: {} }]);
    expect(await sender.runDue()).toBe(1);
    const [got] = shop.got;
    const verified = new Webhook(secret).verify(got?.body ?? "", got?.headers as Record<string, string>);
    expect(verified).toEqual({
      type: "capture.completed",
      timestamp: "2026-01-05T12:00:00.000Z",
      data: {
        merchantId,
        orderId: order.orderId,
        sequence: 1,
        sellerOrderId: "A-1",
        amazonOrderReferenceId: order.amazonOrderReferenceId,
        to: "Completed",
        captureId: "c",
      },
    });
    expect(await only()).toMatchObject({ state: "delivered", tries: [{ attempt: 1, status: 204 }] });
  });

  test("is not written when the change is not", async () => {
    const order = await orderWith(1, []);
    const broken = { id: "e", at: noon, cause: "capture", objectId: "c", lines: [] } as const;
    const change = (now: Order) => ({
      change: { order: now, events: [captured("Completed")], entries: [broken] },
      result: undefined,
    });
    await expect(store.change(order, change)).rejects.toThrow();
    expect(await states()).toEqual([]);
  });

  test("holds the buyer only where the endpoint asks for it, and never the salt", async () => {
    const other = "f".repeat(32);
    await addEndpoint(other, shop.url, { withBuyer: true });
    await orderWith(1, [captured("Completed")], { buyer: { name: "東雲 太郎", salt: "pepper" } });
    await sender.runDue();
    const bodies = shop.got.map(({ body }) => body).sort((a, b) => a.length - b.length);
    expect(bodies[0]).not.toContain("東雲");
    expect(JSON.parse(bodies[1] ?? "").data.buyer).toEqual({ name: "東雲 太郎" });
  });

  test("goes only to endpoints that want its type", async () => {
    await deliveries.changeEndpoint(merchantId, endpointId, { eventTypes: ["refund.completed"], now: noon });
    await orderWith(1, [captured("Completed")]);
    expect(await states()).toEqual([]);
  });

  test("is signed by the old secret too for a day after a new one", async () => {
    const fresh = `whsec_${Buffer.alloc(32, 8).toString("base64")}`;
    await deliveries.changeEndpoint(merchantId, endpointId, { secret: fresh, now: noon });
    await orderWith(1, [captured("Completed")]);
    await sender.runDue();
    clock.set(noon + hours(25));
    await orderWith(2, [captured("Completed")]);
    await sender.runDue();
    const verifies = (n: number, by: string) => () =>
      new Webhook(by).verify(shop.got[n]?.body ?? "", shop.got[n]?.headers as Record<string, string>);
    for (const by of [secret, fresh]) expect(verifies(0, by)).not.toThrow();
    expect(verifies(1, fresh)).not.toThrow();
    expect(verifies(1, secret)).toThrow();
  });
});

describe("the messages of one order", () => {
  test("go one after the other, and the later waits while the earlier fails", async () => {
    shop.script.push({ status: 500 });
    const order = await orderWith(1, [captured("Pending"), captured("Completed")]);
    await sender.runDue();
    await happens(order, captured("Closed"));
    await orderWith(2, [captured("Declined")]);
    await sender.runDue();
    expect(types()).toEqual(["capture.pending", "capture.declined"]);
    clock.set(noon + seconds(5));
    for (let n = 0; n < 3; n++) await sender.runDue();
    expect(types().slice(2)).toEqual(["capture.pending", "capture.completed", "capture.closed"]);
    expect(await sender.nextDue()).toBeUndefined();
  });

  test("go on when one was given up after 24 hours", async () => {
    await orderWith(1, [captured("Pending"), captured("Completed")]);
    for (let n = 0; n < 9; n++) shop.script.push({ status: 500 });
    for (let due = await sender.nextDue(); due !== undefined; due = await sender.nextDue()) {
      clock.set(Math.max(clock.now(), due));
      await sender.runDue();
    }
    expect(clock.now()).toBeLessThanOrEqual(noon + hours(24));
    expect((await states()).sort()).toEqual(["dead", "delivered"]);
    expect(types().at(-1)).toBe("capture.completed");
  });
});

describe("a try", () => {
  const cases: [string, Answer, { status?: number; error: string }, number][] = [
    [
      "that is throttled waits as long as it is asked to",
      { status: 429, headers: { "retry-after": "120" } },
      { status: 429, error: "refused" },
      minutes(2),
    ],
    [
      "that meets a maintenance does so too",
      { status: 503, headers: { "retry-after": "90" } },
      { status: 503, error: "refused" },
      seconds(90),
    ],
    ["whose answer is lost is made again", "lost", { error: "answerLost" }, seconds(5)],
    ["that gets no answer in time is made again", "silent", { error: "tooSlow" }, seconds(5)],
    [
      "that is redirected is not followed",
      { status: 302, headers: { location: "/elsewhere" } },
      { status: 302, error: "redirected" },
      seconds(5),
    ],
  ];
  test.each(cases)("%s", async (_, answer, seen, pause) => {
    shop.script.push(answer);
    await orderWith(1, [captured("Completed")]);
    await sender.runDue();
    expect(await only()).toMatchObject({ state: "waiting", nextAttemptAt: noon + pause, tries: [seen] });
    expect(await sender.runDue()).toBe(0);
    clock.set(noon + pause);
    await sender.runDue();
    expect(await states()).toEqual(["delivered"]);
    expect(shop.got[0]?.headers["webhook-id"]).toBe(shop.got[1]?.headers["webhook-id"]);
  });

  test("that finds nobody there is made again", async () => {
    const gone = await openShop();
    await closeShop(gone);
    await deliveries.changeEndpoint(merchantId, endpointId, { url: gone.url, now: noon });
    await orderWith(1, [captured("Completed")]);
    await sender.runDue();
    expect(await only()).toMatchObject({ state: "waiting", tries: [{ error: "notReached" }] });
  });

  test("of a killed process is made by the next one once its lease is over", async () => {
    await orderWith(1, [captured("Completed")]);
    const [taken] = await deliveries.claimDeliveries({ now: noon, limit: 5, leaseMs: 60_000 });
    expect(taken).toBeDefined();
    expect(await sender.runDue()).toBe(0);
    await pool.query("UPDATE webhook_deliveries SET lease_until = clock_timestamp() WHERE lease_token IS NOT NULL");
    expect(await sender.runDue()).toBe(1);
    expect(await states()).toEqual(["delivered"]);
  });
});

describe("an endpoint", () => {
  test("that says 410 is switched off at once, and the shop hears of it elsewhere and by mail", async () => {
    const other = "f".repeat(32);
    const second = await openShop();
    await addEndpoint(other, second.url);
    shop.script.push({ status: 410 });
    await orderWith(1, [captured("Completed")]);
    await sender.runDue();
    await sender.runDue();
    expect(await deliveries.endpoint(merchantId, endpointId)).toMatchObject({ active: false, disabledReason: "gone" });
    expect(second.got.map(({ body }) => JSON.parse(body).type)).toContain("webhook.disabled");
    const { rows } = await pool.query("SELECT kind FROM outgoing_mails WHERE merchant_id = $1", [merchantId]);
    expect(rows).toEqual([{ kind: "webhookDisabled" }]);
    await closeShop(second);
  });

  test("that has taken nothing for three days is switched off when a message is given up", async () => {
    for (let n = 0; n < 40; n++) shop.script.push({ status: 500 });
    for (let n = 1; n <= 4; n++) {
      await orderWith(n, [captured("Completed")]);
      for (let due = await sender.nextDue(); due !== undefined; due = await sender.nextDue()) {
        clock.set(Math.max(clock.now(), due));
        await sender.runDue();
      }
    }
    expect(await deliveries.endpoint(merchantId, endpointId)).toMatchObject({
      active: false,
      disabledReason: "failing",
    });
    const again = await deliveries.changeEndpoint(merchantId, endpointId, { active: true, now: clock.now() });
    expect(again).toMatchObject({ active: true, disabledReason: undefined, failingSince: undefined });
    const [dead] = await deliveries.deliveries(merchantId, endpointId, 1);
    shop.script.length = 0;
    expect(await deliveries.resend({ merchantId, endpointId, deliveryId: dead?.deliveryId ?? "" }, clock.now())).toBe(
      true,
    );
    await sender.runDue();
    expect((await states())[0]).toBe("delivered");
  });

  test("that is removed takes nothing more, and leaves nothing behind", async () => {
    await orderWith(1, [captured("Completed")]);
    expect(await deliveries.removeEndpoint(merchantId, endpointId)).toBe(true);
    expect(await sender.runDue()).toBe(0);
    expect(shop.got).toEqual([]);
  });
});

test("merchants are served in turn, however much one has waiting", async () => {
  for (let n = 1; n <= 40; n++) await orderWith(n, [captured("Completed")]);
  merchants += 1;
  merchantId = `m${merchants}`;
  endpointId = String(merchants).padStart(32, "e");
  await addEndpoint(endpointId, shop.url);
  await orderWith(1, [captured("Declined")]);
  await sender.runDue();
  expect(types()).toContain("capture.declined");
});

test("a mail and its settings are sealed", async () => {
  const db = { pool, clock, random };
  const mails = sqlMails({ db, keys: keyRing(db, new Uint8Array(32)), ids: timeOrderedIds(clock, random) });
  const settings = {
    language: "en",
    from: "shop@example.jp",
    shopAddress: "staff@example.jp",
    choosePaymentUrl: "https://shop.example.jp/",
    kindsOff: ["webhookDisabled"],
  } as const;
  await mails.saveMailSettings(merchantId, settings);
  expect(await mails.mailSettings(merchantId)).toEqual(settings);
  const { rows } = await pool.query("SELECT addresses_sealed::text AS sealed FROM mail_settings");
  expect(Buffer.from(rows[0].sealed.slice(2), "hex").toString("latin1")).not.toContain("example.jp");
});
