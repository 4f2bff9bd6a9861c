import type { Instant } from "@noren-pay/base";
import type { Shell } from "./context.ts";

/** The earliest business time at which an order or another source of work is due; undefined: nothing ever is. */
export async function earliestDue({ store, sources }: Pick<Shell, "store" | "sources">): Promise<Instant | undefined> {
  const dues = await Promise.all([store.nextDue(), ...sources.map((source) => source.nextDue())]);
  const known = dues.filter((due) => due !== undefined);
  return known.length === 0 ? undefined : Math.min(...known);
}
