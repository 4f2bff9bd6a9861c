import { createVerify, X509Certificate } from "node:crypto";
import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { hours, minutes, yen } from "@noren-pay/base";
import { readEnvelope, readNotification, snsStringToSign } from "@noren-pay/protocol";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Sandbox } from "../start-sandbox.ts";
import { admin, quickSandbox, signedCall } from "../testing/wire.ts";

interface Delivery {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly businessTime: number;
}

let sandbox: Sandbox;
let endpoint: Server;
let deliveries: Delivery[];
/** What the endpoint answers next; 200 when it runs out. "hang": never anything. */
let answers: (number | "hang")[];

beforeEach(async () => {
  deliveries = [];
  answers = [];
  endpoint = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => {
      body += chunk;
    });
    request.on("end", () => {
      deliveries.push({ headers: request.headers, body, businessTime: sandbox.clock.now() });
      const answer = answers.shift() ?? 200;
      if (answer !== "hang") response.writeHead(answer).end();
    });
  });
  await new Promise<void>((resolve) => endpoint.listen(0, "127.0.0.1", resolve));
  sandbox = await quickSandbox({ settings: { noticeTimeoutMs: 200 } });
  const notificationUrl = `http://127.0.0.1:${(endpoint.address() as AddressInfo).port}/ipn`;
  await admin(sandbox, "PATCH", `/sellers/${sandbox.sellerId}`, { notificationUrl });
});
afterEach(async () => {
  await sandbox.close();
  endpoint.closeAllConnections();
  await new Promise((resolve) => endpoint.close(resolve));
});

/** An open order of ¥1,000 with one asynchronous authorization. */
async function authorized(): Promise<string> {
  const order = (await admin(sandbox, "POST", "/order-references", {})).body;
  const id = { AmazonOrderReferenceId: order.amazonOrderReferenceId as string };
  await signedCall(sandbox, "SetOrderReferenceDetails", {
    ...id,
    OrderReferenceAttributes: { OrderTotal: yen(1_000) },
  });
  await signedCall(sandbox, "ConfirmOrderReference", id);
  await signedCall(sandbox, "Authorize", { ...id, AuthorizationReferenceId: "a-1", AuthorizationAmount: yen(1_000) });
  return id.AmazonOrderReferenceId;
}
const advance = (ms: number) => admin(sandbox, "POST", "/clock/advance", { ms });

describe("a notice on the wire", () => {
  test("is signed by the certificate it names, and says what happened", async () => {
    const order = await authorized();
    await advance(minutes(1));
    const [delivery] = deliveries;
    const envelope = readEnvelope(delivery?.body ?? "");
    expect(envelope.SigningCertURL).toMatch(
      new RegExp(`^${sandbox.url}/SimpleNotificationService-[0-9a-f]{32}\\.pem$`),
    );
    const certificate = new X509Certificate(await (await fetch(envelope.SigningCertURL)).text());
    expect(certificate.subject.split("\n")).toContain("CN=sns.amazonaws.com");
    const verify = createVerify("RSA-SHA1").update(snsStringToSign(envelope));
    expect(verify.verify(certificate.publicKey, envelope.Signature, "base64")).toBe(true);
    const notification = readNotification(envelope.Message);
    expect(notification).toMatchObject({
      type: "PaymentAuthorize",
      sellerId: sandbox.sellerId,
      releaseEnvironment: "Sandbox",
      details: { AuthorizationStatus: { State: "Open" }, AuthorizationAmount: yen(1_000) },
    });
    expect(envelope.Message).toContain(`${order}-A`);
  });

  test("carries SNS's headers, equal to what stands in it", async () => {
    await authorized();
    await advance(minutes(1));
    const envelope = readEnvelope(deliveries[0]?.body ?? "");
    expect(deliveries[0]?.headers).toMatchObject({
      "content-type": "text/plain; charset=UTF-8",
      "user-agent": "Amazon Simple Notification Service Agent",
      "x-amz-sns-message-type": "Notification",
      "x-amz-sns-message-id": envelope.MessageId,
      "x-amz-sns-topic-arn": envelope.TopicArn,
    });
    expect(envelope.TopicArn).toBe(sandbox.topicArn);
    expect(envelope.TopicArn.endsWith(sandbox.sellerId)).toBe(true);
  });

  test("can be signed with SHA-256", async () => {
    await admin(sandbox, "PATCH", "/settings", { noticeSignatureVersion: "2" });
    await authorized();
    await advance(minutes(1));
    const envelope = readEnvelope(deliveries[0]?.body ?? "");
    const certificate = new X509Certificate(await (await fetch(envelope.SigningCertURL)).text());
    const verify = createVerify("RSA-SHA256").update(snsStringToSign(envelope));
    expect([envelope.SignatureVersion, verify.verify(certificate.publicKey, envelope.Signature, "base64")]).toEqual([
      "2",
      true,
    ]);
  });
});

describe("the sandbox delivers", () => {
  test("again every hour of business time until it is taken, the same body each time", async () => {
    answers = [503, 500, "hang"];
    await authorized();
    await advance(hours(4));
    expect(deliveries).toHaveLength(4);
    expect(new Set(deliveries.map((each) => each.body)).size).toBe(1);
    const [first] = deliveries;
    expect(deliveries.map((each) => (each.businessTime - (first?.businessTime ?? 0)) / hours(1))).toEqual([0, 1, 2, 3]);
    const [notice] = (await admin(sandbox, "GET", "/notices?state=delivered")).body.notices;
    expect(notice.attempts.map((attempt: { status: number | null }) => attempt.status)).toEqual([503, 500, null, 200]);
  });

  test("not again after a 4xx", async () => {
    answers = [400];
    await authorized();
    await advance(hours(3));
    expect(deliveries).toHaveLength(1);
    expect((await admin(sandbox, "GET", "/notices?state=givenUp")).body.notices).toHaveLength(1);
  });

  test("in the order of what happened", async () => {
    const order = await authorized();
    await advance(minutes(1));
    const [authorization] = sandbox.core.world.authorizations.keys();
    const capture = {
      AmazonAuthorizationId: authorization ?? "",
      CaptureReferenceId: "c-1",
      CaptureAmount: yen(1_000),
    };
    await signedCall(sandbox, "Capture", capture);
    await signedCall(sandbox, "CloseOrderReference", { AmazonOrderReferenceId: order });
    await advance(0);
    const types = deliveries.map((each) => readNotification(readEnvelope(each.body).Message).wireType);
    expect(types).toEqual(["PaymentAuthorize", "PaymentCapture", "PaymentAuthorize", "OrderReferenceNotification"]);
  });

  test("to nobody who is not there, and tries again later", async () => {
    await admin(sandbox, "PATCH", `/sellers/${sandbox.sellerId}`, { notificationUrl: "http://127.0.0.1:9/" });
    await authorized();
    await advance(minutes(1));
    const [notice] = (await admin(sandbox, "GET", "/notices")).body.notices;
    expect(notice).toMatchObject({ state: "waiting", attempts: [{ status: null, problem: "ECONNREFUSED" }] });
  });

  test("by itself in real time", async () => {
    await admin(sandbox, "PATCH", "/settings", { processingMs: 20 });
    await admin(sandbox, "POST", "/clock/thaw");
    const delivered = new Promise((resolve) => endpoint.once("request", resolve));
    await authorized();
    await delivered;
  });
});
