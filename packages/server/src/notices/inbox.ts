// The notices as they stand in the store, for people to see: what was applied, and what lies in quarantine.
import type { Instant } from "@noren-pay/base";

export interface NoticeRow {
  readonly messageId: string;
  readonly receivedAt: Instant;
  readonly notificationType: string;
  readonly amazonId: string | undefined;
  readonly state: string;
}

export interface Inbox {
  /** Newest first: the account's own, and those of which no account is known. */
  latest(accountId: string, limit: number): Promise<readonly NoticeRow[]>;
}

interface Pool {
  query(text: string, values: unknown[]): Promise<{ rows: unknown[] }>;
}

export const sqlInbox = (pool: Pool): Inbox => ({
  async latest(accountId, limit) {
    const { rows } = await pool.query(
      `SELECT message_id, received_at, notification_type, amazon_id, state FROM notices
       WHERE account_id IN ($1, '') ORDER BY received_at DESC, message_id DESC LIMIT $2`,
      [accountId, limit],
    );
    return (rows as Row[]).map((row) => ({
      messageId: row.message_id,
      receivedAt: Number(row.received_at),
      notificationType: row.notification_type,
      amazonId: row.amazon_id ?? undefined,
      state: row.state,
    }));
  },
});

interface Row {
  readonly message_id: string;
  readonly received_at: string | number;
  readonly notification_type: string;
  readonly amazon_id: string | null;
  readonly state: string;
}
