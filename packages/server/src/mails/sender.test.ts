import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
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
  keyRing,
  type MailSettings,
  type Mails,
  makePool,
  migrate,
  newOrder,
  type Order,
  postgresStore,
  type Store,
  sqlMails,
  type WorkSource,
} from "@noren-pay/payments";
import { type TestDatabase, testDatabase } from "@noren-pay/testkit";
import type { Pool } from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { mailSender } from "./sender.ts";
import { smtpAt } from "./smtp.ts";

const noon = Date.UTC(2026, 0, 5, 12);
const random = seededRandom("mails");

/** What the mail server says at the end of a mail: a reply, or nothing, or the end of the line. */
type Reply = string | "silent" | "lost";
interface Sink {
  readonly url: string;
  readonly got: { readonly to: readonly string[]; readonly data: string }[];
  readonly script: Reply[];
  readonly server: Server;
}

/** As much of SMTP (RFC 5321) as a sender needs. */
async function openSink(): Promise<Sink> {
  const got: Sink["got"] = [];
  const script: Reply[] = [];
  const server = createServer((socket) => talk(socket, { got, script }));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `smtp://127.0.0.1:${port}?ignoreTLS=true`, got, script, server };
}

function talk(socket: Socket, { got, script }: Pick<Sink, "got" | "script">): void {
  let to: string[] = [];
  let data: string | undefined;
  let rest = "";
  const say = (line: string) => socket.write(`${line}\r\n`);
  socket.on("error", () => {});
  say("220 sink ESMTP");
  const take = (line: string) => {
    if (data !== undefined && line !== ".") {
      data += `${line}\n`;
    } else if (data !== undefined) {
      got.push({ to, data });
      data = undefined;
      const reply = script.shift() ?? "250 taken";
      if (reply === "lost") socket.destroy();
      else if (reply !== "silent") say(reply);
    } else if (/^MAIL/i.test(line)) {
      to = [];
      say("250 ok");
    } else if (/^RCPT TO:/i.test(line)) {
      to.push(/<(.*?)>/.exec(line)?.[1] ?? "");
      say("250 ok");
    } else if (/^DATA/i.test(line)) {
      data = "";
      say("354 go on");
    } else if (/^QUIT/i.test(line)) {
      socket.end("221 bye\r\n");
    } else say("250 sink");
  };
  socket.on("data", (chunk) => {
    const lines = (rest + chunk.toString("utf8")).split("\r\n");
    rest = lines.pop() ?? "";
    lines.forEach(take);
  });
}

let database: TestDatabase;
let pool: Pool;
let clock: MovableClock;
let store: Store;
let mails: Mails;
let sink: Sink;
let sender: WorkSource;
let keeper: WorkSource;
let merchants = 0;
let merchantId: string;

const settings: MailSettings = {
  language: "ja",
  from: "shop@example.jp",
  shopAddress: "staff@example.jp",
  choosePaymentUrl: "https://shop.example.jp/pay?order={sellerOrderId}",
  kindsOff: [],
};

beforeAll(async () => {
  database = await testDatabase({ migrate: (url) => migrate({ url }) });
  pool = makePool(database.url, 4);
  sink = await openSink();
  clock = movableClock({ start: noon, frozen: true });
  const ids = timeOrderedIds(clock, random);
  const db = { pool, clock, random };
  const masterKey = new Uint8Array(32);
  store = await postgresStore({ pool, masterKey, clock, random, ids });
  mails = sqlMails({ db, keys: keyRing(db, masterKey), ids });
  const onError = (error: unknown) => {
    throw error;
  };
  const common = { mails, store, clock, from: undefined, leaseMs: 10_000, onError };
  sender = mailSender({ ...common, smtp: smtpAt(sink.url, 400) });
  keeper = mailSender({ ...common, smtp: undefined });
});

afterAll(async () => {
  sink.server.close();
  await pool?.end();
  await database?.close();
});

beforeEach(async () => {
  sink.got.length = 0;
  sink.script.length = 0;
  clock.set(noon);
  await pool.query("UPDATE outgoing_mails SET wake_at = NULL");
  merchants += 1;
  merchantId = `m${merchants}`;
  await store.saveMerchant({ merchantId, name: "のれん堂", accountId: "a" });
  await mails.saveMailSettings(merchantId, settings);
});

const declined = {
  type: "orderReferenceChanged",
  at: noon,
  data: { to: "Suspended", reasonCode: "InvalidPaymentMethod" },
};
const runsOut = { type: "authorizationRunsOut", at: noon, data: { daysLeft: 3, amount: yen(10_800) } };

async function suspended(event: typeof declined | typeof runsOut, more: Partial<Order> = {}): Promise<Order> {
  const { order } = newOrder(
    {
      merchantId,
      orderId: "1".repeat(32),
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
      amazonOrderReferenceId: `S03-1234567-${String(merchants).padStart(7, "0")}`,
      sellerOrderId: "A-1",
      total: yen(1_000),
    },
    noon,
  );
  const whole: Order = {
    ...order,
    orderReference: { ...order.orderReference, state: "Suspended" },
    buyer: { name: "東雲 太郎", email: "shinonome@example.jp" },
    ...more,
  };
  await store.create({ order: whole, events: [event], entries: [] });
  return whole;
}

const only = async () => (await mails.mails(merchantId, 5))[0];

describe("the mail to a buyer whose payment was declined", () => {
  test("goes out with a Japanese subject and the link", async () => {
    await suspended(declined);
    await sender.runDue();
    expect(sink.got[0]?.to).toEqual(["shinonome@example.jp"]);
    expect(sink.got[0]?.data).toMatch(/^Subject: =\?UTF-8\?/m);
    expect(await only()).toMatchObject({ state: "sent", attempts: 1, sentAt: noon });
    expect((await only())?.content?.text).toContain("https://shop.example.jp/pay?order=A-1");
    expect((await only())?.content?.subject).toContain("お支払い方法の変更");
  });

  test("waits half an hour for a buyer who was on the page, and is not sent when the order went on", async () => {
    const order = await suspended({ ...declined, type: "other" }, { buyerWaits: true });
    await store.change(order, (now) => ({
      change: { order: now, events: [declined], entries: [] },
      result: undefined,
    }));
    expect(await sender.runDue()).toBe(0);
    const orderReference = { ...order.orderReference, state: "Open" } as const;
    await store.change(order, (now) => ({
      change: { order: { ...now, orderReference }, events: [], entries: [] },
      result: undefined,
    }));
    clock.set(noon + minutes(30));
    await sender.runDue();
    expect(await only()).toMatchObject({ state: "dropped", error: "notNeeded" });
    expect(sink.got).toEqual([]);
  });

  test("is not made where the merchant sends its own", async () => {
    await mails.saveMailSettings(merchantId, { ...settings, kindsOff: ["choosePaymentMethod"] });
    await suspended(declined);
    expect(await only()).toBeUndefined();
  });

  const wrong: [string, Partial<Order>, Partial<MailSettings>, string][] = [
    ["no address", { buyer: { name: "東雲" } }, {}, "addressMissing"],
    ["two addresses in one", { buyer: { email: "a@example.jp, b@example.jp" } }, {}, "addressMissing"],
    ["a header in the address", { buyer: { email: "a@example.jp\r\nBcc: b@example.jp" } }, {}, "addressMissing"],
    ["no page to lead to", {}, { choosePaymentUrl: undefined }, "urlMissing"],
  ];
  test.each(wrong)("is not sent where there is %s", async (_, more, changed, error) => {
    await mails.saveMailSettings(merchantId, { ...settings, ...changed });
    await suspended(declined, more);
    await sender.runDue();
    expect(await only()).toMatchObject({ state: "dropped", error });
    expect(sink.got).toEqual([]);
  });
});

test("a warning goes to the shop in its language", async () => {
  await mails.saveMailSettings(merchantId, { ...settings, language: "en" });
  await suspended(runsOut);
  await sender.runDue();
  expect(sink.got[0]?.to).toEqual(["staff@example.jp"]);
  expect((await only())?.content?.text).toContain("10800 JPY");
});

test("without a mail server a mail is written and kept", async () => {
  await suspended(runsOut);
  await keeper.runDue();
  expect(await only()).toMatchObject({ state: "kept", attempts: 0, content: { to: "staff@example.jp" } });
  expect(await keeper.nextDue()).toBeUndefined();
});

describe("a try to send", () => {
  const cases: [string, Reply, string, "waiting" | "dead"][] = [
    ["that is put off is made again", "451 later", "451", "waiting"],
    ["that is refused for good is the last", "554 no", "554", "dead"],
    ["whose answer is lost is made again", "lost", "", "waiting"],
    ["that gets no answer in time is made again", "silent", "ETIMEDOUT", "waiting"],
  ];
  test.each(cases)("%s", async (_, reply, error, state) => {
    sink.script.push(reply);
    await suspended(runsOut);
    await sender.runDue();
    expect(await only()).toMatchObject({ state, error: error === "" ? expect.any(String) : error, attempts: 1 });
    clock.set(noon + seconds(5));
    await sender.runDue();
    expect((await only())?.state).toBe(state === "dead" ? "dead" : "sent");
    const ids = sink.got.map(({ data }) => /^Message-ID: (.*)$/m.exec(data)?.[1]);
    expect(new Set(ids).size).toBe(1);
  });

  test("that finds no mail server is made again for 24 hours", async () => {
    const away = await openSink();
    await new Promise((resolve) => away.server.close(resolve));
    const lonely = mailSender({
      mails,
      store,
      clock,
      from: undefined,
      leaseMs: 10_000,
      smtp: smtpAt(away.url, 400),
      onError: () => {},
    });
    await suspended(runsOut);
    for (let due = await lonely.nextDue(); due !== undefined; due = await lonely.nextDue()) {
      clock.set(Math.max(clock.now(), due));
      await lonely.runDue();
    }
    expect(await only()).toMatchObject({ state: "dead", error: "ESOCKET" });
    expect(clock.now()).toBeGreaterThan(noon + hours(23));
  });
});
