// Notices on their way in: verified, placed with their account, stored, and only then acknowledged.
import {
  type HeaderRecord,
  NotificationError,
  NotificationVerifier,
  type VerifiedNotification,
} from "@noren-pay/client";
import { noticeSnapshot } from "@noren-pay/gateways";
import type { AmazonAccount, VerifiedNotice } from "@noren-pay/payments";
import type { ProblemCode } from "../problem/codes.ts";
import { ServerError } from "../problem/problem.ts";
import type { Services } from "../services.ts";

const problemOfNotice = {
  malformed: "noticeMalformed",
  forged: "noticeForged",
  wrongTopic: "noticeWrongTopic",
  certificateUnavailable: "noticeCertificateUnavailable",
} as const satisfies Record<NotificationError["code"], ProblemCode>;

export interface Intake {
  /** Resolves once the notice is stored, or was before. Throws what the sender is to be told. */
  take(rawBody: Buffer, headers: HeaderRecord): Promise<void>;
}

/** How long the accounts' lists of topics and certificates are believed, in ms of wall time. */
const listsMs = 5_000;

export function intakeOf(services: Pick<Services, "clock" | "payments" | "accounts">): Intake {
  const { clock, payments } = services;
  let lists:
    | { readonly until: number; readonly accounts: readonly AmazonAccount[]; readonly verifier: NotificationVerifier }
    | undefined;

  async function current() {
    if (lists !== undefined && clock.wall() < lists.until) return lists;
    const accounts = await services.accounts.all();
    const certificateUrls = accounts.flatMap((account) => account.notices.certificateUrls);
    const known = lists?.accounts.flatMap((account) => account.notices.certificateUrls);
    const topicArns = (arn: string) => lists?.accounts.some((each) => each.notices.topicArns.includes(arn)) ?? false;
    const verifier =
      known !== undefined && lists !== undefined && known.join() === certificateUrls.join()
        ? lists.verifier
        : new NotificationVerifier({ topicArns, certificateUrls, clock });
    lists = { until: clock.wall() + listsMs, accounts, verifier };
    return lists;
  }

  return {
    async take(rawBody, headers) {
      const { accounts, verifier } = await current();
      const verified = await verify(verifier, rawBody, headers);
      await payments.takeNotice(noticeOf(verified, accounts, rawBody.toString("utf8")));
    },
  };
}

async function verify(verifier: NotificationVerifier, rawBody: Buffer, headers: HeaderRecord) {
  try {
    return await verifier.verify(rawBody, headers);
  } catch (error) {
    if (!(error instanceof NotificationError)) throw error;
    throw new ServerError(problemOfNotice[error.code], { operation: "notification", cause: error });
  }
}

/**
 * Which account a verified notice belongs to. Without one, or without an object the books know, it ends in quarantine,
 * for people to see: confirmations of subscriptions too, which nobody ever follows by himself. A sandbox's certificate vouches only for the
 * account that lists it, and a topic only for its own: otherwise one shop's sandbox could speak for a live account.
 * Throws `noticeForged` and `noticeWrongTopic`.
 */
export function noticeOf(
  { notification, type, messageId, envelope, trustedBy }: VerifiedNotification,
  accounts: readonly AmazonAccount[],
  raw: string,
): VerifiedNotice {
  const account = accounts.find(
    (each) => each.sellerId === notification?.sellerId && each.environment === notification.releaseEnvironment,
  );
  if (account !== undefined && trustedBy === "certificateUrls") {
    if (!account.notices.certificateUrls.includes(envelope.SigningCertURL)) throw new ServerError("noticeForged");
  }
  if (account !== undefined && !account.notices.topicArns.includes(envelope.TopicArn)) {
    throw new ServerError("noticeWrongTopic");
  }
  return {
    accountId: account?.accountId,
    messageId,
    raw,
    notificationType: notification?.wireType ?? type,
    sellerId: notification?.sellerId ?? "",
    amazonId: notification?.objectId,
    says: notification === undefined ? undefined : noticeSnapshot(notification),
    isSample: notification?.isSample ?? false,
  };
}
