// Business time is the system's plus an offset that stands in one row of the database, so that all processes live in the
// same time. In live use the offset is 0 and nothing moves it.
import type { MovableClock } from "@noren-pay/base";
import type { Store } from "@noren-pay/payments";
import { isLocalSandbox } from "../accounts.ts";
import type { Services } from "../services.ts";

/** How often the row is read, in ms of wall time. */
const pollMs = 1_000;

/** Offsets that differ by less are one: they were taken a moment apart. */
const sameMs = 100;

/** Takes over the offset that stands in the database. Forward only: this process may have moved on meanwhile. */
export async function takeOffset(clock: MovableClock, store: Pick<Store, "timeOffset">): Promise<void> {
  const offset = await store.timeOffset();
  const now = clock.wall() + offset;
  if (offset !== 0 && now > clock.now() + sameMs) clock.set(now);
}

/** Follows the row, which another process may move; only against a sandbox. Ends with `signal`. */
export async function followOffset(
  { store, accounts, log }: Pick<Services, "store" | "accounts" | "log">,
  clock: MovableClock,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    try {
      await clock.sleep(pollMs, signal);
      if (!clock.frozen && (await accounts.all()).some(isLocalSandbox)) await takeOffset(clock, store);
    } catch (error) {
      if (!signal.aborted) log.warn({ err: error }, "time offset not read");
    }
  }
}
