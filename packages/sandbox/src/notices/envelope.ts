import type { Instant } from "@noren-pay/base";
import {
  type Environment,
  formatTimestamp,
  snsStringToSign,
  writeEnvelope,
  writeNotificationData,
  writeNotificationMessage,
} from "@noren-pay/protocol";
import type { Settings } from "../settings.ts";
import { type SigningKey, signNotice } from "./signing.ts";
import type { Notice } from "./store.ts";
import { snsOriginOf } from "./urls.ts";

/** Under which a seller's notices are published. */
export const topicArnOf = (settings: Settings, sellerId: string, environment: Environment): string =>
  `${settings.topicArnPrefix}${settings.marketplaceCodes[environment]}${sellerId}`;

export interface Posting {
  readonly settings: Settings;
  readonly key: SigningKey;
  /** Address of the sandbox itself, where its certificate is served. */
  readonly url: string;
  /** Wall time: SNS dates its messages by it. */
  readonly wall: Instant;
}

/** The inner message: what happened, to whom. Dated in business time. */
export function messageOf(notice: Notice, settings: Settings): string {
  const { type, details } = notice.content;
  return writeNotificationMessage({
    type,
    releaseEnvironment: notice.environment,
    sellerId: notice.sellerId,
    notificationReferenceId: notice.notificationReferenceId,
    timestamp: notice.createdAt,
    marketplaceId: settings.marketplaceId,
    notificationData: writeNotificationData(type, details),
  });
}

/** The signed body that is posted. */
export function envelopeOf(notice: Notice, { settings, key, url, wall }: Posting): string {
  const topicArn = topicArnOf(settings, notice.sellerId, notice.environment);
  const origin = snsOriginOf(settings, url);
  const unsigned = {
    Type: "Notification" as const,
    MessageId: notice.noticeId,
    TopicArn: topicArn,
    Message: messageOf(notice, settings),
    Timestamp: formatTimestamp(wall),
    SignatureVersion: settings.noticeSignatureVersion,
    SigningCertURL: `${origin}${key.certificatePath}`,
    UnsubscribeURL: `${origin}/?Action=Unsubscribe&SubscriptionArn=${subscriptionArnOf(topicArn)}`,
  };
  const signature = signNotice(key, snsStringToSign(unsigned), settings.noticeSignatureVersion);
  return writeEnvelope({ ...unsigned, Signature: signature });
}

const subscriptionArnOf = (topicArn: string) => `${topicArn}:00000000-0000-4000-8000-000000000000`;

/** The headers that SNS sends. */
export function headersOf(notice: Notice, settings: Settings): Record<string, string> {
  const topicArn = topicArnOf(settings, notice.sellerId, notice.environment);
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
