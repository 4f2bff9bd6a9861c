-- Money that moved, in balanced entries that never change.

CREATE TABLE ledger_entries (
  merchant_id text COLLATE "C" NOT NULL,
  -- Empty for what belongs to no single order.
  order_id text COLLATE "C" NOT NULL,
  -- Given by what moved, so the same movement is booked once.
  entry_id text COLLATE "C" NOT NULL,
  at bigint NOT NULL,
  cause text NOT NULL CHECK (cause IN ('capture', 'refund', 'fee', 'chargeback', 'payout')),
  object_id text COLLATE "C" NOT NULL,
  PRIMARY KEY (merchant_id, order_id, entry_id)
);
CREATE INDEX ledger_entries_at ON ledger_entries (merchant_id, at);

CREATE TABLE ledger_lines (
  merchant_id text COLLATE "C" NOT NULL,
  order_id text COLLATE "C" NOT NULL,
  entry_id text COLLATE "C" NOT NULL,
  line integer NOT NULL CHECK (line > 0),
  account text NOT NULL CHECK (account IN ('amazonBalance', 'sales', 'refunds', 'fees', 'chargebacks', 'bank')),
  -- Minor units of the currency.
  amount bigint NOT NULL,
  currency_code text NOT NULL CHECK (length(currency_code) = 3),
  PRIMARY KEY (merchant_id, order_id, entry_id, line),
  FOREIGN KEY (merchant_id, order_id, entry_id) REFERENCES ledger_entries
);

CREATE TRIGGER ledger_entries_append_only BEFORE UPDATE OR DELETE ON ledger_entries
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER ledger_entries_keep BEFORE TRUNCATE ON ledger_entries
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER ledger_lines_append_only BEFORE UPDATE OR DELETE ON ledger_lines
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER ledger_lines_keep BEFORE TRUNCATE ON ledger_lines
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- At commit: an entry has at least two lines, and each currency of it sums to zero.
CREATE FUNCTION check_balance() RETURNS trigger LANGUAGE plpgsql AS $$
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
$$;
CREATE CONSTRAINT TRIGGER ledger_entries_balance AFTER INSERT ON ledger_entries
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_balance();
CREATE CONSTRAINT TRIGGER ledger_lines_balance AFTER INSERT ON ledger_lines
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_balance();
