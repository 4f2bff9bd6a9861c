import type { Clock, Random } from "@noren-pay/base";
import type { SandboxCore } from "../core.ts";

/** What the buyer's pages need: the world to read, its commands to change it, and time. */
export interface BuyersSide {
  readonly core: SandboxCore;
  readonly clock: Pick<Clock, "now">;
  /** Secrets of sessions and codes; not the world's own chance, which repeats from the seed. */
  readonly random: Random;
}
