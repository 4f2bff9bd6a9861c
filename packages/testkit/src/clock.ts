import { type Instant, type MovableClock, movableClock } from "@noren-pay/base";

/** A clock that stands still until a test moves it. */
export interface TestClock extends MovableClock {
  /** Moves business time on by `ms`. */
  advance(ms: number): void;
  /** From now on wall time stands too, at `to`; sleepers whose time has come wake up. */
  setWall(to: Instant): void;
}

interface Sleeper {
  readonly until: Instant;
  readonly wake: () => void;
}

/** 2026-04-01T00:00:00Z: where tests begin unless they say otherwise. */
export const testStart: Instant = Date.UTC(2026, 3, 1);

/**
 * Business time is frozen at `start`. Wall time is the machine's, unless `wall` gives it: then it stands still too, and
 * `sleep` lasts until `setWall` has passed its end.
 */
export function testClock(start: Instant = testStart, options: { wall?: Instant } = {}): TestClock {
  const business = movableClock({ start, frozen: true });
  let wall = options.wall;
  let sleepers: Sleeper[] = [];
  return {
    now: business.now,
    set: business.set,
    freeze: business.freeze,
    thaw: business.thaw,
    get frozen() {
      return business.frozen;
    },
    advance: (ms) => business.set(business.now() + ms),
    wall: () => wall ?? business.wall(),
    setWall(to) {
      wall = to;
      const woken = sleepers.filter(({ until }) => until <= to);
      sleepers = sleepers.filter(({ until }) => until > to);
      for (const { wake } of woken) wake();
    },
    sleep(ms, signal) {
      if (wall === undefined) return business.sleep(ms, signal);
      const until = wall + ms;
      return new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason);
        const sleeper = { until, wake: resolve };
        sleepers.push(sleeper);
        signal?.addEventListener("abort", () => {
          sleepers = sleepers.filter((each) => each !== sleeper);
          reject(signal.reason);
        });
      });
    },
  };
}
