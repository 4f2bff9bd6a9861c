// Death with a command in hand: its key is taken, and nothing is written yet.
import { seconds, systemClock } from "@noren-pay/base";
import { command } from "./shop.ts";
import type { Town } from "./town.ts";

/** Asks for a command, kills the service before it has written any of it, and gives what becomes of the command. */
export const killedInHand: typeof command = async (town, asked) => {
  const client = await town.pool.connect();
  try {
    await client.query("BEGIN");
    await client.query("LOCK TABLE orders IN EXCLUSIVE MODE");
    const answered = command(town, asked);
    answered.catch(() => {});
    await untilInHand(town, asked.key ?? "");
    await town.service.kill();
    // Statements of the dead that wait for the lock would still be carried out.
    await client.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND wait_event_type = 'Lock'`);
    await client.query("ROLLBACK");
    return await answered;
  } finally {
    client.release();
  }
};

async function untilInHand({ pool }: Town, key: string): Promise<void> {
  const until = systemClock.wall() + seconds(30);
  while (systemClock.wall() < until) {
    const { rowCount } = await pool.query(
      `SELECT FROM idempotency_keys WHERE key = $1 AND answer_sealed IS NULL AND EXISTS (
         SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock')`,
      [key],
    );
    if (rowCount === 1) return;
    await systemClock.sleep(10);
  }
  throw new Error("the command did not reach the database");
}
