import type { OrderReference } from "./objects.ts";
import type { World } from "./world.ts";

/** Whether the buyer can open a Suspended order reference again on Amazon's own page. */
export const mayRepair = (world: World, order: OrderReference): boolean =>
  order.suspendedBy !== "sync" || world.settings.repairAfterSyncDecline;
