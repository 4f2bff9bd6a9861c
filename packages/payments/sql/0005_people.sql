-- Who may come in: API keys of shops, people of the back office, their sessions and what they did.

CREATE TABLE api_keys (
  merchant_id text COLLATE "C" NOT NULL,
  key_id text COLLATE "C" NOT NULL,
  -- SHA-256 of the key; the key itself is shown once and never kept.
  key_hash bytea NOT NULL,
  name text NOT NULL,
  rights text[] NOT NULL,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  last_used_at timestamptz,
  revoked_at timestamptz,
  PRIMARY KEY (merchant_id, key_id)
);

-- From a key's hash to its merchant.
CREATE TABLE api_key_routes (
  key_hash bytea PRIMARY KEY,
  merchant_id text COLLATE "C" NOT NULL,
  key_id text COLLATE "C" NOT NULL
);

CREATE TABLE users (
  merchant_id text COLLATE "C" NOT NULL,
  user_id text COLLATE "C" NOT NULL,
  -- HMAC of the normalised address under the merchant's search key, and the address sealed.
  email_token bytea NOT NULL,
  email_sealed bytea NOT NULL,
  name_sealed bytea NOT NULL,
  -- scrypt, with its parameters and salt.
  password_hash text NOT NULL,
  role text NOT NULL,
  language text NOT NULL DEFAULT 'ja',
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  disabled_at timestamptz,
  PRIMARY KEY (merchant_id, user_id),
  UNIQUE (merchant_id, email_token)
);

CREATE TABLE sessions (
  merchant_id text COLLATE "C" NOT NULL,
  -- SHA-256 of the cookie's token.
  session_hash bytea NOT NULL,
  user_id text COLLATE "C" NOT NULL,
  csrf_hash bytea NOT NULL,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  seen_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (merchant_id, session_hash)
);
CREATE INDEX sessions_user ON sessions (merchant_id, user_id);
CREATE INDEX sessions_expiry ON sessions (expires_at);

-- From a session's hash to its merchant.
CREATE TABLE session_routes (
  session_hash bytea PRIMARY KEY,
  merchant_id text COLLATE "C" NOT NULL
);

-- What staff did. hash covers the hash before it; the last one stands in merchants.staff_chain_head.
CREATE TABLE staff_actions (
  merchant_id text COLLATE "C" NOT NULL,
  sequence integer NOT NULL CHECK (sequence > 0),
  user_id text COLLATE "C" NOT NULL,
  action text NOT NULL,
  order_id text COLLATE "C",
  at bigint NOT NULL,
  data jsonb NOT NULL,
  hash bytea NOT NULL CHECK (length(hash) = 32),
  PRIMARY KEY (merchant_id, sequence)
);
CREATE TRIGGER staff_actions_append_only BEFORE UPDATE OR DELETE ON staff_actions
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER staff_actions_keep BEFORE TRUNCATE ON staff_actions
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
