// The two times of the house. Business time may be moved by a test or a sandbox; wall time never.
// This file and `random.ts` are the only ones that read the system.

/** Milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;

export interface Clock {
  /** Business time: expiry, guard, waits, quota. */
  now(): Instant;
  /** Wall time: signatures and their skew, leases, timeouts, people's sessions, idempotency keys. */
  wall(): Instant;
  /** Resolves after `ms` of wall time; rejects with the signal's reason when aborted. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** A clock whose business time is the system's plus an offset that can be moved, or stands still while frozen. */
export interface MovableClock extends Clock {
  /** Sets business time; it goes on from there, or stands there when frozen. */
  set(to: Instant): void;
  freeze(): void;
  thaw(): void;
  readonly frozen: boolean;
}

const sleep = (ms: number, signal?: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const timer = setTimeout(done, ms);
    function done() {
      signal?.removeEventListener("abort", stop);
      resolve();
    }
    function stop() {
      clearTimeout(timer);
      reject(signal?.reason);
    }
    signal?.addEventListener("abort", stop, { once: true });
  });

/** The machine's clock: business and wall time are one. */
export const systemClock: Clock = { now: () => Date.now(), wall: () => Date.now(), sleep };

/** A clock for sandboxes and tests. `start`: business time at the beginning, the system's when left out. */
export function movableClock(options: { start?: Instant; frozen?: boolean } = {}): MovableClock {
  let offset = options.start === undefined ? 0 : options.start - Date.now();
  let stoodAt: Instant | undefined = options.frozen ? (options.start ?? Date.now()) : undefined;
  return {
    now: () => stoodAt ?? Date.now() + offset,
    wall: () => Date.now(),
    sleep,
    set(to) {
      offset = to - Date.now();
      if (stoodAt !== undefined) stoodAt = to;
    },
    freeze() {
      stoodAt ??= Date.now() + offset;
    },
    thaw() {
      if (stoodAt !== undefined) offset = stoodAt - Date.now();
      stoodAt = undefined;
    },
    get frozen() {
      return stoodAt !== undefined;
    },
  };
}
