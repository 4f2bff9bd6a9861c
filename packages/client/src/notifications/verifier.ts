// Tells Amazon's notifications from everybody else's. Source: SNS developer guide, Verifying the signatures of messages;
// stricter than Amazon's SDKs about where certificates may lie.
import { verify } from "node:crypto";
import { type Clock, type Instant, systemClock } from "@noren-pay/base";
import {
  isSigningCertUrl,
  type Notification,
  ProtocolError,
  parseTimestamp,
  readEnvelope,
  readNotification,
  type SnsEnvelope,
  type SnsEnvelopeType,
  snsStringToSign,
} from "@noren-pay/protocol";
import type { ConnectionOptions } from "../send/transport.ts";
import { type Certificates, certificates } from "./certificates.ts";
import { NotificationError } from "./errors.ts";
import { fetchFile } from "./fetch-file.ts";

export interface NotificationVerifierOptions extends ConnectionOptions {
  /** The topics from which messages are taken, exactly; or a function that knows them. */
  readonly topicArns: readonly string[] | ((topicArn: string) => boolean | Promise<boolean>);
  /** Further exact addresses of signing certificates, such as a sandbox's. The address itself is then the trust. */
  readonly certificateUrls?: readonly string[];
  /** Most fetches of certificates within a minute. Default 10. */
  readonly fetchesPerMinuteMax?: number;
  /** Authorities (PEM) that may stand behind Amazon's signing certificates. Default: Node's own list. */
  readonly roots?: readonly string[];
  /** Issuers (PEM) at hand, for networks from which Amazon's are not to be fetched. */
  readonly intermediates?: readonly string[];
  readonly clock?: Clock;
}

/** Names in any case, as Node gives them. */
export type HeaderRecord = Readonly<Record<string, string | readonly string[] | undefined>>;

/** A message that Amazon SNS signed, of a topic on the list. All values are those that were verified. */
export interface VerifiedNotification {
  /** Anything but `Notification` is for a person to look at; its `SubscribeURL` is never to be fetched. */
  readonly type: SnsEnvelopeType;
  /** The same on every delivery of one message. */
  readonly messageId: string;
  readonly topicArn: string;
  /** When SNS took the message; retries hours later carry the same. */
  readonly sentAt: Instant;
  /** Which rule admitted the certificate: Amazon's own addresses, or the option `certificateUrls`. */
  readonly trustedBy: "amazon" | "certificateUrls";
  readonly envelope: SnsEnvelope;
  /** What Amazon Pay says; undefined when `type` is another, or when it cannot be read: see `unreadable`. */
  readonly notification: Notification | undefined;
  /** Why a well-signed message cannot be read. Keep it for a person; refusing it would lose it. */
  readonly unreadable: ProtocolError | undefined;
}

/**
 * Verifies notifications.
 *
 * ```ts
 * const verifier = new NotificationVerifier({ topicArns: ["arn:aws:sns:…"] });
 * const { notification } = await verifier.verify(rawBody, request.headers);
 * ```
 */
export class NotificationVerifier {
  readonly #isTopic: (topicArn: string) => boolean | Promise<boolean>;
  readonly #exactUrls: ReadonlySet<string>;
  readonly #certificates: Certificates;

  constructor(options: NotificationVerifierOptions) {
    const {
      topicArns,
      certificateUrls = [],
      clock = systemClock,
      fetchesPerMinuteMax = 10,
      intermediates = [],
    } = options;
    this.#isTopic = typeof topicArns === "function" ? topicArns : (arn) => topicArns.includes(arn);
    this.#exactUrls = new Set(certificateUrls);
    this.#certificates = certificates({
      clock,
      exactUrls: this.#exactUrls,
      fetchesPerMinuteMax,
      roots: options.roots,
      intermediates,
      fetchFile: (url) => fetchFile(url, options, clock),
    });
  }

  /**
   * Verifies one delivery. `rawBody`: the bytes as they came, whatever their content type.
   * Throws NotificationError, whose `status` is what the sender should get.
   */
  async verify(rawBody: string | Uint8Array, headers: HeaderRecord): Promise<VerifiedNotification> {
    const envelope = envelopeOf(rawBody);
    checkHeaders(envelope, headers);
    if (!(await this.#isTopic(envelope.TopicArn))) throw new NotificationError("wrongTopic", "TopicArn");
    const url = envelope.SigningCertURL;
    const isExact = this.#exactUrls.has(url);
    if (!isExact && !isSigningCertUrl(url)) throw new NotificationError("forged", "SigningCertURL is not Amazon's");
    const key = await this.#certificates.keyOf(url);
    const digest = envelope.SignatureVersion === "1" ? "RSA-SHA1" : "RSA-SHA256";
    const signed = Buffer.from(snsStringToSign(envelope), "utf8");
    if (!verify(digest, signed, key, Buffer.from(envelope.Signature, "base64")))
      throw new NotificationError("forged", "the signature does not match");
    return { ...headOf(envelope), ...contentOf(envelope), trustedBy: isExact ? "certificateUrls" : "amazon", envelope };
  }
}

function envelopeOf(rawBody: string | Uint8Array): SnsEnvelope {
  try {
    return readEnvelope(rawBody);
  } catch (cause) {
    if (!(cause instanceof ProtocolError)) throw cause;
    throw new NotificationError("malformed", cause.message, cause);
  }
}

const headersOfEnvelope = {
  "x-amz-sns-message-type": "Type",
  "x-amz-sns-message-id": "MessageId",
  "x-amz-sns-topic-arn": "TopicArn",
} as const satisfies Record<string, keyof SnsEnvelope>;

/** Headers are not signed; those that are there must still say what the body says. */
function checkHeaders(envelope: SnsEnvelope, headers: HeaderRecord): void {
  for (const [name, value] of Object.entries(headers)) {
    const lowerName = name.toLowerCase();
    if (value === undefined || !Object.hasOwn(headersOfEnvelope, lowerName)) continue;
    if (value !== envelope[headersOfEnvelope[lowerName as keyof typeof headersOfEnvelope]])
      throw new NotificationError("malformed", `the header ${lowerName} differs from the body`);
  }
}

const headOf = (envelope: SnsEnvelope) => ({
  type: envelope.Type,
  messageId: envelope.MessageId,
  topicArn: envelope.TopicArn,
  sentAt: parseTimestamp(envelope.Timestamp) ?? 0, // readEnvelope has refused all others
});

function contentOf(envelope: SnsEnvelope): Pick<VerifiedNotification, "notification" | "unreadable"> {
  if (envelope.Type !== "Notification") return { notification: undefined, unreadable: undefined };
  try {
    return { notification: readNotification(envelope.Message), unreadable: undefined };
  } catch (thrown) {
    if (!(thrown instanceof ProtocolError)) throw thrown;
    return { notification: undefined, unreadable: thrown };
  }
}
