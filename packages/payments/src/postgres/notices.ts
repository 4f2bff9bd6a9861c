// Notices as they came, once each, sealed under their account's key. Account '' is the quarantine.
import type { NoticeRecord, Store } from "../store/store.ts";
import type { KeyRing } from "./crypto/key-ring.ts";
import { type Db, run } from "./db.ts";

interface Row {
  readonly account_id: string;
  readonly message_id: string;
  readonly received_at: string;
  readonly content_sealed: Buffer;
  readonly notification_type: string;
  readonly seller_id: string;
  readonly amazon_id: string | null;
  readonly state: NoticeRecord["state"];
}

const quarantine = "";
const place = (messageId: string) => `notices.content|${messageId}`;

export function notices(db: Db, keys: KeyRing): Pick<Store, "keepNotice" | "waitingNotices" | "markNotice"> {
  const noticeOf = async (row: Row): Promise<NoticeRecord> => {
    const box = await keys.account(row.account_id);
    const { raw, says } = JSON.parse(box.open(row.content_sealed, place(row.message_id)));
    return {
      accountId: row.account_id === quarantine ? undefined : row.account_id,
      messageId: row.message_id,
      receivedAt: Number(row.received_at),
      raw,
      notificationType: row.notification_type,
      sellerId: row.seller_id,
      amazonId: row.amazon_id ?? undefined,
      says,
      state: row.state,
    };
  };

  return {
    async keepNotice(notice) {
      const accountId = notice.accountId ?? quarantine;
      const box = await keys.account(accountId);
      const content = JSON.stringify({ raw: notice.raw, says: notice.says });
      const kept = await run(
        db,
        `INSERT INTO notices (account_id, message_id, received_at, content_sealed, notification_type, seller_id,
           amazon_id, state)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING RETURNING true`,
        [
          accountId,
          notice.messageId,
          notice.receivedAt,
          box.seal(content, place(notice.messageId)),
          notice.notificationType,
          notice.sellerId,
          notice.amazonId ?? null,
          notice.state,
        ],
      );
      return kept.length > 0;
    },

    async waitingNotices(limit) {
      const rows = await run<Row>(
        db,
        `SELECT account_id, message_id, received_at, content_sealed, notification_type, seller_id, amazon_id, state
         FROM notices WHERE state = 'new' ORDER BY received_at, message_id LIMIT $1`,
        [limit],
      );
      return Promise.all(rows.map(noticeOf));
    },

    async markNotice(messageId, accountId, state) {
      await run(db, "UPDATE notices SET state = $3 WHERE account_id = $1 AND message_id = $2", [
        accountId ?? quarantine,
        messageId,
        state,
      ]);
    },
  };
}
