import { seconds } from "@noren-pay/base";
import { type SnsEnvelope, signingCertPath, writeNotificationMessage } from "@noren-pay/protocol";
import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Issued, issue, signedBody } from "../../testing/certificate-authority.ts";
import { answer, type FakeAmazon, fakeAmazon, loseAnswer } from "../../testing/fake-amazon.ts";
import { stepClock } from "../../testing/step-clock.ts";
import type { FetchLike } from "../index.ts";
import { NotificationError, NotificationVerifier, type NotificationVerifierOptions } from "../index.ts";

const topicArn = "arn:aws:sns:ap-northeast-1:291180941288:XXXXXXXXXXXXXXA1SELLEREXMPL";
const path = signingCertPath("0123456789abcdef0123456789abcdef");
const amazonsUrl = `https://sns.ap-northeast-1.amazonaws.com${path}`;
const issuerUrl = "http://crt.r2m02.amazontrust.com/r2m02.cer";

let root: Issued;
let intermediate: Issued;
let amazons: Issued;
let own: Issued;
beforeAll(async () => {
  root = await issue({ subject: "CN=Test Root", isAuthority: true });
  intermediate = await issue({ subject: "CN=Test Issuing", issuer: root, isAuthority: true });
  amazons = await issue({ issuer: intermediate, issuerUrl });
  own = await issue();
});

let sandbox: FakeAmazon;
beforeEach(async () => {
  sandbox = await fakeAmazon();
  sandbox.behave(answer(200, own.pem));
});
afterEach(() => sandbox.close());

const message = writeNotificationMessage({
  type: "OrderReferenceNotification",
  releaseEnvironment: "Sandbox",
  sellerId: "A1SELLEREXMPL",
  notificationReferenceId: "1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed",
  timestamp: 0,
  notificationData:
    '<?xml version="1.0" encoding="UTF-8"?><OrderReferenceNotification xmlns="https://mws.amazonservices.com/ipn/OffAmazonPayments/2013-01-01"><OrderReference><AmazonOrderReferenceId>S03-1234567-7654321</AmazonOrderReferenceId><OrderReferenceStatus><State>Open</State></OrderReferenceStatus><CreationTimestamp>2020-04-01T00:00:00.000Z</CreationTimestamp></OrderReference></OrderReferenceNotification>',
});

const envelope = (changes: Partial<SnsEnvelope> = {}): Omit<SnsEnvelope, "Signature"> => ({
  Type: "Notification",
  MessageId: "7c9e6679-7425-50de-944b-e07fc1f90ae7",
  TopicArn: topicArn,
  Message: message,
  Timestamp: "2020-04-02T03:00:00.950Z",
  SignatureVersion: "1",
  SigningCertURL: sandbox.url + path,
  ...changes,
});

const verifierWith = (options: Partial<NotificationVerifierOptions> = {}) =>
  new NotificationVerifier({
    topicArns: [topicArn],
    certificateUrls: [sandbox.url + path],
    clock: stepClock(Date.UTC(2020, 3, 2), seconds(5)),
    ...options,
  });

const codeOf = async (verifying: Promise<unknown>) => {
  const thrown = await verifying.then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(thrown).toBeInstanceOf(NotificationError);
  return (thrown as NotificationError).code;
};

describe("a message signed at an address of the list", () => {
  for (const SignatureVersion of ["1", "2"] as const) {
    test(`is verified with signature version ${SignatureVersion}`, async () => {
      const body = signedBody(own.key, envelope({ SignatureVersion }));
      const verified = await verifierWith().verify(Buffer.from(body), { "x-amz-sns-message-type": "Notification" });
      expect(verified).toMatchObject({
        type: "Notification",
        topicArn,
        trustedBy: "certificateUrls",
        sentAt: Date.UTC(2020, 3, 2, 3, 0, 0, 950),
        notification: {
          type: "OrderReferenceNotification",
          sellerId: "A1SELLEREXMPL",
          objectId: "S03-1234567-7654321",
        },
        unreadable: undefined,
      });
    });
  }

  test("keeps its Japanese text", async () => {
    const Message = message.replace("S03-1234567-7654321", "ご注文😀");
    const verified = await verifierWith().verify(signedBody(own.key, envelope({ Message })), {});
    expect(verified.envelope.Message).toContain("ご注文😀");
  });

  test("that asks to subscribe is given back marked as such, and its address is not fetched", async () => {
    const SubscribeURL = `${sandbox.url}/?Action=ConfirmSubscription`;
    const body = signedBody(own.key, envelope({ Type: "SubscriptionConfirmation", Token: "t", SubscribeURL }));
    const verified = await verifierWith().verify(body, {});
    expect(verified).toMatchObject({ type: "SubscriptionConfirmation", notification: undefined });
    expect(sandbox.received.map((one) => one.path)).toEqual([path]);
  });

  test("that cannot be read inside is kept for a person, not refused", async () => {
    const verified = await verifierWith().verify(signedBody(own.key, envelope({ Message: "no JSON" })), {});
    expect(verified.notification).toBeUndefined();
    expect(verified.unreadable?.code).toBe("malformedNotification");
  });

  test("is verified by the key that was fetched before", async () => {
    const verifier = verifierWith();
    const body = signedBody(own.key, envelope());
    await Promise.all([verifier.verify(body, {}), verifier.verify(body, {}), verifier.verify(body, {})]);
    await verifier.verify(body, {});
    expect(sandbox.received).toHaveLength(1);
  });
});

describe("a message that must have no effect", () => {
  type Spoil = (body: string) => string;
  const spoilt: [string, Spoil, string][] = [
    ["has one changed character", (body) => body.replace("S03-1234567", "S03-1234568"), "forged"],
    [
      "has a subject that was not signed",
      (body) => body.replace('"Message" :', '"Subject" : "x",\n  "Message" :'),
      "forged",
    ],
    [
      "says the other signature version",
      (body) => body.replace('"SignatureVersion" : "1"', '"SignatureVersion" : "2"'),
      "forged",
    ],
    [
      "says an unknown signature version",
      (body) => body.replace('"SignatureVersion" : "1"', '"SignatureVersion" : "3"'),
      "malformed",
    ],
    [
      "holds a key twice with another value last",
      (body) => body.replace(/\n}$/, ',\n  "MessageId" : "other"\n}'),
      "forged",
    ],
    ["is no JSON", () => "<xml/>", "malformed"],
    ["is a list", () => "[]", "malformed"],
    ["is empty", () => "", "malformed"],
    ["is larger than 256 KB", (body) => body + " ".repeat(262_144), "malformed"],
    ["lacks its signature", (body) => body.replace(/"Signature" : "[^"]*",/, ""), "malformed"],
    ["comes from another topic", (body) => body.replace(topicArn, `${topicArn}X`), "wrongTopic"],
  ];
  for (const [title, spoil, code] of spoilt) {
    test(title, async () => {
      expect(await codeOf(verifierWith().verify(spoil(signedBody(own.key, envelope())), {}))).toBe(code);
    });
  }

  test("has a header that differs from its body", async () => {
    const body = signedBody(own.key, envelope());
    for (const headers of [
      { "X-Amz-Sns-Message-Type": "SubscriptionConfirmation" },
      { "x-amz-sns-topic-arn": "arn:aws:sns:x" },
      { "x-amz-sns-message-id": "another" },
    ])
      expect(await codeOf(verifierWith().verify(body, headers as never))).toBe("malformed");
  });

  const addresses = [
    "https://sns.ap-northeast-1.amazonaws.com.evil.example/SimpleNotificationService-0123456789abcdef0123456789abcdef.pem",
    "https://sns.amazonaws.com/SimpleNotificationService-0123456789abcdef0123456789abcdef.pem",
    "https://sns.x.amazonaws.com/SimpleNotificationService-0123456789abcdef0123456789abcdef.pem",
    "https://sns.s3-us-west-2.amazonaws.com/SimpleNotificationService-0123456789abcdef0123456789abcdef.pem",
    "http://sns.ap-northeast-1.amazonaws.com/SimpleNotificationService-0123456789abcdef0123456789abcdef.pem",
    "https://sns.ap-northeast-1.amazonaws.com:443/SimpleNotificationService-0123456789abcdef0123456789abcdef.pem",
    "https://a@sns.ap-northeast-1.amazonaws.com/SimpleNotificationService-0123456789abcdef0123456789abcdef.pem",
    `${amazonsUrl}?x`,
    `${amazonsUrl}#x`,
    "https://sns.ap-northeast-1.amazonaws.com/evil/SimpleNotificationService-0123456789abcdef0123456789abcdef.pem",
    "file:///etc/passwd",
    "nothing",
  ];
  for (const SigningCertURL of addresses) {
    test(`has its certificate at ${SigningCertURL.slice(0, 70)}, which is not fetched`, async () => {
      const verifier = verifierWith({ fetch: () => Promise.reject(new Error("must not be fetched")) });
      expect(await codeOf(verifier.verify(signedBody(own.key, envelope({ SigningCertURL })), {}))).toBe("forged");
    });
  }

  const certificates: [string, Parameters<typeof issue>[0], string][] = [
    ["another name", { subject: "CN=sns.amazonaws.com.evil.example" }, "forged"],
    ["the name twice", { subject: "CN=sns.amazonaws.com,CN=sns.amazonaws.com" }, "forged"],
    ["a short key", { bits: 1024 }, "forged"],
    ["dates that are over", { to: "2020-03-01T00:00:00Z" }, "certificateUnavailable"],
    ["dates yet to come", { from: "2021-03-01T00:00:00Z" }, "certificateUnavailable"],
  ];
  for (const [title, wish, code] of certificates) {
    test(`has a certificate with ${title}`, async () => {
      const other = await issue(wish);
      sandbox.behave(answer(200, other.pem));
      expect(await codeOf(verifierWith().verify(signedBody(other.key, envelope()), {}))).toBe(code);
    });
  }
});

describe("a certificate that cannot be had", () => {
  const behaviours: [string, Parameters<FakeAmazon["behave"]>[0]][] = [
    ["is not found", answer(404, "")],
    ["is moved elsewhere", answer(302, "", { location: "http://127.0.0.1:1/" })],
    ["is lost on the way", loseAnswer],
    ["is no certificate", answer(200, "<html>login</html>")],
    ["is broken", answer(200, "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n")],
    ["is too large", answer(200, "x".repeat(100_000))],
  ];
  for (const [title, behaviour] of behaviours) {
    test(`${title}: the sender is asked to come again, and for a minute nothing is fetched`, async () => {
      sandbox.behave(behaviour);
      const clock = stepClock(Date.UTC(2020, 3, 2), seconds(5));
      const verifier = verifierWith({ clock });
      const body = signedBody(own.key, envelope());
      const thrown = await verifier.verify(body, {}).catch((error: unknown) => error);
      expect(thrown).toMatchObject({ code: "certificateUnavailable", status: 503, retry: "later" });
      expect(await codeOf(verifier.verify(body, {}))).toBe("certificateUnavailable");
      expect(sandbox.received).toHaveLength(1);
      clock.pass(seconds(61));
      sandbox.behave(answer(200, own.pem));
      expect((await verifier.verify(body, {})).type).toBe("Notification");
    });
  }

  test("is asked for too often: no more than so many are fetched within a minute", async () => {
    const clock = stepClock(Date.UTC(2020, 3, 2), seconds(5));
    const asked: string[] = [];
    const fetch: FetchLike = async (url) => {
      asked.push(url);
      throw new Error("no network");
    };
    const verifier = verifierWith({ clock, fetch, fetchesPerMinuteMax: 3 });
    for (let i = 0; i < 9; i++) {
      const SigningCertURL = `https://sns.ap-northeast-1.amazonaws.com${signingCertPath(String(i).repeat(32))}`;
      await codeOf(verifier.verify(signedBody(own.key, envelope({ SigningCertURL })), {}));
    }
    expect(asked).toHaveLength(3);
  });
});

describe("a certificate at Amazon's own address", () => {
  const files = (served: Record<string, string | Buffer>): FetchLike => {
    return async (url) => {
      const file = served[url];
      return {
        status: file === undefined ? 404 : 200,
        headers: { forEach: () => undefined },
        arrayBuffer: async () => Uint8Array.from(Buffer.from(file ?? "")).buffer,
      };
    };
  };
  const body = () => signedBody(amazons.key, envelope({ SigningCertURL: amazonsUrl }));

  test("is taken when its issuer, fetched from Amazon, leads to a trusted authority", async () => {
    const fetch = files({ [amazonsUrl]: amazons.pem, [issuerUrl]: intermediate.der });
    const verified = await verifierWith({ fetch, roots: [root.pem] }).verify(body(), {});
    expect(verified.trustedBy).toBe("amazon");
  });

  test("is taken when its issuer is at hand or stands in the same file", async () => {
    const fetch = files({ [amazonsUrl]: amazons.pem });
    await verifierWith({ fetch, roots: [root.pem], intermediates: [intermediate.pem] }).verify(body(), {});
    const both = files({ [amazonsUrl]: `${amazons.pem}\n${intermediate.pem}` });
    await verifierWith({ fetch: both, roots: [root.pem] }).verify(body(), {});
  });

  test("is refused when no trusted authority stands behind it", async () => {
    const fetch = files({ [amazonsUrl]: amazons.pem, [issuerUrl]: intermediate.der });
    expect(await codeOf(verifierWith({ fetch }).verify(body(), {}))).toBe("forged");
  });

  test("is refused when it is self-signed, however well it is named", async () => {
    const fetch = files({ [amazonsUrl]: own.pem });
    const signed = signedBody(own.key, envelope({ SigningCertURL: amazonsUrl }));
    expect(await codeOf(verifierWith({ fetch, roots: [root.pem] }).verify(signed, {}))).toBe("forged");
  });

  test("is refused when its issuer is no authority", async () => {
    const impostor = await issue({ subject: "CN=Test Issuing", issuer: root });
    const leaf = await issue({ issuer: impostor });
    const fetch = files({ [amazonsUrl]: `${leaf.pem}\n${impostor.pem}` });
    const signed = signedBody(leaf.key, envelope({ SigningCertURL: amazonsUrl }));
    expect(await codeOf(verifierWith({ fetch, roots: [root.pem] }).verify(signed, {}))).toBe("forged");
  });

  test("has the sender come again when its issuer cannot be fetched", async () => {
    const fetch = files({ [amazonsUrl]: amazons.pem });
    expect(await codeOf(verifierWith({ fetch, roots: [root.pem] }).verify(body(), {}))).toBe("certificateUnavailable");
  });
});
