import type { Clock, Instant } from "@noren-pay/base";
import type { SendLimits } from "./transport.ts";

type Stop = (reason: "timeout" | "aborted") => void;

/**
 * Runs an exchange that is stopped when its time is over or the caller's signal fires. `run` says by `onStop` how it is
 * stopped, and itself settles then.
 */
export type WithDeadline = <T>(limits: SendLimits, run: (onStop: (stop: Stop) => void) => Promise<T>) => Promise<T>;

interface Entry {
  readonly at: Instant;
  stop: Stop;
}

const nobodyWaits = Symbol("nobody waits");

/** All exchanges of a transport share one timer: one for each would cost as much as signing the request does. */
export function deadlines(clock: Clock): WithDeadline {
  const entries = new Set<Entry>();
  let wakeAt = Number.POSITIVE_INFINITY;
  let sleeper: AbortController | undefined;

  function wakeNotAfter(at: Instant): void {
    if (at >= wakeAt) return;
    sleeper?.abort(nobodyWaits);
    sleeper = new AbortController();
    wakeAt = at;
    clock.sleep(Math.max(0, at - clock.wall()), sleeper.signal).then(sweep, () => undefined);
  }

  function sweep(): void {
    wakeAt = Number.POSITIVE_INFINITY;
    const now = clock.wall();
    for (const entry of entries) if (entry.at <= now) finish(entry).stop("timeout");
    let next = Number.POSITIVE_INFINITY;
    for (const { at } of entries) next = Math.min(next, at);
    if (entries.size > 0) wakeNotAfter(next);
  }

  function finish(entry: Entry): Entry {
    entries.delete(entry);
    // A timer left running would keep the process alive.
    if (entries.size === 0 && wakeAt !== Number.POSITIVE_INFINITY) {
      sleeper?.abort(nobodyWaits);
      wakeAt = Number.POSITIVE_INFINITY;
    }
    return entry;
  }

  return async ({ timeoutMs, signal }, run) => {
    const entry: Entry = { at: clock.wall() + timeoutMs, stop: () => undefined };
    entries.add(entry);
    wakeNotAfter(entry.at);
    const onAbort = () => entry.stop("aborted");
    try {
      const running = run((stop) => {
        entry.stop = stop;
        if (signal?.aborted) stop("aborted");
        else signal?.addEventListener("abort", onAbort, { once: true });
      });
      return await running;
    } finally {
      finish(entry);
      signal?.removeEventListener("abort", onAbort);
    }
  };
}
