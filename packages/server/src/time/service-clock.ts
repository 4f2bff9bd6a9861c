// The service's clock: business time is the system's plus an offset that stands in one row of the database, so that all
// processes live in the same time. In live use the offset is 0 and nothing moves it.
import { type Clock, type Instant, type MovableClock, systemClock } from "@noren-pay/base";
import type { Store } from "@noren-pay/payments";

export interface ServiceClock extends MovableClock {
  /** Takes over the offset that stands in the database now. */
  refresh(store: Pick<Store, "timeOffset">): Promise<void>;
  /** Sets business time for all processes. */
  moveTo(to: Instant, store: Pick<Store, "saveTimeOffset">): Promise<void>;
}

/** `base`: whose business time the offset is added to; the system's unless a test stands still. */
export function serviceClock(base: Clock = systemClock): ServiceClock {
  let offset = 0;
  let stoodAt: Instant | undefined;
  const now = () => stoodAt ?? base.now() + offset;
  return {
    now,
    wall: () => base.wall(),
    sleep: (ms, signal) => base.sleep(ms, signal),
    set(to) {
      offset = to - base.now();
      if (stoodAt !== undefined) stoodAt = to;
    },
    freeze() {
      stoodAt ??= now();
    },
    thaw() {
      if (stoodAt !== undefined) offset = stoodAt - base.now();
      stoodAt = undefined;
    },
    get frozen() {
      return stoodAt !== undefined;
    },
    async refresh(store) {
      offset = await store.timeOffset();
    },
    async moveTo(to, store) {
      // Never back: another process may have moved on further already.
      offset = Math.max(offset, to - base.now());
      await store.saveTimeOffset(offset);
    },
  };
}
