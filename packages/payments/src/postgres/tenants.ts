// Accounts, merchants, and the one row of business time.
import { PaymentsError } from "../errors.ts";
import type { AmazonAccount, Merchant, Store } from "../store/store.ts";
import type { KeyRing } from "./crypto/key-ring.ts";
import { type Db, run } from "./db.ts";

type Tenants = Pick<
  Store,
  | "saveAccount"
  | "account"
  | "accountOfSeller"
  | "saveMerchant"
  | "merchant"
  | "savePolicy"
  | "merchants"
  | "timeOffset"
  | "saveTimeOffset"
>;

interface AccountRow {
  readonly account_id: string;
  readonly seller_id: string;
  readonly region: AmazonAccount["region"];
  readonly environment: AmazonAccount["environment"];
  readonly client_id: string;
  readonly secrets_sealed: Buffer;
  readonly endpoint: AmazonAccount["endpoint"] | null;
  readonly notices: AmazonAccount["notices"];
  readonly authorization_lifetime_ms: string;
}

const secretsPlace = "amazon_accounts.secrets";
type MerchantRow = Omit<Merchant, "policy"> & { readonly policy: Merchant["policy"] | null };
const merchantOf = ({ policy, ...merchant }: MerchantRow): Merchant => ({ ...merchant, ...(policy && { policy }) });

const selectMerchant = `SELECT merchant_id AS "merchantId", name, account_id AS "accountId", policy FROM merchants`;

export function tenants(db: Db, keys: KeyRing): Tenants {
  const accountOf = async (row: AccountRow | undefined): Promise<AmazonAccount | undefined> =>
    row && {
      accountId: row.account_id,
      sellerId: row.seller_id,
      region: row.region,
      environment: row.environment,
      clientId: row.client_id,
      secrets: JSON.parse((await keys.account(row.account_id)).open(row.secrets_sealed, secretsPlace)),
      endpoint: row.endpoint ?? undefined,
      notices: row.notices,
      authorizationLifetimeMs: Number(row.authorization_lifetime_ms),
    };

  return {
    async saveAccount(account) {
      const box = await keys.account(account.accountId);
      const saved = await run(
        db,
        `INSERT INTO amazon_accounts AS known (account_id, seller_id, region, environment, client_id, secrets_sealed, endpoint,
           notices, authorization_lifetime_ms)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
         ON CONFLICT (account_id) DO UPDATE SET seller_id = excluded.seller_id, client_id = excluded.client_id,
           secrets_sealed = excluded.secrets_sealed, endpoint = excluded.endpoint, notices = excluded.notices,
           authorization_lifetime_ms = excluded.authorization_lifetime_ms
         WHERE known.region = excluded.region AND known.environment = excluded.environment
         RETURNING true`,
        [
          account.accountId,
          account.sellerId,
          account.region,
          account.environment,
          account.clientId,
          box.seal(JSON.stringify(account.secrets), secretsPlace),
          account.endpoint === undefined ? null : JSON.stringify(account.endpoint),
          JSON.stringify(account.notices),
          account.authorizationLifetimeMs,
        ],
      );
      if (saved.length === 0) throw new PaymentsError("accountFixed", { operation: "saveAccount" });
    },

    async account(accountId) {
      const [row] = await run<AccountRow>(db, "SELECT * FROM amazon_accounts WHERE account_id = $1", [accountId]);
      return accountOf(row);
    },

    async accountOfSeller(sellerId, environment) {
      const [row] = await run<AccountRow>(
        db,
        "SELECT * FROM amazon_accounts WHERE seller_id = $1 AND environment = $2 ORDER BY account_id LIMIT 1",
        [sellerId, environment],
      );
      return accountOf(row);
    },

    async saveMerchant({ merchantId, name, accountId }) {
      await run(
        db,
        `INSERT INTO merchants (merchant_id, name, account_id) VALUES ($1, $2, $3)
         ON CONFLICT (merchant_id) DO UPDATE SET name = excluded.name, account_id = excluded.account_id`,
        [merchantId, name, accountId],
      );
    },

    async merchant(merchantId) {
      const [row] = await run<MerchantRow>(db, `${selectMerchant} WHERE merchant_id = $1`, [merchantId]);
      return row && merchantOf(row);
    },

    async merchants() {
      return (await run<MerchantRow>(db, `${selectMerchant} ORDER BY merchant_id`)).map(merchantOf);
    },

    async savePolicy(merchantId, policy) {
      await run(db, "UPDATE merchants SET policy = $2 WHERE merchant_id = $1", [merchantId, JSON.stringify(policy)]);
    },

    async timeOffset() {
      const [row] = await run<{ offset_ms: string }>(db, "SELECT offset_ms FROM time_offset");
      return Number(row?.offset_ms ?? 0);
    },

    async saveTimeOffset(offsetMs) {
      await run(
        db,
        `INSERT INTO time_offset (one, offset_ms) VALUES (true, $1)
         ON CONFLICT (one) DO UPDATE SET offset_ms = excluded.offset_ms`,
        [Math.round(offsetMs)],
      );
    },
  };
}
