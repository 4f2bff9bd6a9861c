import type { Instant, MovableClock } from "@noren-pay/base";

/** Timers beyond about 24 days overflow; waking up once a day does no harm. */
const sleepMsMax = 86_400_000;

/** In real time, wakes the sandbox for what is next due. While the clock is frozen nothing wakes it. */
export class Alarm {
  readonly #clock: MovableClock;
  readonly #ring: () => void;
  #set: { readonly at: Instant; readonly off: AbortController } | undefined;

  constructor(clock: MovableClock, ring: () => void) {
    this.#clock = clock;
    this.#ring = ring;
  }

  /** Sets the alarm for `due`; an earlier one that is set already stays. */
  setFor(due: Instant | undefined): void {
    if (due !== undefined && !this.#clock.frozen && this.#set && this.#set.at <= due) return;
    this.off();
    if (due === undefined || this.#clock.frozen) return;
    const off = new AbortController();
    this.#set = { at: due, off };
    const ms = Math.min(Math.max(0, due - this.#clock.now()), sleepMsMax);
    this.#clock.sleep(ms, off.signal).then(
      () => {
        this.#set = undefined;
        this.#ring();
      },
      () => undefined, // taken back
    );
  }

  off(): void {
    this.#set?.off.abort();
    this.#set = undefined;
  }
}
