// Outgoing mails in PostgreSQL. What was written is sealed: it names people.
import type { Ids, Instant } from "@noren-pay/base";
import type { MailKind } from "../deliveries/mail-kinds.ts";
import {
  type DueMail,
  defaultMailSettings,
  type Mail,
  type MailContent,
  type MailSettings,
} from "../deliveries/records.ts";
import type { KeyRing } from "./crypto/key-ring.ts";
import { type Db, run } from "./db.ts";
import { type Ask, outboxClaims } from "./deliveries-claims.ts";

export interface SettledMail {
  readonly state: Mail["state"];
  readonly content?: MailContent | undefined;
  readonly error?: string | undefined;
  readonly wakeAt?: Instant | undefined;
  readonly sentAt?: Instant | undefined;
  /** Whether a try to send was made. */
  readonly tried: boolean;
}

export interface Mails {
  claimMails(ask: Ask): Promise<readonly DueMail[]>;
  nextMail(): Promise<Instant | undefined>;
  settleMail(due: DueMail, settled: SettledMail): Promise<void>;
  /** Newest first, with what was written. */
  mails(merchantId: string, limit: number): Promise<readonly Mail[]>;
  mailSettings(merchantId: string): Promise<MailSettings>;
  saveMailSettings(merchantId: string, settings: MailSettings): Promise<void>;
}

interface Row {
  readonly merchant_id: string;
  readonly mail_id: string;
  readonly order_id: string;
  readonly kind: MailKind;
  readonly at: string;
  readonly data: Record<string, unknown>;
  readonly content_sealed: Buffer | null;
  readonly state: Mail["state"];
  readonly attempts: number;
  readonly error: string | null;
  readonly sent_at: string | null;
}

interface SettingsRow {
  readonly language: "ja" | "en";
  readonly addresses_sealed: Buffer | null;
  readonly choose_payment_url: string | null;
  readonly kinds_off: MailKind[];
}

const contentPlace = (mailId: string) => `outgoing_mails.content|${mailId}`;
const addressesPlace = "mail_settings.addresses";

export function sqlMails({ db, keys, ids }: { db: Db; keys: KeyRing; ids: Ids }): Mails {
  const due = outboxClaims<Row>(db, ids, { table: "outgoing_mails", id: "mail_id" });

  const mailOf = async (row: Row): Promise<Mail> => {
    const box = row.content_sealed === null ? undefined : await keys.merchant(row.merchant_id);
    return {
      merchantId: row.merchant_id,
      mailId: row.mail_id,
      orderId: row.order_id || undefined,
      kind: row.kind,
      at: Number(row.at),
      data: row.data,
      content: box && JSON.parse(box.open(row.content_sealed as Buffer, contentPlace(row.mail_id))),
      state: row.state,
      attempts: row.attempts,
      error: row.error ?? undefined,
      sentAt: row.sent_at === null ? undefined : Number(row.sent_at),
    };
  };

  return {
    claimMails: async (ask) =>
      Promise.all(
        (await due.claim(ask)).map(async (row) => ({
          ...(await mailOf(row)),
          leaseToken: row.lease_token,
          firstDueAt: Number(row.at),
        })),
      ),
    nextMail: () => due.nextDue(),

    async settleMail({ merchantId, mailId, leaseToken }, { state, content, error, wakeAt, sentAt, tried }) {
      const sealed = content && (await keys.merchant(merchantId)).seal(JSON.stringify(content), contentPlace(mailId));
      // That it went out counts even when the lease is over.
      await run(
        db,
        `UPDATE outgoing_mails SET state = $3, content_sealed = coalesce($4, content_sealed), error = $5, wake_at = $6,
           sent_at = $7, attempts = attempts + $8, lease_until = NULL, lease_token = NULL
         WHERE merchant_id = $1 AND mail_id = $2 AND state = 'waiting' AND (lease_token = $9 OR $3 = 'sent')`,
        [
          merchantId,
          mailId,
          state,
          sealed ?? null,
          error ?? null,
          wakeAt ?? null,
          sentAt ?? null,
          tried ? 1 : 0,
          leaseToken,
        ],
      );
    },

    async mails(merchantId, limit) {
      const text = "SELECT * FROM outgoing_mails WHERE merchant_id = $1 ORDER BY at DESC, mail_id DESC LIMIT $2";
      return Promise.all((await run<Row>(db, text, [merchantId, limit])).map(mailOf));
    },

    async mailSettings(merchantId) {
      const [row] = await run<SettingsRow>(db, "SELECT * FROM mail_settings WHERE merchant_id = $1", [merchantId]);
      if (row === undefined) return defaultMailSettings;
      const box = await keys.merchant(merchantId);
      const addresses = row.addresses_sealed && JSON.parse(box.open(row.addresses_sealed, addressesPlace));
      return {
        language: row.language,
        from: addresses?.from,
        shopAddress: addresses?.shopAddress,
        choosePaymentUrl: row.choose_payment_url ?? undefined,
        kindsOff: row.kinds_off,
      };
    },

    async saveMailSettings(merchantId, { language, from, shopAddress, choosePaymentUrl, kindsOff }) {
      const box = await keys.merchant(merchantId);
      await run(
        db,
        `INSERT INTO mail_settings (merchant_id, language, addresses_sealed, choose_payment_url, kinds_off)
         VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (merchant_id) DO UPDATE SET language = excluded.language, kinds_off = excluded.kinds_off,
           addresses_sealed = excluded.addresses_sealed, choose_payment_url = excluded.choose_payment_url`,
        [
          merchantId,
          language,
          box.seal(JSON.stringify({ from, shopAddress }), addressesPlace),
          choosePaymentUrl ?? null,
          kindsOff,
        ],
      );
    },
  };
}
