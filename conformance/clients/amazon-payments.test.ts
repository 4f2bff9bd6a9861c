// npm `amazon-payments` 0.2.9, unmodified, against the sandbox over plain http. The package takes any object with two
// addresses as its environment; only certificates of notices it insists on fetching from Amazon's host.
import { spawn } from "node:child_process";
import { createServer, type Server } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { seconds } from "@noren-pay/base";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { draftAgreement } from "../agreements.ts";
import { openShop } from "../shop.ts";
import { frontHost, type SnsFront, snsFront } from "./sns-front.ts";

// The package has no types and speaks in callbacks with whatever XML gives.
// biome-ignore lint/suspicious/noExplicitAny: see above
type Whatever = any;
const { connect } = createRequire(import.meta.url)("amazon-payments") as { connect(config: object): Whatever };

const shop = openShop();
let payments: Whatever;
beforeAll(() => {
  const { url, sellerId, accessKey, secretKey, clientId } = shop.current.sandbox;
  payments = connect({
    environment: { mwsEndpoint: `${url}/OffAmazonPayments_Sandbox/2013-01-01`, apiEndpoint: url },
    ...{ sellerId, mwsAccessKey: accessKey, mwsSecretKey: secretKey, clientId },
  });
});

const called = (object: Whatever, method: string, parameters: unknown): Promise<Whatever> =>
  new Promise((resolve, reject) => {
    object[method](parameters, (error: unknown, result: unknown) => (error ? reject(error) : resolve(result)));
  });
const call = (method: string, parameters: object) => called(payments.offAmazonPayments, method, parameters);
// Without a star: the package signs it as %2a, which is not canonical, so the signature fails at Amazon too.
const note = "ご注文 ありがとう!~()'+&=/ 😀";
const price = (Amount: number | string) => ({ Amount, CurrencyCode: "JPY" });

async function confirmed(): Promise<string> {
  const AmazonOrderReferenceId = await shop.current.draft();
  const OrderReferenceAttributes = {
    OrderTotal: price("10800"),
    SellerNote: note,
    SellerOrderAttributes: { SellerOrderId: "0012345", StoreName: "テスト ストア" },
  };
  await call("setOrderReferenceDetails", { AmazonOrderReferenceId, OrderReferenceAttributes });
  await call("confirmOrderReference", { AmazonOrderReferenceId });
  return AmazonOrderReferenceId;
}

async function authorized(AmazonOrderReferenceId: string): Promise<string> {
  const { AuthorizationDetails } = await call("authorize", {
    AmazonOrderReferenceId,
    AuthorizationReferenceId: shop.current.referenceId(),
    AuthorizationAmount: price(10800),
    TransactionTimeout: 0,
    CaptureNow: false,
  });
  expect(AuthorizationDetails.AuthorizationStatus.State).toBe("Open");
  return AuthorizationDetails.AmazonAuthorizationId;
}

async function captured(): Promise<string> {
  const { CaptureDetails } = await call("capture", {
    AmazonAuthorizationId: await authorized(await confirmed()),
    CaptureReferenceId: shop.current.referenceId(),
    CaptureAmount: price("10800"),
  });
  expect(CaptureDetails.CaptureStatus.State).toBe("Completed");
  return CaptureDetails.AmazonCaptureId;
}

describe("amazon-payments", () => {
  test("sets, confirms and reads an order reference with Japanese texts", async () => {
    const AmazonOrderReferenceId = await confirmed();
    const { OrderReferenceDetails } = await call("getOrderReferenceDetails", { AmazonOrderReferenceId });
    expect(OrderReferenceDetails.OrderReferenceStatus.State).toBe("Open");
    expect(OrderReferenceDetails.SellerNote).toBe(note);
    expect(OrderReferenceDetails.SellerOrderAttributes.SellerOrderId).toBe("0012345");
    expect(OrderReferenceDetails.OrderTotal).toEqual(price("10800"));
  });

  test("authorizes, reads and closes an authorization", async () => {
    const AmazonAuthorizationId = await authorized(await confirmed());
    await call("closeAuthorization", { AmazonAuthorizationId, ClosureReason: "終了" });
    const { AuthorizationDetails } = await call("getAuthorizationDetails", { AmazonAuthorizationId });
    expect(AuthorizationDetails.AuthorizationStatus).toMatchObject({ State: "Closed", ReasonCode: "SellerClosed" });
  });

  test("captures, refunds and reads both", async () => {
    const AmazonCaptureId = await captured();
    const { CaptureDetails } = await call("getCaptureDetails", { AmazonCaptureId });
    expect(CaptureDetails.CaptureAmount).toEqual(price("10800"));
    const { RefundDetails } = await call("refund", {
      AmazonCaptureId,
      RefundReferenceId: shop.current.referenceId(),
      RefundAmount: price("3000.00"),
    });
    await shop.current.advance(seconds(31));
    const { AmazonRefundId } = RefundDetails;
    const read = await call("getRefundDetails", { AmazonRefundId });
    expect(read.RefundDetails).toMatchObject({ RefundAmount: price("3000"), RefundStatus: { State: "Completed" } });
  });

  test("cancels and closes order references", async () => {
    for (const [method, state] of [
      ["cancelOrderReference", "Canceled"],
      ["closeOrderReference", "Closed"],
    ] as const) {
      const AmazonOrderReferenceId = await confirmed();
      await call(method, { AmazonOrderReferenceId });
      const { OrderReferenceDetails } = await call("getOrderReferenceDetails", { AmazonOrderReferenceId });
      expect(OrderReferenceDetails.OrderReferenceStatus.State).toBe(state);
    }
  });

  test("is told Amazon's code when it is refused", async () => {
    await expect(
      call("getOrderReferenceDetails", { AmazonOrderReferenceId: "S00-0000000-0000000" }),
    ).rejects.toMatchObject({ type: "InvalidOrderReferenceId" });
  });

  test("sets, confirms, validates, charges and closes a billing agreement", async () => {
    const AmazonBillingAgreementId = await draftAgreement(shop.current);
    const id = { AmazonBillingAgreementId };
    const attributes = {
      SellerNote: note,
      SellerBillingAgreementAttributes: { SellerBillingAgreementId: "0077", StoreName: "テスト ストア" },
    };
    await call("setBillingAgreementDetails", { ...id, BillingAgreementAttributes: attributes });
    await call("confirmBillingAgreement", id);
    const { BillingAgreementDetails } = await call("getBillingAgreementDetails", id);
    expect(BillingAgreementDetails).toMatchObject({
      SellerNote: note,
      BillingAgreementStatus: { State: "Open" },
      SellerBillingAgreementAttributes: { SellerBillingAgreementId: "0077" },
    });
    expect(await call("validateBillingAgreement", id)).toMatchObject({ ValidationResult: "Success" });
    const charged = await call("authorizeOnBillingAgreement", {
      ...id,
      AuthorizationReferenceId: shop.current.referenceId(),
      AuthorizationAmount: price(980),
      TransactionTimeout: 0,
      CaptureNow: true,
    });
    expect(charged.AuthorizationDetails.AuthorizationStatus).toMatchObject({ ReasonCode: "MaxCapturesProcessed" });
    const made = await call("createOrderReferenceForId", {
      Id: AmazonBillingAgreementId,
      IdType: "BillingAgreement",
      ConfirmNow: true,
      OrderReferenceAttributes: { OrderTotal: price(500) },
    });
    expect(made.OrderReferenceDetails.OrderReferenceStatus.State).toBe("Open");
    await call("closeBillingAgreement", { ...id, ClosureReason: "解約" });
    expect((await call("getBillingAgreementDetails", id)).BillingAgreementDetails.BillingAgreementStatus).toMatchObject(
      {
        State: "Closed",
        ReasonCode: "SellerClosed",
      },
    );
  });

  test("checks a token and reads the buyer's profile", async () => {
    const { accessToken } = await shop.current.admin.createToken();
    expect((await called(payments.api, "getTokenInfo", accessToken)).aud).toBe(shop.current.sandbox.clientId);
    expect((await called(payments.api, "getProfile", accessToken)).email).toContain("@");
  });
});

describe("a notice of the sandbox", () => {
  let front: SnsFront;
  let endpoint: Server;
  const bodies: string[] = [];
  beforeAll(async () => {
    const { sandbox, admin } = shop.current;
    endpoint = createServer(async (request, response) => {
      bodies.push(Buffer.concat(await request.toArray()).toString("utf8"));
      response.end();
    });
    await new Promise<void>((done) => endpoint.listen(0, "127.0.0.1", done));
    const notificationUrl = `http://127.0.0.1:${(endpoint.address() as AddressInfo).port}/`;
    await admin.updateSeller({ sellerId: sandbox.sellerId, notificationUrl });
    front = await snsFront(sandbox.url);
    await captured();
    await shop.current.advance(seconds(60));
  });
  afterAll(() => {
    endpoint.close();
    front.close();
  });

  /** What the package makes of a message. The certificate's address is not signed, so it may be put on the host it wants. */
  function parsed(body: string): Promise<Whatever> {
    const message = JSON.parse(body);
    message.SigningCertURL = `https://${frontHost}${new URL(message.SigningCertURL).pathname}`;
    const child = spawn(process.execPath, [fileURLToPath(new URL("parse-notice.js", import.meta.url))], {
      env: { PATH: process.env.PATH, NODE_EXTRA_CA_CERTS: front.caFile, HTTPS_PROXY: front.proxyUrl },
    });
    child.stdin.end(JSON.stringify(message));
    return new Promise((resolve, reject) => {
      const chunks: Buffer[] = [];
      child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
      child.on("error", reject);
      child.on("close", () => resolve(JSON.parse(Buffer.concat(chunks).toString("utf8"))));
    });
  }

  test("is verified and read by amazon-payments", async () => {
    const body = bodies.find((one) => one.includes("PaymentCapture")) ?? "{}";
    const { message } = await parsed(body);
    expect(message).toMatchObject({ NotificationType: "PaymentCapture", SellerId: shop.current.sandbox.sellerId });
    expect(message.NotificationData.CaptureAmount).toEqual({ Amount: "10800.0", CurrencyCode: "JPY" });
  });

  test("that was changed on its way is refused by amazon-payments", async () => {
    const body = (bodies[0] ?? "{}").replace("Sandbox", "Live");
    expect(await parsed(body)).toEqual({ error: "signature_mismatch" });
  });
});
