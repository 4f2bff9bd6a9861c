import { createHash, createVerify } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { envelope as recorded, signedVector } from "../corpus/notices.ts";
import { ProtocolError } from "../errors.ts";
import { readEnvelope, type SnsEnvelope, snsStringToSign, writeEnvelope } from "./envelope.ts";

const signature = "A".repeat(344);
const body = recorded.replace("BASE64-OF-256-BYTES", signature);
const parts = JSON.parse(body) as Record<string, unknown>;
const change = (changes: object) => JSON.stringify({ ...parts, ...changes });

const vector: SnsEnvelope = {
  ...signedVector.envelope,
  SignatureVersion: "1",
  Signature: signature,
  SigningCertURL:
    "https://sns.ap-northeast-1.amazonaws.com/SimpleNotificationService-0123456789abcdef0123456789abcdef.pem",
};

function isSigned(envelope: SnsEnvelope, algorithm: string, base64: string): boolean {
  return createVerify(algorithm).update(snsStringToSign(envelope)).verify(signedVector.publicKey, base64, "base64");
}

describe("the string that SNS signs", () => {
  const text = snsStringToSign(vector);
  test("is that of the vector", () => {
    expect(Buffer.byteLength(text)).toBe(signedVector.bytes);
    expect(createHash("sha1").update(text).digest("hex")).toBe(signedVector.sha1);
    expect(createHash("sha256").update(text).digest("hex")).toBe(signedVector.sha256);
  });
  test("verifies in version 1 and in version 2", () => {
    expect(isSigned(vector, "RSA-SHA1", signedVector.signatures["1"])).toBe(true);
    expect(isSigned(vector, "RSA-SHA256", signedVector.signatures["2"])).toBe(true);
  });

  const forged: [string, Partial<SnsEnvelope>][] = [
    ["one changed character in Message", { Message: vector.Message.replace("Capture", "Capturf") }],
    ["an unsigned Subject", { Subject: "hello" }],
    ["another topic", { TopicArn: `${vector.TopicArn}X` }],
    ["another time", { Timestamp: "2020-01-02T03:04:05.679Z" }],
    ["another id", { MessageId: "00000000-0000-5000-8000-000000000002" }],
  ];
  for (const [what, changes] of forged)
    test(`is another one with ${what}`, () => {
      expect(isSigned({ ...vector, ...changes }, "RSA-SHA1", signedVector.signatures["1"])).toBe(false);
      expect(isSigned({ ...vector, ...changes }, "RSA-SHA256", signedVector.signatures["2"])).toBe(false);
    });
  test("does not verify when version 2 is labelled 1", () =>
    expect(isSigned(vector, "RSA-SHA1", signedVector.signatures["2"])).toBe(false));

  test("holds a Subject in its place when there is one", () =>
    expect(snsStringToSign({ ...vector, Subject: "s" })).toContain(
      `MessageId\n${vector.MessageId}\nSubject\ns\nTimestamp`,
    ));
  test("of a confirmation holds Token and SubscribeURL, and no Subject", () =>
    expect(
      snsStringToSign({ ...vector, Type: "SubscriptionConfirmation", Subject: "s", Token: "t", SubscribeURL: "u" }),
    ).toBe(
      `Message\n${vector.Message}\nMessageId\n${vector.MessageId}\nSubscribeURL\nu\nTimestamp\n${vector.Timestamp}\nToken\nt\nTopicArn\n${vector.TopicArn}\nType\nSubscriptionConfirmation\n`,
    ));
});

describe("an envelope", () => {
  test("is written byte for byte as recorded", () => expect(writeEnvelope(readEnvelope(body))).toBe(body));
  test("is read from bytes as from text", () => expect(readEnvelope(Buffer.from(body))).toEqual(readEnvelope(body)));
  test("may come in the spelling of other transports", () => {
    const { SigningCertURL, UnsubscribeURL, ...rest } = parts;
    expect(
      readEnvelope(JSON.stringify({ ...rest, SigningCertUrl: SigningCertURL, UnsubscribeUrl: UnsubscribeURL })),
    ).toEqual(readEnvelope(body));
  });
  test("keeps the last of two keys, which is then what is verified too", () => {
    const twice = body.replace("{\n", '{\n  "Message" : "{}",\n');
    expect(readEnvelope(twice).Message).toBe(parts.Message);
    expect(snsStringToSign(readEnvelope(twice))).toBe(snsStringToSign(readEnvelope(body)));
  });
  test("keeps a Subject", () => expect(readEnvelope(change({ Subject: "s" })).Subject).toBe("s"));
  test("of a confirmation keeps what must never be fetched", () =>
    expect(
      readEnvelope(change({ Type: "SubscriptionConfirmation", Token: "t", SubscribeURL: "https://x" })),
    ).toMatchObject({ Type: "SubscriptionConfirmation", Token: "t", SubscribeURL: "https://x" }));

  const refused: [string, string | Uint8Array, string][] = [
    ["no JSON", "{", "malformedNotification"],
    ["a byte order mark", `\ufeff${body}`, "malformedNotification"],
    ["an array", `[${body}]`, "malformedNotification"],
    ["bytes that are no UTF-8", Buffer.from(body.replace("PaymentCapture", "\xe9"), "latin1"), "malformedNotification"],
    ["an unknown Type", change({ Type: "Other" }), "malformedNotification"],
    ["no Type", change({ Type: undefined }), "malformedNotification"],
    ["no Message", change({ Message: undefined }), "malformedNotification"],
    ["a Message that is an object", change({ Message: {} }), "malformedNotification"],
    ["an empty MessageId", change({ MessageId: "" }), "malformedNotification"],
    ["an unknown SignatureVersion", change({ SignatureVersion: "3" }), "malformedNotification"],
    ["a SignatureVersion that is a number", change({ SignatureVersion: 1 }), "malformedNotification"],
    ["a Signature that is no base64", change({ Signature: "<>" }), "malformedNotification"],
    ["a Timestamp without a zone", change({ Timestamp: "2020-04-02T03:00:00" }), "malformedNotification"],
    ["a Subject that is a number", change({ Subject: 1 }), "malformedNotification"],
    [
      "a confirmation without Token",
      change({ Type: "SubscriptionConfirmation", SubscribeURL: "u" }),
      "malformedNotification",
    ],
    ["two spellings of one key", change({ SigningCertUrl: "https://evil.example/x.pem" }), "malformedNotification"],
    ["more than 256 KB", change({ Message: "あ".repeat(100_000) }), "notificationTooLarge"],
    ["more than 256 KB of bytes", Buffer.alloc(262_145, 32), "notificationTooLarge"],
  ];
  for (const [what, given, code] of refused)
    test(`with ${what} is refused`, () =>
      expect(() => readEnvelope(given)).toThrow(expect.objectContaining({ code, retry: "never" })));

  test("never throws anything but ProtocolError", () =>
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), (text) => {
        try {
          readEnvelope(text);
        } catch (error) {
          expect(error).toBeInstanceOf(ProtocolError);
        }
      }),
    ));
});
