import type { Clock } from "@noren-pay/base";

/** A clock whose sleeps take no time but move it, and are written down. Deadlines of exchanges never come. */
export interface StepClock extends Clock {
  readonly slept: number[];
  pass(ms: number): void;
}

/** `deadlineMs`: sleeps of this length or longer are deadlines; they end only by their signal. */
export function stepClock(start = Date.UTC(2020, 3, 1), deadlineMs = 60_000): StepClock {
  let now = start;
  const slept: number[] = [];
  return {
    slept,
    now: () => now,
    wall: () => now,
    pass(ms) {
      now += ms;
    },
    async sleep(ms, signal) {
      signal?.throwIfAborted();
      if (ms >= deadlineMs) {
        await new Promise((_, reject) => {
          signal?.addEventListener("abort", () => reject(signal.reason), { once: true });
        });
      }
      slept.push(ms);
      now += ms;
    },
  };
}

/** A clock on which the first deadline comes when `arrived` does, whatever the machine is doing; later ones never come. */
export function impatientClock(arrived: Promise<unknown>): Clock {
  let wall = Date.UTC(2020, 3, 1);
  let deadlines = 0;
  return {
    now: () => wall,
    wall: () => wall,
    async sleep(ms, signal) {
      if (ms < 1_000) return;
      const aborted = new Promise<never>((_, reject) => {
        signal?.addEventListener("abort", () => reject(signal.reason), { once: true });
      });
      await (deadlines++ === 0 ? Promise.race([arrived, aborted]) : aborted);
      wall += ms;
    },
  };
}
