// The envelope that Amazon SNS puts around a notification. Source: SNS developer guide, HTTP notification JSON format and
// Verifying the signatures of messages.
import { isUtf8 } from "node:buffer";
import { ProtocolError } from "../errors.ts";
import { parseTimestamp } from "../wire/timestamp.ts";

const envelopeTypes = ["Notification", "SubscriptionConfirmation", "UnsubscribeConfirmation"] as const;
export type SnsEnvelopeType = (typeof envelopeTypes)[number];

/** SNS's own names. Keys stand in the order of the wire. */
export interface SnsEnvelope {
  readonly Type: SnsEnvelopeType;
  /** The same on every delivery of one message. */
  readonly MessageId: string;
  /** Of confirmations only. */
  readonly Token?: string | undefined;
  readonly TopicArn: string;
  /** Signed when present; Amazon Pay never sends it. */
  readonly Subject?: string | undefined;
  readonly Message: string;
  /** Of confirmations only. Never to be fetched. */
  readonly SubscribeURL?: string | undefined;
  readonly Timestamp: string;
  /** `1`: RSA with SHA-1. `2`: RSA with SHA-256. */
  readonly SignatureVersion: "1" | "2";
  /** Base64. */
  readonly Signature: string;
  readonly SigningCertURL: string;
  /** Never to be fetched. */
  readonly UnsubscribeURL?: string | undefined;
}

/** SNS takes no larger message. */
export const envelopeBytesMax = 262_144;

const signedKeys = {
  Notification: ["Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type"],
  SubscriptionConfirmation: ["Message", "MessageId", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type"],
  UnsubscribeConfirmation: ["Message", "MessageId", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type"],
} as const satisfies Record<SnsEnvelopeType, readonly (keyof SnsEnvelope)[]>;

/** The text whose UTF-8 bytes are signed: key, LF, value, LF for each; an absent key is left out. */
export function snsStringToSign(envelope: Omit<SnsEnvelope, "Signature">): string {
  let text = "";
  for (const key of signedKeys[envelope.Type]) {
    const value = envelope[key];
    if (value !== undefined) text += `${key}\n${value}\n`;
  }
  return text;
}

const wireOrder = [
  "Type",
  "MessageId",
  "Token",
  "TopicArn",
  "Subject",
  "Message",
  "SubscribeURL",
  "Timestamp",
  "SignatureVersion",
  "Signature",
  "SigningCertURL",
  "UnsubscribeURL",
] as const satisfies readonly (keyof SnsEnvelope)[];

/** The body of a delivery in SNS's own pretty print. */
export function writeEnvelope(envelope: SnsEnvelope): string {
  const lines = wireOrder
    .filter((key) => envelope[key] !== undefined)
    .map((key) => `  ${JSON.stringify(key)} : ${JSON.stringify(envelope[key])}`);
  return `{\n${lines.join(",\n")}\n}`;
}

/** Spellings of messages that come through other ways than HTTP. */
const otherSpellings: Partial<Record<keyof SnsEnvelope, string>> = {
  SigningCertURL: "SigningCertUrl",
  SubscribeURL: "SubscribeUrl",
  UnsubscribeURL: "UnsubscribeUrl",
};

/**
 * Reads the raw body of a delivery, whatever its content type says. What is verified afterwards is the value that this
 * gives, so keys that stand twice cannot make the two disagree.
 * Throws ProtocolError `malformedNotification` or `notificationTooLarge`.
 */
export function readEnvelope(body: string | Uint8Array): SnsEnvelope {
  const parts = parse(textOfBody(body));
  const type = envelopeTypes.find((each) => each === parts.Type);
  if (!type) throw malformed("Type is not known");
  const version = partOf(parts, "SignatureVersion");
  if (version !== "1" && version !== "2") throw malformed("SignatureVersion is not known");
  const isNotification = type === "Notification";
  const envelope: SnsEnvelope = {
    Type: type,
    MessageId: partOf(parts, "MessageId"),
    Token: isNotification ? undefined : partOf(parts, "Token"),
    TopicArn: partOf(parts, "TopicArn"),
    Subject: optionalPartOf(parts, "Subject"),
    Message: partOf(parts, "Message"),
    SubscribeURL: isNotification ? undefined : partOf(parts, "SubscribeURL"),
    Timestamp: partOf(parts, "Timestamp"),
    SignatureVersion: version,
    Signature: partOf(parts, "Signature"),
    SigningCertURL: partOf(parts, "SigningCertURL"),
    UnsubscribeURL: optionalPartOf(parts, "UnsubscribeURL"),
  };
  if (parseTimestamp(envelope.Timestamp) === undefined) throw malformed("Timestamp is none");
  if (!/^[A-Za-z0-9+/]{4,2048}={0,2}$/.test(envelope.Signature)) throw malformed("Signature is no base64");
  return envelope;
}

function textOfBody(body: string | Uint8Array): string {
  const length = typeof body === "string" ? Buffer.byteLength(body) : body.byteLength;
  if (length > envelopeBytesMax) throw new ProtocolError("notificationTooLarge", `more than ${envelopeBytesMax} bytes`);
  if (typeof body === "string") return body;
  if (!isUtf8(body)) throw malformed("the body is not UTF-8");
  return Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString("utf8");
}

type Parts = Readonly<Record<string, unknown>>;

function parse(text: string): Parts {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw malformed("the body is no JSON");
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw malformed("the body is no object");
  return value as Parts;
}

function partOf(parts: Parts, key: keyof SnsEnvelope): string {
  const value = optionalPartOf(parts, key);
  if (value === undefined || value === "") throw malformed(`${key} is missing`);
  return value;
}

function optionalPartOf(parts: Parts, key: keyof SnsEnvelope): string | undefined {
  const other = otherSpellings[key];
  const values = [key, other].filter((name) => name !== undefined && Object.hasOwn(parts, name));
  if (values.length > 1) throw malformed(`${key} stands there in two spellings`);
  const value = parts[values[0] ?? key];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== "string") throw malformed(`${key} is no text`);
  return value;
}

const malformed = (detail: string) => new ProtocolError("malformedNotification", detail);
