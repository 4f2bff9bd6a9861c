import { yen } from "@noren-pay/base";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type SandboxAdmin, sandboxAdmin } from "../admin/client.ts";
import type { Sandbox } from "../start-sandbox.ts";
import { type Bent, quickSandbox, signedCall } from "../testing/wire.ts";
import { type LoggedRequest, RequestLog, textWithoutTokens } from "./request-log.ts";

let sandbox: Sandbox;
let admin: SandboxAdmin;
beforeEach(async () => {
  sandbox = await quickSandbox();
  admin = sandboxAdmin({ url: sandbox.url });
});
afterEach(() => sandbox.close());

const status = (bent?: Bent) => signedCall(sandbox, "GetServiceStatus", {}, bent);
const last = async () => {
  const [entry] = (await admin.listRequests({ limit: 1 })).requests;
  if (!entry) throw new Error("nothing was logged");
  return admin.getRequest({ requestId: entry.requestId });
};

describe("the log of requests", () => {
  test("keeps what was asked and answered, with both times, under the answer's request id", async () => {
    const AmazonOrderReferenceId = sandbox.newOrder();
    const OrderReferenceAttributes = { OrderTotal: yen(1_000) };
    const answer = await signedCall(sandbox, "SetOrderReferenceDetails", {
      AmazonOrderReferenceId,
      OrderReferenceAttributes,
    });
    const entry = await admin.getRequest({ requestId: answer.headers.get("x-mws-request-id") ?? "" });
    expect(entry).toMatchObject({
      operation: "SetOrderReferenceDetails",
      sellerId: sandbox.sellerId,
      accessKey: sandbox.accessKey,
      environment: "Sandbox",
      method: "POST",
      status: 200,
      code: null,
      why: null,
      at: new Date(sandbox.clock.now()).toISOString(),
      answer: answer.text,
    });
    expect(Math.abs(Date.parse(entry.wall) - sandbox.clock.wall())).toBeLessThan(60_000);
    expect(entry.parameters).toContainEqual({ name: "OrderReferenceAttributes.OrderTotal.Amount", value: "1000" });
    expect((await admin.listRequests({ contains: AmazonOrderReferenceId })).requests).toHaveLength(1);
  });

  const refusals: [title: string, bent: () => Bent, code: string, why: RegExp][] = [
    ["a wrong key", () => ({ secretKey: "x" }), "SignatureDoesNotMatch", /secret key is most likely not that of/],
    ["another host", () => ({ signedHost: "mws.amazonservices.jp" }), "SignatureDoesNotMatch", /otherHost: .*jp/],
    [
      "an unknown key",
      () => ({ set: { AWSAccessKeyId: "AKIA0" } }),
      "InvalidAccessKeyId",
      /No seller .* this access key/,
    ],
    ["another seller", () => ({ set: { SellerId: "A0OTHER" } }), "AccessDenied", /names A0OTHER/],
    [
      "a slow clock",
      () => ({ set: { Timestamp: new Date(sandbox.clock.wall() - 9 * 3_600_000).toISOString() } }),
      "InvalidParameterValue",
      /behind .*whole hours/,
    ],
  ];
  for (const [title, bent, code, why] of refusals) {
    test(`says why of ${title}, and so does a header`, async () => {
      const answer = await status(bent());
      expect(answer.code).toBe(code);
      expect(answer.headers.get("x-noren-sandbox-why")).toMatch(why);
      const entry = await last();
      expect([entry.code, entry.status]).toEqual([code, answer.status]);
      expect(`${entry.why?.variants?.join()}: ${entry.why?.en}`).toMatch(why);
      expect(entry.why?.ja).toMatch(/[ぁ-ん]/);
    });
  }

  test("shows the string that the sandbox signed, and Amazon's message stays Amazon's", async () => {
    const answer = await status({ method: "POST", signedHost: "mws.amazonservices.jp" });
    expect(answer.text).not.toContain("mws.amazonservices.jp");
    const { why } = await last();
    expect(why?.stringToSign).toMatch(/^POST\n127\.0\.0\.1:\d+\n/);
    expect(why?.signedInstead).toMatch(/^POST\nmws\.amazonservices\.jp\n/);
  });

  test("says nothing in the header where the setting forbids it", async () => {
    await admin.changeSettings({ explainRefusals: false });
    expect((await status({ secretKey: "x" })).headers.get("x-noren-sandbox-why")).toBeNull();
    expect((await last()).why).not.toBeNull();
  });

  test("knows faults and requests without an answer", async () => {
    await admin.createFault({ kind: "resetBefore" });
    await status().catch(() => undefined);
    expect(await last()).toMatchObject({ status: null, noAnswer: "reset", faultId: "fault-1" });
  });

  test("can be searched", async () => {
    await status();
    await status({ secretKey: "x" });
    await fetch(`${sandbox.url}/wrong/path`, { method: "POST" });
    const found = async (query: Parameters<SandboxAdmin["listRequests"]>[0]) =>
      (await admin.listRequests(query)).requests.map(({ status: code }) => code);
    expect(await found({})).toEqual([404, 403, 200]);
    expect(await found({ failed: "true" })).toEqual([404, 403]);
    expect(await found({ failed: "false" })).toEqual([200]);
    expect(await found({ code: "SignatureDoesNotMatch" })).toEqual([403]);
    expect(await found({ operation: "GetServiceStatus" })).toEqual([403, 200]);
    expect(await found({ status: 404 })).toEqual([404]);
    expect(await found({ sellerId: sandbox.sellerId, limit: 1 })).toEqual([403]);
    expect(await found({ since: new Date(sandbox.clock.wall() + 60_000).toISOString() })).toEqual([]);
    await admin.clearRequests();
    expect(await found({})).toEqual([]);
  });

  test("never holds a token or a secret", async () => {
    const { accessToken } = await admin.createToken();
    const request = { AmazonOrderReferenceId: sandbox.newOrder(), AccessToken: accessToken };
    await signedCall(sandbox, "GetOrderReferenceDetails", request, { set: { MWSAuthToken: "amzn.mws.secret" } });
    await signedCall(sandbox, "GetOrderReferenceDetails", request, { secretKey: "x" });
    await signedCall(sandbox, "GetOrderReferenceDetails", request, {
      signatureMethod: "HmacSHA1",
      set: { SignatureMethod: "HmacSHA256" },
    });
    const entries = (await admin.listRequests()).requests;
    const all = JSON.stringify(await Promise.all(entries.map(({ requestId }) => admin.getRequest({ requestId }))));
    expect(entries.length).toBe(3);
    for (const secret of [accessToken, encodeURIComponent(accessToken), accessToken.slice(5, 60), "amzn.mws.secret"]) {
      expect(all).not.toContain(secret);
    }
    expect(all).not.toContain(sandbox.secretKey);
    expect(textWithoutTokens("A=1&AccessToken=Atza%7Cx&B=2\nAccessToken=y")).toBe(
      "A=1&AccessToken=***&B=2\nAccessToken=***",
    );
  });
});

describe("the ring", () => {
  const entry = (requestId: string, answer = ""): LoggedRequest => ({
    requestId,
    at: 0,
    wall: 0,
    tookMs: 0,
    method: "POST",
    path: "/",
    host: "",
    userAgent: "",
    environment: "Sandbox",
    requestBytes: 0,
    answer,
  });
  const ids = (log: RequestLog) => log.list().map(({ requestId }) => requestId);

  test("forgets the oldest beyond its count", () => {
    const log = new RequestLog(() => ({ requestLogMax: 2, requestLogBytesMax: 1e9 }));
    for (const id of ["a", "b", "c"]) log.add(entry(id));
    expect(ids(log)).toEqual(["c", "b"]);
  });

  test("forgets the oldest beyond its bytes, and what is too large by itself", () => {
    const log = new RequestLog(() => ({ requestLogMax: 100, requestLogBytesMax: 10_000 }));
    for (const id of ["a", "b", "c"]) log.add(entry(id, "x".repeat(2_000)));
    expect(ids(log)).toEqual(["c", "b"]);
    log.add(entry("huge", "x".repeat(20_000)));
    expect(ids(log)).toEqual([]);
  });

  test("goes round as often as one likes, with a seller's entries taken out of its midst", () => {
    const log = new RequestLog(() => ({ requestLogMax: 10, requestLogBytesMax: 1e9 }));
    for (let i = 0; i < 5_000; i++) {
      log.add({ ...entry(`r${i}`), sellerId: i % 2 ? "A1" : "A2" });
      if (i % 1_000 === 0) log.forgetSeller("A2");
    }
    expect(ids(log)).toEqual(Array.from({ length: 10 }, (_, i) => `r${4_999 - i}`));
    log.forgetSeller("A1");
    expect(ids(log)).toEqual(["r4998", "r4996", "r4994", "r4992", "r4990"]);
    log.add(entry("next"));
    expect(log.size).toBe(6);
  });

  test("keeps nothing when it is told to", () => {
    const log = new RequestLog(() => ({ requestLogMax: 0, requestLogBytesMax: 1e9 }));
    log.add(entry("a"));
    expect(log.size).toBe(0);
  });
});
