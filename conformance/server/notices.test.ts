import { minutes } from "@noren-pay/base";
import { startSandbox } from "@noren-pay/sandbox";
import { afterAll, beforeAll, expect, test } from "vitest";
import { call, type House, house, signIn, yenOf } from "./support.ts";

let home: House;
beforeAll(async () => {
  home = await house();
});
afterAll(() => home?.close());

const post = (body: string, headers: Record<string, string> = { "content-type": "text/plain; charset=UTF-8" }) =>
  call(`${home.server.url}/amazon/notifications`, { method: "POST", body, headers });

test("a notice of a shipped order is stored, applied once, and shown in the console", async () => {
  const amazonOrderReferenceId = await home.newDraft();
  const placed = await home.api("POST", "/v1/orders", {
    amazonOrderReferenceId,
    sellerOrderId: "n-1",
    total: yenOf(100),
  });
  await home.api("POST", `/v1/orders/${placed.body.order.orderId}/shipments`);
  await home.advance(minutes(1));
  const { notices } = await home.admin.listNotices();
  expect(notices.length).toBeGreaterThan(0);
  for (const notice of notices) expect(notice.attempts).toMatchObject([{ status: 200 }]);
  const staff = await signIn(home);
  const shown = await staff.ask("GET", "/notices");
  expect(shown.body.items).toHaveLength(notices.length);
  for (const item of shown.body.items) expect(item.state).toBe("applied");
});

test("a notice of an order that the books do not know lies in quarantine", async () => {
  const amazonOrderReferenceId = await home.newDraft();
  home.sandbox.core.call({
    sellerId: home.sandbox.sellerId,
    action: "CancelOrderReference",
    request: { AmazonOrderReferenceId: amazonOrderReferenceId },
    now: home.sandbox.clock.now(),
  } as never);
  await home.advance(minutes(1));
  const staff = await signIn(home);
  const { body } = await staff.ask("GET", "/notices");
  expect(body.items).toContainEqual(
    expect.objectContaining({ amazonId: amazonOrderReferenceId, state: "quarantined" }),
  );
});

const cases: [string, string, number, string][] = [
  ["no JSON", "hello", 400, "noticeMalformed"],
  ["no SNS message", "{}", 400, "noticeMalformed"],
  ["nothing", "", 400, "noticeMalformed"],
  ["more than SNS sends", `"${"x".repeat(300_000)}"`, 413, "bodyTooLarge"],
];
for (const [title, body, status, code] of cases)
  test(`what is ${title} is refused`, async () => {
    expect(await post(body)).toMatchObject({ status, body: { code } });
  });

const envelope = (changes: object) =>
  JSON.stringify({
    Type: "Notification",
    MessageId: "00000000-0000-5000-8000-000000000001",
    TopicArn: home.sandbox.topicArn,
    Message: "{}",
    Timestamp: "2026-04-01T00:00:00.000Z",
    SignatureVersion: "1",
    Signature: "AAAA",
    SigningCertURL: "https://sns.ap-northeast-1.amazonaws.com.evil.example/SimpleNotificationService-x.pem",
    ...changes,
  });

test("a certificate that is not Amazon's is a forgery", async () => {
  expect(await post(envelope({}))).toMatchObject({ status: 400, body: { code: "noticeForged" } });
});

test("a wrong signature under the right certificate is a forgery", async () => {
  const SigningCertURL = await home.sandbox.certificateUrl();
  expect(await post(envelope({ SigningCertURL }))).toMatchObject({ status: 400, body: { code: "noticeForged" } });
});

test("a topic that no account lists is refused", async () => {
  const TopicArn = "arn:aws:sns:ap-northeast-1:000000000000:OTHER";
  expect(await post(envelope({ TopicArn }))).toMatchObject({ status: 403, body: { code: "noticeWrongTopic" } });
});

test("a certificate that cannot be fetched asks the sender to come again", async () => {
  const gone = await startSandbox({ frozen: true });
  const account = (await home.server.services.accounts.all())[0];
  if (account === undefined) throw new Error("no account");
  const SigningCertURL = await gone.certificateUrl();
  await gone.close();
  const certificateUrls = [...account.notices.certificateUrls, SigningCertURL];
  await home.server.services.store.saveAccount({ ...account, notices: { ...account.notices, certificateUrls } });
  const reply = await waitFor(
    () => post(envelope({ SigningCertURL })),
    ({ status }) => status !== 400,
  );
  expect(reply).toMatchObject({ status: 503, body: { code: "noticeCertificateUnavailable", retry: "later" } });
});

/** The server believes its lists of addresses for a few seconds. */
async function waitFor<T>(ask: () => Promise<T>, isIt: (answer: T) => boolean): Promise<T> {
  for (let tries = 0; ; tries++) {
    const answer = await ask();
    if (isIt(answer) || tries > 100) return answer;
    await home.server.services.clock.sleep(100);
  }
}
