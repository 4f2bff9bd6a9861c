import { type Instant, type MovableClock, seconds, type TimeSide } from "@noren-pay/base";
import type { Shell } from "./context.ts";
import { earliestDue } from "./due.ts";
import type { Worker } from "./worker.ts";

/** Wall time between looks while another process works on what is due. */
const lookEveryMs = 5;

/**
 * The payment service as one side of a drive. `clock` is the one that the service was made with; every move is also kept
 * in the store, for the other processes. Only against a sandbox.
 */
export function timeSideOf(work: Shell, worker: Worker, clock: MovableClock): TimeSide {
  const { store, settings } = work;
  const nextDue = async (): Promise<Instant | undefined> => {
    const waiting = await store.waitingNotices(1);
    return waiting.length > 0 ? clock.now() : earliestDue(work);
  };
  return {
    nextDue,
    async advanceTo(to) {
      clock.set(to);
      await store.saveTimeOffset(to - clock.wall());
    },
    async idle() {
      const deadline = clock.wall() + settings.leaseMs + seconds(5);
      for (;;) {
        const handled = await worker.runOnce();
        const due = await nextDue();
        if (due === undefined || due > clock.now()) return;
        if (handled > 0) continue;
        // Due, but leased by another process, or by one that died and whose lease must run out.
        if (clock.wall() > deadline) throw new Error("what is due is not being done: a lease does not end");
        await clock.sleep(lookEveryMs);
      }
    },
  };
}
