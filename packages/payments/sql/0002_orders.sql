-- An order, its timeline, what it asked of Amazon, and its buyer.

CREATE TABLE orders (
  merchant_id text COLLATE "C" NOT NULL,
  order_id text COLLATE "C" NOT NULL,
  account_id text COLLATE "C" NOT NULL,
  amazon_order_reference_id text COLLATE "C" NOT NULL,
  seller_order_id text COLLATE "C" NOT NULL,
  -- State of the order reference.
  state text NOT NULL,
  -- What the shop or its buyer can do next; follows from body.
  next_step text NOT NULL,
  -- The order as plain data, without the buyer and without free text.
  body jsonb NOT NULL,
  -- Free text of the shop (notes, reasons), which may name a person: sealed under the merchant's data key.
  notes_sealed bytea,
  -- The loop's columns: when it is due, who waits, who works on it.
  wake_at bigint,
  buyer_waits boolean NOT NULL DEFAULT false,
  lease_until timestamptz,
  lease_token text,
  -- Head of the timeline's chain.
  chain_head bytea,
  chain_length integer NOT NULL DEFAULT 0,
  version integer NOT NULL DEFAULT 1,
  created_at bigint NOT NULL,
  updated_at bigint NOT NULL,
  PRIMARY KEY (merchant_id, order_id)
) WITH (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.05);

-- Timer, retry and sweep. buyer_waits stands before wake_at, so that each of the two groups is one range.
CREATE INDEX orders_due ON orders (merchant_id, buyer_waits, wake_at) WHERE wake_at IS NOT NULL;
-- Lists are newest first, which is by order id (time-ordered): the primary key read backwards, or these.
CREATE INDEX orders_seller_order ON orders (merchant_id, seller_order_id, order_id);
CREATE INDEX orders_state ON orders (merchant_id, state, order_id);
CREATE INDEX orders_next_step ON orders (merchant_id, next_step, order_id);

-- From any id of Amazon's to the order it belongs to. Also keeps one order per order reference and account.
CREATE TABLE amazon_ids (
  account_id text COLLATE "C" NOT NULL,
  amazon_id text COLLATE "C" NOT NULL,
  merchant_id text COLLATE "C" NOT NULL,
  order_id text COLLATE "C" NOT NULL,
  PRIMARY KEY (account_id, amazon_id)
);

-- The timeline. hash covers the hash before it; the last one stands in orders.chain_head.
CREATE TABLE order_events (
  merchant_id text COLLATE "C" NOT NULL,
  order_id text COLLATE "C" NOT NULL,
  sequence integer NOT NULL CHECK (sequence > 0),
  type text NOT NULL,
  at bigint NOT NULL,
  data jsonb NOT NULL,
  hash bytea NOT NULL CHECK (length(hash) = 32),
  PRIMARY KEY (merchant_id, order_id, sequence)
);
CREATE TRIGGER order_events_append_only BEFORE UPDATE OR DELETE ON order_events
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER order_events_keep BEFORE TRUNCATE ON order_events
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Intents as they were sent, for audit. Those under way stand in the order's body.
CREATE TABLE order_intents (
  merchant_id text COLLATE "C" NOT NULL,
  intent_id text COLLATE "C" NOT NULL,
  order_id text COLLATE "C" NOT NULL,
  kind text NOT NULL,
  created_at bigint NOT NULL,
  parameters jsonb NOT NULL,
  -- The parameters' free text, sealed. May be erased, and nothing else of the row may change.
  notes_sealed bytea,
  PRIMARY KEY (merchant_id, intent_id)
);
CREATE INDEX order_intents_order ON order_intents (merchant_id, order_id);

CREATE FUNCTION refuse_all_but_erasure() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.notes_sealed IS NULL THEN
    OLD.notes_sealed := NULL;
    IF NEW = OLD THEN
      RETURN NEW;
    END IF;
  END IF;
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER order_intents_append_only BEFORE UPDATE OR DELETE ON order_intents
  FOR EACH ROW EXECUTE FUNCTION refuse_all_but_erasure();
CREATE TRIGGER order_intents_keep BEFORE TRUNCATE ON order_intents
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- The buyer, sealed; apart from the order, so that it can be erased. Tokens: see docs/security-data.md.
CREATE TABLE order_personal_data (
  merchant_id text COLLATE "C" NOT NULL,
  order_id text COLLATE "C" NOT NULL,
  sealed bytea NOT NULL,
  tokens bytea[] NOT NULL,
  PRIMARY KEY (merchant_id, order_id)
);
CREATE INDEX order_personal_data_tokens ON order_personal_data USING gin (tokens);
