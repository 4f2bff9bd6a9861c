// People and keys in PostgreSQL. Names and addresses are sealed under the merchant's data key; wall time is the
// database's own.
import type { Box, KeyRing, Store } from "@noren-pay/payments";
import { isRight, type Role } from "../auth/rights.ts";
import { hashOf } from "../auth/secrets.ts";
import { recordAct } from "./acts.ts";
import type { People, StaffUser } from "./people.ts";
import type { SqlPool } from "./pool.ts";

/** How old `last_used_at` may be before it is written again: one write a minute and key, not one a request. */
const lastUsedGrain = "1 minute";

interface Options {
  readonly pool: SqlPool;
  readonly keys: KeyRing;
  readonly store: Pick<Store, "merchants">;
}

export function sqlPeople({ pool, keys, store }: Options): People {
  return {
    ...apiKeys(pool),
    ...users(pool, keys, store),
    ...sessions(pool, keys),
    recordAct: (act) => recordAct(pool, act),
  };
}

const bytesOf = (secret: string) => Buffer.from(hashOf(secret), "hex");
const normalized = (email: string) => email.normalize("NFKC").trim().toLowerCase();

function apiKeys(pool: SqlPool): Pick<People, "apiKey" | "addApiKey"> {
  return {
    async apiKey(secret) {
      const { rows } = await pool.query<{ merchant_id: string; key_id: string; rights: string[]; stale: boolean }>(
        `SELECT k.merchant_id, k.key_id, k.rights,
                coalesce(k.last_used_at < clock_timestamp() - $2::interval, true) AS stale
         FROM api_key_routes r JOIN api_keys k ON k.merchant_id = r.merchant_id AND k.key_id = r.key_id
         WHERE r.key_hash = $1 AND k.key_hash = $1 AND k.revoked_at IS NULL`,
        [bytesOf(secret), lastUsedGrain],
      );
      const [row] = rows;
      if (row === undefined) return undefined;
      if (row.stale) {
        await pool.query(
          "UPDATE api_keys SET last_used_at = clock_timestamp() WHERE merchant_id = $1 AND key_id = $2",
          [row.merchant_id, row.key_id],
        );
      }
      return { merchantId: row.merchant_id, keyId: row.key_id, rights: row.rights.filter(isRight) };
    },
    async addApiKey({ merchantId, keyId, name, rights, secret }) {
      await pool.query(
        `WITH route AS (
           INSERT INTO api_key_routes (key_hash, merchant_id, key_id) VALUES ($1, $2, $3)
           ON CONFLICT DO NOTHING RETURNING key_id
         )
         INSERT INTO api_keys (merchant_id, key_id, key_hash, name, rights)
         SELECT $2, key_id, $1, $4, $5 FROM route`,
        [bytesOf(secret), merchantId, keyId, name, rights],
      );
    },
  };
}

interface UserRow {
  readonly merchant_id: string;
  readonly user_id: string;
  readonly email_sealed: Buffer;
  readonly name_sealed: Buffer;
  readonly password_hash: string;
  readonly role: string;
  readonly language: string;
}

const userOf = (row: UserRow, box: Box): StaffUser => ({
  merchantId: row.merchant_id,
  userId: row.user_id,
  email: box.open(row.email_sealed, `users.email|${row.user_id}`),
  name: box.open(row.name_sealed, `users.name|${row.user_id}`),
  role: row.role as Role,
  language: row.language === "en" ? "en" : "ja",
});

function users(pool: SqlPool, keys: KeyRing, store: Pick<Store, "merchants">): Pick<People, "addUser" | "usersOf"> {
  return {
    async addUser({ merchantId, userId, email, name, role, language, passwordHash }) {
      const box = await keys.merchant(merchantId);
      const emailToken = box.token(`user|${normalized(email)}`);
      await pool.query(
        `INSERT INTO users (merchant_id, user_id, email_token, email_sealed, name_sealed, password_hash, role, language)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (merchant_id, email_token) DO NOTHING`,
        [
          merchantId,
          userId,
          emailToken,
          box.seal(email, `users.email|${userId}`),
          box.seal(name, `users.name|${userId}`),
          passwordHash,
          role,
          language,
        ],
      );
    },
    // An address has another token at each merchant, so each is asked; sign-ins are rare and rate-limited.
    async usersOf(email) {
      const found = [];
      for (const { merchantId } of await store.merchants()) {
        const box = await keys.merchant(merchantId);
        const { rows } = await pool.query<UserRow>(
          "SELECT * FROM users WHERE merchant_id = $1 AND email_token = $2 AND disabled_at IS NULL",
          [merchantId, box.token(`user|${normalized(email)}`)],
        );
        for (const row of rows) found.push({ ...userOf(row, box), passwordHash: row.password_hash });
      }
      return found.filter((user) => normalized(user.email) === normalized(email));
    },
  };
}

function sessions(pool: SqlPool, keys: KeyRing): Pick<People, "startSession" | "session" | "endSession"> {
  return {
    async startSession({ merchantId, userId, token, lifetimeMs }) {
      await pool.query(
        `WITH gone AS (DELETE FROM sessions WHERE expires_at < clock_timestamp() RETURNING session_hash),
              unrouted AS (DELETE FROM session_routes WHERE session_hash IN (SELECT session_hash FROM gone)),
              routed AS (INSERT INTO session_routes (session_hash, merchant_id) VALUES ($1, $2))
         INSERT INTO sessions (merchant_id, session_hash, user_id, csrf_hash, expires_at)
         VALUES ($2, $1, $3, $4, clock_timestamp() + $5 * interval '1 millisecond')`,
        [bytesOf(token), merchantId, userId, bytesOf(`csrf|${token}`), lifetimeMs],
      );
    },
    async session(token) {
      const { rows } = await pool.query<UserRow>(
        `SELECT u.* FROM session_routes r
         JOIN sessions s ON s.merchant_id = r.merchant_id AND s.session_hash = r.session_hash
         JOIN users u ON u.merchant_id = s.merchant_id AND u.user_id = s.user_id
         WHERE r.session_hash = $1 AND s.expires_at > clock_timestamp() AND u.disabled_at IS NULL`,
        [bytesOf(token)],
      );
      const [row] = rows;
      return row === undefined ? undefined : userOf(row, await keys.merchant(row.merchant_id));
    },
    async endSession(token) {
      await pool.query(
        `WITH gone AS (DELETE FROM session_routes WHERE session_hash = $1 RETURNING merchant_id, session_hash)
         DELETE FROM sessions s USING gone WHERE s.merchant_id = gone.merchant_id AND s.session_hash = gone.session_hash`,
        [bytesOf(token)],
      );
    },
  };
}
