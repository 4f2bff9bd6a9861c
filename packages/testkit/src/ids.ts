import { type Ids, seededRandom, timeOrderedIds } from "@noren-pay/base";
import { testStart } from "./clock.ts";

/** Ids that repeat exactly from a seed, in ascending order. */
export function seededIds(seed: string | number = "noren"): Ids {
  return timeOrderedIds({ wall: () => testStart }, seededRandom(seed));
}
