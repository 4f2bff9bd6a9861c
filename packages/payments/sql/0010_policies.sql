-- What a merchant chose beside the defaults, and when the first open authorization of an order runs out.
ALTER TABLE merchants ADD COLUMN policy jsonb;
ALTER TABLE orders ADD COLUMN runs_out_at bigint;
-- The board of days left.
CREATE INDEX orders_runs_out ON orders (merchant_id, runs_out_at) WHERE runs_out_at IS NOT NULL;
