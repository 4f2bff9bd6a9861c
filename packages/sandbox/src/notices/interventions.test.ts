import { createVerify, X509Certificate } from "node:crypto";
import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { days, minutes } from "@noren-pay/base";
import { notificationTypeNames, readEnvelope, readNotification, snsStringToSign } from "@noren-pay/protocol";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type SandboxAdmin, sandboxAdmin } from "../admin/client.ts";
import type { Sandbox } from "../start-sandbox.ts";
import { quickSandbox } from "../testing/wire.ts";
import { forgeries } from "./forgeries.ts";

let sandbox: Sandbox;
let admin: SandboxAdmin;
let endpoint: Server;
let received: { readonly body: string; readonly headers: IncomingHttpHeaders }[];

beforeEach(async () => {
  received = [];
  endpoint = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    received.push({ body, headers: request.headers });
    response.end();
  });
  await new Promise<void>((resolve) => endpoint.listen(0, "127.0.0.1", resolve));
  sandbox = await quickSandbox();
  admin = sandboxAdmin({ url: sandbox.url });
  const notificationUrl = `http://127.0.0.1:${(endpoint.address() as AddressInfo).port}/`;
  await admin.updateSeller({ sellerId: sandbox.sellerId, notificationUrl });
});
afterEach(async () => {
  await sandbox.close();
  endpoint.closeAllConnections();
  await new Promise((resolve) => endpoint.close(resolve));
});

const sample = (type: (typeof notificationTypeNames)[number] = "PaymentCapture") => admin.sendSample({ type });
/** Lets everything be sent that is due. */
const settle = () => admin.advanceClock({ ms: 0 });
const messageIds = () => received.map(({ body }) => readEnvelope(body).MessageId);
const states = async () => (await admin.listNotices()).notices.map(({ state }) => state);

describe("a notice", () => {
  test("is held, and released when told", async () => {
    await admin.createNoticeRule({ kind: "hold" });
    const { noticeId, state } = await sample();
    expect(state).toBe("held");
    await admin.advanceClock({ ms: days(1) });
    expect(received).toHaveLength(0);
    await admin.releaseNotice({ noticeId });
    await settle();
    expect(messageIds()).toEqual([noticeId]);
    expect(await states()).toEqual(["delivered"]);
  });

  test("is dropped, and never sent", async () => {
    await admin.createNoticeRule({ kind: "drop", count: 1 });
    await sample();
    await settle();
    expect([received.length, await states()]).toEqual([0, ["dropped"]]);
    await sample();
    await settle();
    expect(received).toHaveLength(1);
  });

  test("is delayed in business time", async () => {
    await admin.createNoticeRule({ kind: "delay", ms: minutes(5) });
    await sample();
    await admin.advanceClock({ ms: minutes(4) });
    expect(received).toHaveLength(0);
    await admin.advanceClock({ ms: minutes(1) });
    expect(received).toHaveLength(1);
  });

  test("is sent twice and more, byte for byte", async () => {
    await admin.createNoticeRule({ kind: "duplicate", copies: 2 });
    await sample();
    await settle();
    expect(received).toHaveLength(3);
    expect(new Set(received.map(({ body }) => body)).size).toBe(1);
  });

  test("is replayed after it was delivered, byte for byte", async () => {
    const { noticeId } = await sample();
    await settle();
    await admin.replayNotice({ noticeId });
    await admin.advanceClock({ ms: minutes(1) });
    expect(received).toHaveLength(2);
    expect(received[0]?.body).toBe(received[1]?.body);
    const { attempts } = await admin.getNotice({ noticeId });
    expect(attempts).toMatchObject([
      { status: 200, problem: null, wall: expect.any(String), tookMs: expect.any(Number) },
      { status: 200, problem: null, wall: expect.any(String), tookMs: expect.any(Number) },
    ]);
  });

  test("cannot be changed in a state that does not allow it", async () => {
    const { noticeId } = await sample();
    await settle();
    for (const change of ["holdNotice", "releaseNotice", "dropNotice", "duplicateNotice"] as const) {
      await expect(admin[change]({ noticeId })).rejects.toMatchObject({ code: "NotInThisState", status: 409 });
    }
  });
});

describe("held notices", () => {
  test("are released in a given order, the others after them as they were written", async () => {
    await admin.createNoticeRule({ kind: "hold" });
    const ids = [];
    for (let i = 0; i < 4; i++) ids.push((await sample()).noticeId);
    await admin.clearNoticeRules();
    const [first = "", second = "", third = "", fourth = ""] = ids;
    await admin.releaseNotices({ noticeIds: [third, second] });
    await settle();
    expect(messageIds()).toEqual([third, second, first, fourth]);
  });

  test("are shuffled by the seed: the same seed, the same order", async () => {
    const orderOf = async () => {
      const other = await quickSandbox({ seed: "shuffle" });
      const at = sandboxAdmin({ url: other.url });
      await at.updateSeller({ sellerId: other.sellerId, notificationUrl: "http://127.0.0.1:9/" });
      await at.createNoticeRule({ kind: "hold" });
      const written: string[] = [];
      for (let i = 0; i < 8; i++) written.push((await at.sendSample({ type: "PaymentRefund" })).noticeId);
      const { notices } = await at.releaseNotices({ shuffle: true });
      await other.close();
      return notices.map(({ noticeId }) => written.indexOf(noticeId));
    };
    const order = await orderOf();
    expect(await orderOf()).toEqual(order);
    expect(order).not.toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect([...order].sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });
});

test("a rule by chance befalls about as many notices as it says, and the same ones from the same seed", async () => {
  const rule = await admin.createNoticeRule({ kind: "drop", probability: 0.5 });
  for (let i = 0; i < 40; i++) await sample();
  const [{ fired } = { fired: 0 }] = (await admin.listNoticeRules()).rules;
  expect([rule.ruleId, fired > 8 && fired < 32]).toEqual(["notice-rule-1", true]);
});

describe("a sample", () => {
  for (const type of notificationTypeNames) {
    test(`of ${type} is well signed and marked`, async () => {
      await sample(type);
      await settle();
      const envelope = readEnvelope(received[0]?.body ?? "");
      const notification = readNotification(envelope.Message);
      expect(notification).toMatchObject({ type, isSample: true, releaseEnvironment: "Live" });
      expect(await isVerified(received[0]?.body ?? "")).toBe(true);
    });
  }
});

test("a seller's own signature version goes before the setting", async () => {
  await admin.updateSeller({ sellerId: sandbox.sellerId, noticeSignatureVersion: "2" });
  await sample();
  await settle();
  expect(readEnvelope(received[0]?.body ?? "").SignatureVersion).toBe("2");
  expect(await isVerified(received[0]?.body ?? "")).toBe(true);
});

/** By the certificate that lies at the named path, as a receiver would that looks at nothing else. */
async function isVerified(body: string): Promise<boolean> {
  const envelope = readEnvelope(body);
  const { pathname } = new URL(envelope.SigningCertURL);
  const { publicKey } = new X509Certificate(await (await fetch(sandbox.url + pathname)).text());
  const hash = envelope.SignatureVersion === "1" ? "RSA-SHA1" : "RSA-SHA256";
  return createVerify(hash).update(snsStringToSign(envelope)).verify(publicKey, envelope.Signature, "base64");
}

describe("a forged notice", () => {
  const verified: Partial<Record<(typeof forgeries)[number], boolean>> = {
    wrongCertificate: true,
    wrongHost: true,
    oldTimestamp: true,
    wrongTopic: true,
  };
  for (const forgery of forgeries.filter((each) => each !== "unsigned")) {
    test(`${forgery} has one thing wrong with it`, async () => {
      const { noticeId } = await sample();
      await settle();
      const copy = await admin.forgeNotice({ noticeId, forgery });
      expect(copy).toMatchObject({ forgery, state: "waiting" });
      expect(copy.noticeId).not.toBe(noticeId);
      await settle();
      const [right, wrong] = received.map(({ body }) => readEnvelope(body));
      expect(await isVerified(received[1]?.body ?? "")).toBe(verified[forgery] ?? false);
      expect(wrong?.SigningCertURL === right?.SigningCertURL).toBe(
        !["wrongHost", "wrongCertificate"].includes(forgery),
      );
      expect(wrong?.TopicArn === right?.TopicArn).toBe(forgery !== "wrongTopic");
      expect(received[1]?.headers["x-amz-sns-topic-arn"]).toBe(wrong?.TopicArn);
      const age = Date.parse(right?.Timestamp ?? "") - Date.parse(wrong?.Timestamp ?? "");
      expect(age > days(29)).toBe(forgery === "oldTimestamp");
    });
  }

  test("wrongCertificate names one that is not SNS's", async () => {
    await admin.createNoticeRule({ kind: "forge", forgery: "wrongCertificate" });
    await sample();
    await settle();
    const { pathname } = new URL(readEnvelope(received[0]?.body ?? "").SigningCertURL);
    const { subject } = new X509Certificate(await (await fetch(sandbox.url + pathname)).text());
    expect(subject).toContain("CN=sns.example.com");
  });

  test("unsigned has an empty signature", async () => {
    await admin.createNoticeRule({ kind: "forge", forgery: "unsigned", count: 1 });
    await sample();
    await settle();
    expect(JSON.parse(received[0]?.body ?? "{}").Signature).toBe("");
  });
});
