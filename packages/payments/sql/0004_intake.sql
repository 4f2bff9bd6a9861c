-- What stands at the doors: quota towards Amazon, repeated requests of shops, notices from Amazon.

-- Token buckets in business time, one per account and call.
CREATE TABLE buckets (
  account_id text COLLATE "C" NOT NULL,
  call text NOT NULL,
  tokens double precision NOT NULL,
  -- The instant at which `tokens` was counted.
  at bigint NOT NULL,
  PRIMARY KEY (account_id, call)
) WITH (fillfactor = 50);

-- Idempotency keys: wall time, this database's.
CREATE TABLE idempotency_keys (
  merchant_id text COLLATE "C" NOT NULL,
  route text NOT NULL,
  key text COLLATE "C" NOT NULL,
  body_hash text NOT NULL,
  status integer,
  -- The answer's body, sealed; null while the first request runs.
  answer_sealed bytea,
  -- A first request that never answered (its server died) holds the key until then.
  reserved_until timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (merchant_id, route, key)
);
CREATE INDEX idempotency_keys_expiry ON idempotency_keys (expires_at);

-- Verified notices as they came. account_id '' is the quarantine: no account of ours is known for them.
CREATE TABLE notices (
  account_id text COLLATE "C" NOT NULL,
  message_id text COLLATE "C" NOT NULL,
  received_at bigint NOT NULL,
  -- As it came, and what it says.
  content_sealed bytea NOT NULL,
  notification_type text NOT NULL,
  seller_id text NOT NULL,
  amazon_id text,
  state text NOT NULL CHECK (state IN ('new', 'applied', 'quarantined', 'sample')),
  PRIMARY KEY (account_id, message_id)
);
CREATE INDEX notices_waiting ON notices (received_at, message_id) WHERE state = 'new';
