-- What goes out to shops and people: webhooks and mails. Both are written in the transaction of the events they tell of.

CREATE TABLE webhook_endpoints (
  merchant_id text COLLATE "C" NOT NULL,
  endpoint_id text COLLATE "C" NOT NULL,
  url text NOT NULL,
  -- Types that it wants; empty: all.
  event_types text[] NOT NULL,
  -- Whether the buyer's name and address go with what is sent.
  with_buyer boolean NOT NULL DEFAULT false,
  active boolean NOT NULL DEFAULT true,
  disabled_reason text,
  -- Sealed under the merchant's data key. The old secret signs too until then.
  secret_sealed bytea NOT NULL,
  old_secret_sealed bytea,
  old_secret_until bigint,
  -- Since when nothing has been taken; null after a success.
  failing_since bigint,
  created_at bigint NOT NULL,
  PRIMARY KEY (merchant_id, endpoint_id)
);

CREATE TABLE webhook_deliveries (
  merchant_id text COLLATE "C" NOT NULL,
  delivery_id text COLLATE "C" NOT NULL,
  endpoint_id text COLLATE "C" NOT NULL,
  -- One message may go to several endpoints; its id is what webhook-id says.
  message_id text COLLATE "C" NOT NULL,
  -- Empty for what belongs to no order.
  order_id text COLLATE "C" NOT NULL,
  -- The timeline's row that it tells of; what is sent of one order to one endpoint goes in this order.
  sequence integer NOT NULL,
  type text NOT NULL,
  at bigint NOT NULL,
  -- No personal data.
  data jsonb NOT NULL,
  state text NOT NULL CHECK (state IN ('waiting', 'delivered', 'dead')),
  attempts integer NOT NULL DEFAULT 0,
  -- Of the present run of tries; sending by hand begins a new one.
  failures integer NOT NULL DEFAULT 0,
  first_attempt_at bigint,
  delivered_at bigint,
  -- The loop's columns. A row that waits for an earlier one of its order has no wake_at.
  wake_at bigint,
  lease_until timestamptz,
  lease_token text,
  PRIMARY KEY (merchant_id, delivery_id)
) WITH (fillfactor = 80);
CREATE INDEX webhook_deliveries_due ON webhook_deliveries (merchant_id, wake_at) WHERE wake_at IS NOT NULL;
CREATE INDEX webhook_deliveries_line ON webhook_deliveries (merchant_id, endpoint_id, order_id, sequence)
  WHERE state = 'waiting';
CREATE INDEX webhook_deliveries_list ON webhook_deliveries (merchant_id, endpoint_id, at, delivery_id);

CREATE TABLE webhook_attempts (
  merchant_id text COLLATE "C" NOT NULL,
  delivery_id text COLLATE "C" NOT NULL,
  attempt integer NOT NULL CHECK (attempt > 0),
  at bigint NOT NULL,
  -- HTTP status; null when no answer came.
  status integer,
  error text,
  duration_ms integer NOT NULL,
  PRIMARY KEY (merchant_id, delivery_id, attempt)
);

-- A merchant without a row has the defaults.
CREATE TABLE mail_settings (
  merchant_id text COLLATE "C" PRIMARY KEY,
  language text NOT NULL CHECK (language IN ('ja', 'en')),
  -- Address of the sender, and where warnings to the shop go; sealed.
  addresses_sealed bytea,
  choose_payment_url text,
  kinds_off text[] NOT NULL
);

CREATE TABLE outgoing_mails (
  merchant_id text COLLATE "C" NOT NULL,
  mail_id text COLLATE "C" NOT NULL,
  order_id text COLLATE "C" NOT NULL,
  kind text NOT NULL,
  at bigint NOT NULL,
  data jsonb NOT NULL,
  -- From, to, subject and text, once it was written; sealed.
  content_sealed bytea,
  state text NOT NULL CHECK (state IN ('waiting', 'kept', 'sent', 'dropped', 'dead')),
  attempts integer NOT NULL DEFAULT 0,
  error text,
  sent_at bigint,
  wake_at bigint,
  lease_until timestamptz,
  lease_token text,
  PRIMARY KEY (merchant_id, mail_id)
) WITH (fillfactor = 80);
CREATE INDEX outgoing_mails_due ON outgoing_mails (merchant_id, wake_at) WHERE wake_at IS NOT NULL;
