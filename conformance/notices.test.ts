// Notices that the sandbox signs, as our verifier takes them.
import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { seconds, yen } from "@noren-pay/base";
import { NotificationVerifier } from "@noren-pay/client";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openAgreement } from "./agreements.ts";
import { openShop, orderTotal } from "./shop.ts";

const shop = openShop();
const arrived: { body: Buffer; headers: IncomingHttpHeaders }[] = [];
let endpoint: Server;
let verifier: NotificationVerifier;

beforeAll(async () => {
  endpoint = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      arrived.push({ body: Buffer.concat(chunks), headers: request.headers });
      response.end();
    });
  });
  await new Promise<void>((resolve) => endpoint.listen(0, "127.0.0.1", resolve));
  const { sandbox, admin } = shop.current;
  const notificationUrl = `http://127.0.0.1:${(endpoint.address() as AddressInfo).port}/notices`;
  await admin.updateSeller({ sellerId: sandbox.sellerId, notificationUrl });
  verifier = new NotificationVerifier({
    topicArns: [sandbox.topicArn],
    certificateUrls: [await sandbox.certificateUrl()],
  });
});
afterAll(() => endpoint.close());

/** A refund leaves a notice of each object it went through. */
async function refundAndCollect() {
  arrived.length = 0;
  const { amazon, captured, referenceId } = shop.current;
  const AmazonCaptureId = await captured();
  await amazon.refund({ AmazonCaptureId, RefundReferenceId: referenceId(), RefundAmount: orderTotal });
  await shop.current.advance(seconds(60));
  return Promise.all(arrived.map(({ body, headers }) => verifier.verify(body, headers)));
}

describe("a notice of the sandbox", () => {
  for (const noticeSignatureVersion of ["1", "2"] as const)
    test(`is verified with signature version ${noticeSignatureVersion}, and says what the API says`, async () => {
      await shop.current.admin.changeSettings({ noticeSignatureVersion });
      const verified = await refundAndCollect();
      const refunds = verified.filter(({ notification }) => notification?.type === "PaymentRefund");
      expect(refunds.length).toBeGreaterThan(0);
      const notification = refunds.at(-1)?.notification;
      expect(notification).toMatchObject({ sellerId: shop.current.sandbox.sellerId, releaseEnvironment: "Sandbox" });
      const AmazonRefundId = notification?.objectId ?? "";
      const { RefundDetails } = await shop.current.amazon.getRefundDetails({ AmazonRefundId });
      expect(notification?.details).toMatchObject({
        RefundAmount: RefundDetails.RefundAmount,
        RefundStatus: { State: "Completed" },
      });
      expect(new Set(verified.map(({ messageId }) => messageId)).size).toBe(verified.length);
      for (const { unreadable, trustedBy } of verified)
        expect([unreadable, trustedBy]).toEqual([undefined, "certificateUrls"]);
    });

  test("is refused when its topic or its certificate's address is not on the list", async () => {
    await refundAndCollect();
    const [{ body, headers } = { body: Buffer.alloc(0), headers: {} }] = arrived;
    const { sandbox } = shop.current;
    const withoutTopic = new NotificationVerifier({ topicArns: [], certificateUrls: [await sandbox.certificateUrl()] });
    await expect(withoutTopic.verify(body, headers)).rejects.toMatchObject({ code: "wrongTopic", status: 403 });
    const strict = new NotificationVerifier({ topicArns: [sandbox.topicArn] });
    await expect(strict.verify(body, headers)).rejects.toMatchObject({ code: "forged", status: 400 });
  });
});

test("billing agreements and chargebacks are told of in notices of their own", async () => {
  arrived.length = 0;
  const { admin, captured } = shop.current;
  const agreementId = await openAgreement(shop.current);
  await admin.pressEvent({ id: agreementId, event: "changePaymentMethod" });
  await admin.pressEvent({ id: agreementId, event: "suspend" });
  await admin.pressEvent({ id: await captured(), event: "chargeBack", amount: 800 });
  await shop.current.advance(seconds(1));
  const verified = await Promise.all(arrived.map(({ body, headers }) => verifier.verify(body, headers)));
  const told = verified.flatMap(({ notification }) => (notification ? [notification] : []));
  const agreement = told.filter(({ type }) => type === "BillingAgreementNotification");
  expect(agreement.map(({ objectId, eventType }) => [objectId, eventType])).toEqual([
    [agreementId, "BillingAgreementStatusUpdated"],
    [agreementId, "PaymentMethodUpdated"],
    [agreementId, "BillingAgreementStatusUpdated"],
  ]);
  expect(agreement.at(-1)?.details).toMatchObject({
    BillingAgreementStatus: { State: "Suspended", ReasonCode: "InvalidPaymentMethod" },
    BillingAgreementConsent: true,
  });
  const chargeback = told.find(({ type }) => type === "ChargebackDetailedNotification");
  expect(chargeback?.details).toMatchObject({ ChargebackAmount: yen(800), ChargebackState: "RECEIVED" });
});
