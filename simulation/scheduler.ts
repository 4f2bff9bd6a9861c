// Time and order of the simulation: one queue of events in virtual time. Whatever sleeps, waits for a call or stands
// before a screen is an event here, so a seed decides every interleaving, and a month takes no time.
import type { Clock, Instant } from "@noren-pay/base";

interface Event {
  readonly at: Instant;
  readonly order: number;
  readonly run: () => void;
  gone: boolean;
}

export class Scheduler {
  now: Instant;
  events = 0;
  readonly #queue: Event[] = [];
  #count = 0;

  constructor(start: Instant) {
    this.now = start;
  }

  /** Runs `run` after `ms`; the result takes it back. */
  after(ms: number, run: () => void): () => void {
    const event: Event = { at: this.now + Math.max(0, Math.ceil(ms)), order: this.#count++, run, gone: false };
    this.#push(event);
    return () => {
      event.gone = true;
    };
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const takeBack = this.after(ms, () => {
        signal?.removeEventListener("abort", stop);
        resolve();
      });
      function stop() {
        takeBack();
        reject(signal?.reason);
      }
      signal?.addEventListener("abort", stop, { once: true });
    });
  }

  /** Business and wall time are one here. `isAlive`: a dead process sleeps for ever. */
  clock(isAlive: () => boolean): Clock {
    return {
      now: () => this.now,
      wall: () => this.now,
      sleep: (ms, signal) => this.sleep(ms, signal).then(() => (isAlive() ? undefined : new Promise<void>(() => {}))),
    };
  }

  /** Runs what is due until `until` is reached or `isDone` says so. */
  async run(until: Instant, isDone: () => boolean): Promise<void> {
    await settled();
    for (let first = this.#queue[0]; first !== undefined && first.at <= until && !isDone(); first = this.#queue[0]) {
      this.#pop();
      if (first.gone) continue;
      this.now = Math.max(this.now, first.at);
      this.events++;
      first.run();
      await settled();
    }
    this.now = Math.max(this.now, Math.min(until, this.now));
  }

  #push(event: Event): void {
    const queue = this.#queue;
    queue.push(event);
    for (let at = queue.length - 1; at > 0; ) {
      const up = (at - 1) >> 1;
      if (!before(queue[at]!, queue[up]!)) break;
      [queue[at], queue[up]] = [queue[up]!, queue[at]!];
      at = up;
    }
  }

  #pop(): void {
    const queue = this.#queue;
    const last = queue.pop();
    if (last === undefined || queue.length === 0) return;
    queue[0] = last;
    for (let at = 0; ; ) {
      let least = at;
      for (const child of [2 * at + 1, 2 * at + 2])
        if (child < queue.length && before(queue[child]!, queue[least]!)) least = child;
      if (least === at) return;
      [queue[at], queue[least]] = [queue[least]!, queue[at]!];
      at = least;
    }
  }
}

const before = (a: Event, b: Event): boolean => a.at < b.at || (a.at === b.at && a.order < b.order);

/** Everything that follows from the last event has happened: the simulation does no input or output of its own. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
