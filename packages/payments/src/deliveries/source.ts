// Work beside the orders that the worker does in the same loop: due in business time, leased like an order.
import type { Instant } from "@noren-pay/base";

export interface WorkSource {
  /** Does what is due now; gives the number of pieces done. Reports its own failures and never throws for one piece. */
  runDue(): Promise<number>;
  /** The earliest business time at which something is due, leased or not. */
  nextDue(): Promise<Instant | undefined>;
}
