// Writes and sends the mails that are due. Without a mail server they are written and kept.
import type { Clock } from "@noren-pay/base";
import {
  type DueMail,
  type MailContent,
  type Mails,
  type Order,
  type PersonalData,
  retryAt,
  type Store,
  type WorkSource,
} from "@noren-pay/payments";
import type { Smtp } from "./smtp.ts";
import { urlFrom, writeMail } from "./templates.ts";

export interface MailSenderOptions {
  readonly mails: Mails;
  readonly store: Pick<Store, "order" | "personalData" | "merchant">;
  readonly clock: Clock;
  /** Undefined: mails are kept. */
  readonly smtp: Smtp | undefined;
  /** The sender where a merchant has none of its own. */
  readonly from: string | undefined;
  readonly leaseMs: number;
  onError(error: unknown): void;
}

const concurrency = 8;

/** One address, in the form every mail server takes; anything else is not written to. */
const oneAddress = /^[^\s<>()[\]\\,;:"@]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*$/;

export function mailSender(options: MailSenderOptions): WorkSource {
  const { mails, clock, leaseMs } = options;
  return {
    async runDue() {
      const due = await mails.claimMails({ now: clock.now(), limit: concurrency, leaseMs });
      await Promise.all(due.map((each) => sendOne(options, each).catch(options.onError)));
      return due.length;
    },
    nextDue: () => mails.nextMail(),
  };
}

async function sendOne(options: MailSenderOptions, due: DueMail): Promise<void> {
  const { mails, clock, smtp } = options;
  const composed = due.content === undefined ? await compose(options, due) : { content: due.content };
  const { content } = composed;
  if (content === undefined || (smtp !== undefined && composed.lacks !== undefined))
    return mails.settleMail(due, { state: "dropped", content, error: composed.lacks, tried: false });
  if (smtp === undefined) return mails.settleMail(due, { state: "kept", content, error: composed.lacks, tried: false });
  const { result, error } = await smtp.send(content, `<${due.mailId}@${content.from.split("@")[1]}>`);
  const now = clock.now();
  const failures = due.attempts + 1;
  switch (result.outcome) {
    case "taken":
      return mails.settleMail(due, { state: "sent", content, sentAt: now, tried: true });
    case "later": {
      const wakeAt = retryAt({ since: due.firstDueAt, now, failures });
      return mails.settleMail(due, {
        state: wakeAt === undefined ? "dead" : "waiting",
        content,
        error,
        wakeAt,
        tried: true,
      });
    }
    default:
      return mails.settleMail(due, { state: "dead", content, error, tried: true });
  }
}

interface Composed {
  /** Undefined: the mail is no longer needed. */
  readonly content: MailContent | undefined;
  /** Why it cannot be sent as it is. */
  readonly lacks?: string | undefined;
}

async function compose({ mails, store, from }: MailSenderOptions, due: DueMail): Promise<Composed> {
  const { merchantId, orderId, kind, data } = due;
  const settings = await mails.mailSettings(merchantId);
  const merchant = await store.merchant(merchantId);
  const key = orderId === undefined ? undefined : { merchantId, orderId };
  const order = key && (await store.order(key));
  const toBuyer = kind === "choosePaymentMethod";
  if (toBuyer && order?.orderReference.state !== "Suspended") return { content: undefined, lacks: "notNeeded" };
  const buyer = toBuyer && key ? await store.personalData(key) : undefined;
  const url = toBuyer && order ? urlFrom(settings.choosePaymentUrl, idsOf(order)) : undefined;
  const written = writeMail(kind, settings.language, {
    shopName: order?.storeName ?? merchant?.name ?? "",
    ...(order === undefined ? {} : idsOf(order)),
    buyerName: nameOf(buyer),
    url,
    data,
  });
  const sender = settings.from ?? from ?? settings.shopAddress ?? "";
  const to = (toBuyer ? buyer?.email : settings.shopAddress) ?? "";
  return { content: { from: sender, to, ...written }, lacks: lackOf({ sender, to, needsUrl: toBuyer, url }) };
}

const idsOf = ({ orderId, sellerOrderId, amazonOrderReferenceId }: Order) => ({
  orderId,
  sellerOrderId,
  amazonOrderReferenceId,
});

const nameOf = (buyer: PersonalData | undefined): string | undefined => buyer?.name ?? buyer?.address?.name;

function lackOf(mail: { sender: string; to: string; needsUrl: boolean; url: string | undefined }): string | undefined {
  if (!oneAddress.test(mail.to)) return "addressMissing";
  if (!oneAddress.test(mail.sender)) return "senderMissing";
  return mail.needsUrl && mail.url === undefined ? "urlMissing" : undefined;
}
