// The store in memory: for tests, the simulation and a first try. It keeps nothing over a restart.
import type { Clock } from "@noren-pay/base";
import { memoryBuckets, memoryKeys, memoryNotices, memoryTenants } from "./memory/intake.ts";
import { memoryOrders } from "./memory/orders.ts";
import type { Store } from "./store.ts";

/** `clock`: leases and idempotency keys are compared with its wall time. */
export function memoryStore({ clock }: { readonly clock: Pick<Clock, "wall"> }): Store {
  const { keepAnswerOf, ...keys } = memoryKeys(clock);
  return {
    ...memoryOrders(clock, keepAnswerOf),
    ...keys,
    ...memoryNotices(),
    ...memoryBuckets(),
    ...memoryTenants(),
    close: async () => {},
  };
}
