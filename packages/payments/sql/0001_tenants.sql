-- Whose data it is: Amazon accounts, merchants, their keys, and the one row of business time.
--
-- Rules of every table here and after, held by a lint test:
--   The primary key begins with merchant_id, or with account_id where the thing belongs to the account.
--   No sequence. No foreign key across merchants. Rules of business live in code; constraints only repeat them.
-- The names on the next line are the exceptions: a hash that leads to a merchant, one row for all, the migrations' own.
-- routing tables: api_key_routes, session_routes, time_offset, pgmigrations
--
-- Ids are text in collation "C", not uuid. They are written one way everywhere (32 hex digits: logs, addresses, Amazon's
-- reference ids, what a ciphertext is bound to), so nothing converts; and bytewise order is their time's order.
-- Business time is bigint, milliseconds since 1970, always a parameter. Wall time is timestamptz, always this database's.

CREATE TABLE amazon_accounts (
  account_id text COLLATE "C" PRIMARY KEY,
  seller_id text COLLATE "C" NOT NULL,
  region text NOT NULL CHECK (region IN ('jp', 'na', 'de', 'uk')),
  environment text NOT NULL CHECK (environment IN ('Live', 'Sandbox')),
  client_id text NOT NULL,
  -- AES-256-GCM under the account's data key: access key and secret key.
  secrets_sealed bytea NOT NULL,
  endpoint jsonb,
  notices jsonb NOT NULL,
  authorization_lifetime_ms bigint NOT NULL CHECK (authorization_lifetime_ms > 0)
);
CREATE INDEX amazon_accounts_seller ON amazon_accounts (seller_id, environment);

CREATE TABLE merchants (
  merchant_id text COLLATE "C" PRIMARY KEY,
  name text NOT NULL,
  account_id text COLLATE "C" NOT NULL,
  -- Head of the chain of staff actions.
  staff_chain_head bytea,
  staff_chain_length integer NOT NULL DEFAULT 0
);

-- Data keys, wrapped by the master key. master_id names the master key without telling it.
CREATE TABLE data_keys (
  merchant_id text COLLATE "C" NOT NULL,
  version integer NOT NULL CHECK (version > 0),
  wrapped bytea NOT NULL,
  master_id text NOT NULL,
  PRIMARY KEY (merchant_id, version)
);

CREATE TABLE account_keys (
  account_id text COLLATE "C" NOT NULL,
  version integer NOT NULL CHECK (version > 0),
  wrapped bytea NOT NULL,
  master_id text NOT NULL,
  PRIMARY KEY (account_id, version)
);

-- How far business time is from this machine's, in ms. One row; it exists only against a sandbox.
CREATE TABLE time_offset (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  offset_ms bigint NOT NULL
);

-- For tables whose rows are history.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END
$$;
