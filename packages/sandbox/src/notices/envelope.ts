import type { Instant } from "@noren-pay/base";
import {
  type Environment,
  formatTimestamp,
  writeEnvelope,
  writeNotificationData,
  writeNotificationMessage,
} from "@noren-pay/protocol";
import type { Settings } from "../settings.ts";
import { signed, strangersTopic } from "./forgeries.ts";
import type { SigningKey } from "./signing.ts";
import type { Notice } from "./store.ts";
import { snsOriginOf } from "./urls.ts";

/** Under which a seller's notices are published. */
export const topicArnOf = (settings: Settings, sellerId: string, environment: Environment): string =>
  `${settings.topicArnPrefix}${settings.marketplaceCodes[environment]}${sellerId}`;

export interface Posting {
  readonly settings: Settings;
  readonly key: SigningKey;
  /** Needed for forgeries only. */
  readonly stranger?: SigningKey | undefined;
  readonly signatureVersion: "1" | "2";
  /** Address of the sandbox itself, where its certificate is served. */
  readonly url: string;
  /** Wall time: SNS dates its messages by it. */
  readonly wall: Instant;
}

/** The inner message: what happened, to whom. Dated in business time. */
export function messageOf(notice: Notice, settings: Settings): string {
  const { type, details, eventType } = notice.content;
  return writeNotificationMessage({
    type,
    eventType,
    isSample: notice.isSample === true,
    releaseEnvironment: notice.environment,
    sellerId: notice.sellerId,
    notificationReferenceId: notice.notificationReferenceId,
    timestamp: notice.createdAt,
    marketplaceId: settings.marketplaceId,
    notificationData: writeNotificationData(type, details),
  });
}

/** Under which this notice is published. */
const topicOf = (notice: Notice, settings: Settings): string =>
  notice.forgery === "wrongTopic" ? strangersTopic : topicArnOf(settings, notice.sellerId, notice.environment);

/** The signed body that is posted. */
export function envelopeOf(notice: Notice, posting: Posting): string {
  const { settings, key, stranger, signatureVersion: version, url, wall } = posting;
  const topicArn = topicOf(notice, settings);
  const origin = snsOriginOf(settings, url);
  const unsigned = {
    Type: "Notification" as const,
    MessageId: notice.noticeId,
    TopicArn: topicArn,
    Message: messageOf(notice, settings),
    Timestamp: formatTimestamp(wall),
    SignatureVersion: version,
    SigningCertURL: `${origin}${key.certificatePath}`,
    UnsubscribeURL: `${origin}/?Action=Unsubscribe&SubscriptionArn=${subscriptionArnOf(topicArn)}`,
  };
  return writeEnvelope(signed(unsigned, notice.forgery, { key, stranger, wall, version }));
}

const subscriptionArnOf = (topicArn: string) => `${topicArn}:00000000-0000-4000-8000-000000000000`;

/** The headers that SNS sends. */
export function headersOf(notice: Notice, settings: Settings): Record<string, string> {
  const topicArn = topicOf(notice, settings);
  return {
    "x-amz-sns-message-type": "Notification",
    "x-amz-sns-message-id": notice.noticeId,
    "x-amz-sns-topic-arn": topicArn,
    "x-amz-sns-subscription-arn": subscriptionArnOf(topicArn),
    "Content-Type": "text/plain; charset=UTF-8",
    "User-Agent": "Amazon Simple Notification Service Agent",
    "Accept-Encoding": "gzip,deflate",
  };
}
