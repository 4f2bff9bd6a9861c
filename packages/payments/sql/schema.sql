CREATE TABLE account_keys (
  account_id text COLLATE "C" NOT NULL,
  version integer NOT NULL,
  wrapped bytea NOT NULL,
  master_id text NOT NULL,
  CONSTRAINT account_keys_pkey PRIMARY KEY (account_id, version),
  CONSTRAINT account_keys_version_check CHECK ((version > 0))
);

CREATE TABLE amazon_accounts (
  account_id text COLLATE "C" NOT NULL,
  seller_id text COLLATE "C" NOT NULL,
  region text NOT NULL,
  environment text NOT NULL,
  client_id text NOT NULL,
  secrets_sealed bytea NOT NULL,
  endpoint jsonb,
  notices jsonb NOT NULL,
  authorization_lifetime_ms bigint NOT NULL,
  CONSTRAINT amazon_accounts_pkey PRIMARY KEY (account_id),
  CONSTRAINT amazon_accounts_authorization_lifetime_ms_check CHECK ((authorization_lifetime_ms > 0)),
  CONSTRAINT amazon_accounts_environment_check CHECK ((environment = ANY (ARRAY['Live'::text, 'Sandbox'::text]))),
  CONSTRAINT amazon_accounts_region_check CHECK ((region = ANY (ARRAY['jp'::text, 'na'::text, 'de'::text, 'uk'::text])))
);
CREATE INDEX amazon_accounts_seller ON public.amazon_accounts USING btree (seller_id, environment);

CREATE TABLE amazon_ids (
  account_id text COLLATE "C" NOT NULL,
  amazon_id text COLLATE "C" NOT NULL,
  merchant_id text COLLATE "C" NOT NULL,
  order_id text COLLATE "C" NOT NULL,
  CONSTRAINT amazon_ids_pkey PRIMARY KEY (account_id, amazon_id)
);

CREATE TABLE api_key_routes (
  key_hash bytea NOT NULL,
  merchant_id text COLLATE "C" NOT NULL,
  key_id text COLLATE "C" NOT NULL,
  CONSTRAINT api_key_routes_pkey PRIMARY KEY (key_hash)
);

CREATE TABLE api_keys (
  merchant_id text COLLATE "C" NOT NULL,
  key_id text COLLATE "C" NOT NULL,
  key_hash bytea NOT NULL,
  name text NOT NULL,
  rights text[] NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT clock_timestamp(),
  last_used_at timestamp with time zone,
  revoked_at timestamp with time zone,
  CONSTRAINT api_keys_pkey PRIMARY KEY (merchant_id, key_id)
);

CREATE TABLE buckets (
  account_id text COLLATE "C" NOT NULL,
  call text NOT NULL,
  tokens double precision NOT NULL,
  at bigint NOT NULL,
  taken boolean NOT NULL DEFAULT false,
  CONSTRAINT buckets_pkey PRIMARY KEY (account_id, call)
) WITH (fillfactor=50);

CREATE TABLE data_keys (
  merchant_id text COLLATE "C" NOT NULL,
  version integer NOT NULL,
  wrapped bytea NOT NULL,
  master_id text NOT NULL,
  CONSTRAINT data_keys_pkey PRIMARY KEY (merchant_id, version),
  CONSTRAINT data_keys_version_check CHECK ((version > 0))
);

CREATE TABLE idempotency_keys (
  merchant_id text COLLATE "C" NOT NULL,
  route text NOT NULL,
  key text COLLATE "C" NOT NULL,
  body_hash text NOT NULL,
  status integer,
  answer_sealed bytea,
  reserved_until timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  CONSTRAINT idempotency_keys_pkey PRIMARY KEY (merchant_id, route, key)
);
CREATE INDEX idempotency_keys_expiry ON public.idempotency_keys USING btree (expires_at);

CREATE TABLE ledger_entries (
  merchant_id text COLLATE "C" NOT NULL,
  order_id text COLLATE "C" NOT NULL,
  entry_id text COLLATE "C" NOT NULL,
  at bigint NOT NULL,
  cause text NOT NULL,
  object_id text COLLATE "C" NOT NULL,
  CONSTRAINT ledger_entries_pkey PRIMARY KEY (merchant_id, order_id, entry_id),
  CONSTRAINT ledger_entries_cause_check CHECK ((cause = ANY (ARRAY['capture'::text, 'refund'::text, 'fee'::text, 'chargeback'::text, 'payout'::text])))
);
CREATE INDEX ledger_entries_at ON public.ledger_entries USING btree (merchant_id, at);
CREATE TRIGGER ledger_entries_append_only BEFORE DELETE OR UPDATE ON public.ledger_entries FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE CONSTRAINT TRIGGER ledger_entries_balance AFTER INSERT ON public.ledger_entries DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_balance();
CREATE TRIGGER ledger_entries_keep BEFORE TRUNCATE ON public.ledger_entries FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE ledger_lines (
  merchant_id text COLLATE "C" NOT NULL,
  order_id text COLLATE "C" NOT NULL,
  entry_id text COLLATE "C" NOT NULL,
  line integer NOT NULL,
  account text NOT NULL,
  amount bigint NOT NULL,
  currency_code text NOT NULL,
  CONSTRAINT ledger_lines_pkey PRIMARY KEY (merchant_id, order_id, entry_id, line),
  CONSTRAINT ledger_lines_account_check CHECK ((account = ANY (ARRAY['amazonBalance'::text, 'sales'::text, 'refunds'::text, 'fees'::text, 'chargebacks'::text, 'bank'::text]))),
  CONSTRAINT ledger_lines_currency_code_check CHECK ((length(currency_code) = 3)),
  CONSTRAINT ledger_lines_line_check CHECK ((line > 0)),
  CONSTRAINT ledger_lines_merchant_id_order_id_entry_id_fkey FOREIGN KEY (merchant_id, order_id, entry_id) REFERENCES ledger_entries(merchant_id, order_id, entry_id)
);
CREATE TRIGGER ledger_lines_append_only BEFORE DELETE OR UPDATE ON public.ledger_lines FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE CONSTRAINT TRIGGER ledger_lines_balance AFTER INSERT ON public.ledger_lines DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_balance();
CREATE TRIGGER ledger_lines_keep BEFORE TRUNCATE ON public.ledger_lines FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE mail_settings (
  merchant_id text COLLATE "C" NOT NULL,
  language text NOT NULL,
  addresses_sealed bytea,
  choose_payment_url text,
  kinds_off text[] NOT NULL,
  CONSTRAINT mail_settings_pkey PRIMARY KEY (merchant_id),
  CONSTRAINT mail_settings_language_check CHECK ((language = ANY (ARRAY['ja'::text, 'en'::text])))
);

CREATE TABLE merchants (
  merchant_id text COLLATE "C" NOT NULL,
  name text NOT NULL,
  account_id text COLLATE "C" NOT NULL,
  staff_chain_head bytea,
  staff_chain_length integer NOT NULL DEFAULT 0,
  policy jsonb,
  CONSTRAINT merchants_pkey PRIMARY KEY (merchant_id)
);

CREATE TABLE notices (
  account_id text COLLATE "C" NOT NULL,
  message_id text COLLATE "C" NOT NULL,
  received_at bigint NOT NULL,
  content_sealed bytea NOT NULL,
  notification_type text NOT NULL,
  seller_id text NOT NULL,
  amazon_id text,
  state text NOT NULL,
  CONSTRAINT notices_pkey PRIMARY KEY (account_id, message_id),
  CONSTRAINT notices_state_check CHECK ((state = ANY (ARRAY['new'::text, 'applied'::text, 'quarantined'::text, 'sample'::text])))
);
CREATE INDEX notices_waiting ON public.notices USING btree (received_at, message_id) WHERE (state = 'new'::text);

CREATE TABLE order_events (
  merchant_id text COLLATE "C" NOT NULL,
  order_id text COLLATE "C" NOT NULL,
  sequence integer NOT NULL,
  type text NOT NULL,
  at bigint NOT NULL,
  data jsonb NOT NULL,
  hash bytea NOT NULL,
  CONSTRAINT order_events_pkey PRIMARY KEY (merchant_id, order_id, sequence),
  CONSTRAINT order_events_hash_check CHECK ((length(hash) = 32)),
  CONSTRAINT order_events_sequence_check CHECK ((sequence > 0))
);
CREATE TRIGGER order_events_append_only BEFORE DELETE OR UPDATE ON public.order_events FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER order_events_keep BEFORE TRUNCATE ON public.order_events FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE order_intents (
  merchant_id text COLLATE "C" NOT NULL,
  intent_id text COLLATE "C" NOT NULL,
  order_id text COLLATE "C" NOT NULL,
  kind text NOT NULL,
  created_at bigint NOT NULL,
  parameters jsonb NOT NULL,
  notes_sealed bytea,
  CONSTRAINT order_intents_pkey PRIMARY KEY (merchant_id, intent_id)
);
CREATE INDEX order_intents_order ON public.order_intents USING btree (merchant_id, order_id);
CREATE TRIGGER order_intents_append_only BEFORE DELETE OR UPDATE ON public.order_intents FOR EACH ROW EXECUTE FUNCTION refuse_all_but_erasure();
CREATE TRIGGER order_intents_keep BEFORE TRUNCATE ON public.order_intents FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE order_personal_data (
  merchant_id text COLLATE "C" NOT NULL,
  order_id text COLLATE "C" NOT NULL,
  sealed bytea NOT NULL,
  tokens bytea[] NOT NULL,
  CONSTRAINT order_personal_data_pkey PRIMARY KEY (merchant_id, order_id)
);
CREATE INDEX order_personal_data_tokens ON public.order_personal_data USING gin (tokens);

CREATE TABLE orders (
  merchant_id text COLLATE "C" NOT NULL,
  order_id text COLLATE "C" NOT NULL,
  account_id text COLLATE "C" NOT NULL,
  amazon_order_reference_id text COLLATE "C" NOT NULL,
  seller_order_id text COLLATE "C" NOT NULL,
  state text NOT NULL,
  next_step text NOT NULL,
  body jsonb NOT NULL,
  notes_sealed bytea,
  wake_at bigint,
  buyer_waits boolean NOT NULL DEFAULT false,
  lease_until timestamp with time zone,
  lease_token text,
  chain_head bytea,
  chain_length integer NOT NULL DEFAULT 0,
  version integer NOT NULL DEFAULT 1,
  created_at bigint NOT NULL,
  updated_at bigint NOT NULL,
  runs_out_at bigint,
  CONSTRAINT orders_pkey PRIMARY KEY (merchant_id, order_id)
) WITH (fillfactor=80, autovacuum_vacuum_scale_factor=0.05);
CREATE INDEX orders_due ON public.orders USING btree (merchant_id, buyer_waits, wake_at) WHERE (wake_at IS NOT NULL);
CREATE INDEX orders_next_step ON public.orders USING btree (merchant_id, next_step, order_id);
CREATE INDEX orders_runs_out ON public.orders USING btree (merchant_id, runs_out_at) WHERE (runs_out_at IS NOT NULL);
CREATE INDEX orders_seller_order ON public.orders USING btree (merchant_id, seller_order_id, order_id);
CREATE INDEX orders_state ON public.orders USING btree (merchant_id, state, order_id);

CREATE TABLE outgoing_mails (
  merchant_id text COLLATE "C" NOT NULL,
  mail_id text COLLATE "C" NOT NULL,
  order_id text COLLATE "C" NOT NULL,
  kind text NOT NULL,
  at bigint NOT NULL,
  data jsonb NOT NULL,
  content_sealed bytea,
  state text NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  error text,
  sent_at bigint,
  wake_at bigint,
  lease_until timestamp with time zone,
  lease_token text,
  CONSTRAINT outgoing_mails_pkey PRIMARY KEY (merchant_id, mail_id),
  CONSTRAINT outgoing_mails_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'kept'::text, 'sent'::text, 'dropped'::text, 'dead'::text])))
) WITH (fillfactor=80);
CREATE INDEX outgoing_mails_due ON public.outgoing_mails USING btree (merchant_id, wake_at) WHERE (wake_at IS NOT NULL);

CREATE TABLE pgmigrations (
  id integer NOT NULL DEFAULT nextval('pgmigrations_id_seq'::regclass),
  name character varying(255) NOT NULL,
  run_on timestamp without time zone NOT NULL,
  CONSTRAINT pgmigrations_pkey PRIMARY KEY (id)
);

CREATE TABLE session_routes (
  session_hash bytea NOT NULL,
  merchant_id text COLLATE "C" NOT NULL,
  CONSTRAINT session_routes_pkey PRIMARY KEY (session_hash)
);

CREATE TABLE sessions (
  merchant_id text COLLATE "C" NOT NULL,
  session_hash bytea NOT NULL,
  user_id text COLLATE "C" NOT NULL,
  csrf_hash bytea NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT clock_timestamp(),
  seen_at timestamp with time zone NOT NULL DEFAULT clock_timestamp(),
  expires_at timestamp with time zone NOT NULL,
  CONSTRAINT sessions_pkey PRIMARY KEY (merchant_id, session_hash)
);
CREATE INDEX sessions_expiry ON public.sessions USING btree (expires_at);
CREATE INDEX sessions_user ON public.sessions USING btree (merchant_id, user_id);

CREATE TABLE staff_actions (
  merchant_id text COLLATE "C" NOT NULL,
  sequence integer NOT NULL,
  user_id text COLLATE "C" NOT NULL,
  action text NOT NULL,
  order_id text COLLATE "C",
  at bigint NOT NULL,
  data jsonb NOT NULL,
  hash bytea NOT NULL,
  CONSTRAINT staff_actions_pkey PRIMARY KEY (merchant_id, sequence),
  CONSTRAINT staff_actions_hash_check CHECK ((length(hash) = 32)),
  CONSTRAINT staff_actions_sequence_check CHECK ((sequence > 0))
);
CREATE TRIGGER staff_actions_append_only BEFORE DELETE OR UPDATE ON public.staff_actions FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER staff_actions_keep BEFORE TRUNCATE ON public.staff_actions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE time_offset (
  one boolean NOT NULL DEFAULT true,
  offset_ms bigint NOT NULL,
  CONSTRAINT time_offset_pkey PRIMARY KEY (one),
  CONSTRAINT time_offset_one_check CHECK (one)
);

CREATE TABLE users (
  merchant_id text COLLATE "C" NOT NULL,
  user_id text COLLATE "C" NOT NULL,
  email_token bytea NOT NULL,
  email_sealed bytea NOT NULL,
  name_sealed bytea NOT NULL,
  password_hash text NOT NULL,
  role text NOT NULL,
  language text NOT NULL DEFAULT 'ja'::text,
  created_at timestamp with time zone NOT NULL DEFAULT clock_timestamp(),
  disabled_at timestamp with time zone,
  CONSTRAINT users_pkey PRIMARY KEY (merchant_id, user_id),
  CONSTRAINT users_merchant_id_email_token_key UNIQUE (merchant_id, email_token)
);

CREATE TABLE webhook_attempts (
  merchant_id text COLLATE "C" NOT NULL,
  delivery_id text COLLATE "C" NOT NULL,
  attempt integer NOT NULL,
  at bigint NOT NULL,
  status integer,
  error text,
  duration_ms integer NOT NULL,
  CONSTRAINT webhook_attempts_pkey PRIMARY KEY (merchant_id, delivery_id, attempt),
  CONSTRAINT webhook_attempts_attempt_check CHECK ((attempt > 0))
);

CREATE TABLE webhook_deliveries (
  merchant_id text COLLATE "C" NOT NULL,
  delivery_id text COLLATE "C" NOT NULL,
  endpoint_id text COLLATE "C" NOT NULL,
  message_id text COLLATE "C" NOT NULL,
  order_id text COLLATE "C" NOT NULL,
  sequence integer NOT NULL,
  type text NOT NULL,
  at bigint NOT NULL,
  data jsonb NOT NULL,
  state text NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  failures integer NOT NULL DEFAULT 0,
  first_attempt_at bigint,
  delivered_at bigint,
  wake_at bigint,
  lease_until timestamp with time zone,
  lease_token text,
  CONSTRAINT webhook_deliveries_pkey PRIMARY KEY (merchant_id, delivery_id),
  CONSTRAINT webhook_deliveries_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'delivered'::text, 'dead'::text])))
) WITH (fillfactor=80);
CREATE INDEX webhook_deliveries_due ON public.webhook_deliveries USING btree (merchant_id, wake_at) WHERE (wake_at IS NOT NULL);
CREATE INDEX webhook_deliveries_line ON public.webhook_deliveries USING btree (merchant_id, endpoint_id, order_id, sequence) WHERE (state = 'waiting'::text);
CREATE INDEX webhook_deliveries_list ON public.webhook_deliveries USING btree (merchant_id, endpoint_id, at, delivery_id);

CREATE TABLE webhook_endpoints (
  merchant_id text COLLATE "C" NOT NULL,
  endpoint_id text COLLATE "C" NOT NULL,
  url text NOT NULL,
  event_types text[] NOT NULL,
  with_buyer boolean NOT NULL DEFAULT false,
  active boolean NOT NULL DEFAULT true,
  disabled_reason text,
  secret_sealed bytea NOT NULL,
  old_secret_sealed bytea,
  old_secret_until bigint,
  failing_since bigint,
  created_at bigint NOT NULL,
  CONSTRAINT webhook_endpoints_pkey PRIMARY KEY (merchant_id, endpoint_id)
);

CREATE OR REPLACE FUNCTION public.check_balance()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
DECLARE
  lines integer;
  unbalanced integer;
BEGIN
  SELECT coalesce(sum(n), 0), count(*) FILTER (WHERE total <> 0) INTO lines, unbalanced
  FROM (
    SELECT count(*) AS n, sum(amount) AS total FROM ledger_lines
    WHERE merchant_id = NEW.merchant_id AND order_id = NEW.order_id AND entry_id = NEW.entry_id
    GROUP BY currency_code
  ) AS per_currency;
  IF lines < 2 OR unbalanced > 0 THEN
    RAISE EXCEPTION 'ledger entry % does not balance', NEW.entry_id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END
$function$
;

CREATE OR REPLACE FUNCTION public.refuse_all_but_erasure()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.notes_sealed IS NULL THEN
    OLD.notes_sealed := NULL;
    IF NEW = OLD THEN
      RETURN NEW;
    END IF;
  END IF;
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END
$function$
;

CREATE OR REPLACE FUNCTION public.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END
$function$
;
