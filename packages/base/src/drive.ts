import type { Instant } from "./clock.ts";

/** One side that lives in business time: the sandbox, or the payment service. */
export interface TimeSide {
  /** The next instant at which this side has something to do, or undefined. May lie in the past. */
  nextDue(): Promise<Instant | undefined>;
  /** Sets this side's business time to `to`. Never called with an instant at which something before it is still due. */
  advanceTo(to: Instant): Promise<void>;
  /** Does what is due now, and resolves when nothing is under way. */
  idle(): Promise<void>;
}

/** What a drive did. */
export interface Drive {
  readonly now: Instant;
  readonly steps: number;
}

/**
 * Moves every side to `target`, stopping at each instant at which any of them has something due, so that a jump skips
 * nothing. Throws when `stepsMax` stops do not suffice: something is then due again and again at one instant.
 */
export async function drive(
  sides: readonly TimeSide[],
  from: Instant,
  target: Instant,
  stepsMax = 100_000,
): Promise<Drive> {
  let now = from;
  for (let steps = 0; steps < stepsMax; steps++) {
    const due = await earliestDue(sides);
    const settled = due === undefined || due > target;
    now = Math.max(now, settled ? target : due);
    for (const side of sides) await side.advanceTo(now);
    for (const side of sides) await side.idle();
    if (settled && ((await earliestDue(sides)) ?? Number.POSITIVE_INFINITY) > target) return { now, steps };
  }
  throw new Error(`time does not settle: something is due at ${new Date(now).toISOString()} again and again`);
}

async function earliestDue(sides: readonly TimeSide[]): Promise<Instant | undefined> {
  const dues = (await Promise.all(sides.map((side) => side.nextDue()))).filter((due) => due !== undefined);
  return dues.length === 0 ? undefined : Math.min(...dues);
}
