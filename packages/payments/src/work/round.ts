// The inline loop for somebody who waits: the same steps as a worker's, until no call of ours is left to make or the
// time to wait is over. A lost connection changes nothing: the order wakes by itself.
import type { Order } from "../model/order.ts";
import type { Claim, OrderKey } from "../store/store.ts";
import type { Shell } from "./context.ts";
import { runClaim } from "./step.ts";

/** Wall time between looks while somebody else holds the lease, or while a call waits for its time. */
const lookEveryMs = 50;

/** Nothing is left for us to call; what is pending then is Amazon's matter and not waited for. */
const isEnough = (order: Order): boolean => order.intents.length === 0;

/** Works on one order until it needs no call, or `waitMsMax` is over; gives the order as it then stands. */
export async function goRound(work: Shell, key: OrderKey, claimed?: Claim): Promise<Order | undefined> {
  const { store, clock, settings } = work;
  const deadline = clock.wall() + settings.waitMsMax;
  let claim = claimed;
  for (;;) {
    claim ??= await store.claimOne(key, settings.leaseMs);
    const order = claim === undefined ? await store.order(key) : (await runClaim(work, claim, isEnough)).order;
    claim = undefined;
    if (order === undefined || isEnough(order) || clock.wall() >= deadline) return order;
    await clock.sleep(Math.min(lookEveryMs, Math.max(1, deadline - clock.wall())));
  }
}
