// When a delivery is tried again: business time, over 24 hours.
import { hours, type Instant, minutes, seconds } from "@noren-pay/base";

/** How one try ended. `gone`: the other side wants nothing more (HTTP 410). `never`: trying again is of no use. */
export type TryOutcome =
  | { readonly outcome: "taken" }
  | { readonly outcome: "gone" }
  | { readonly outcome: "never" }
  | { readonly outcome: "later"; readonly retryAfterMs?: number | undefined };

/** Pauses after the first, second … failed try. */
export const pausesMs = [
  seconds(5),
  minutes(1),
  minutes(5),
  minutes(30),
  hours(2),
  hours(5),
  hours(8),
  hours(8),
] as const;

/** After this no try begins. */
export const tryForMs: number = hours(24);

/**
 * When to try again after `failures` failed tries, the first of them at `since`; undefined: it is given up. What the
 * other side asks for (Retry-After) lengthens a pause, never beyond the 24 hours.
 */
export function retryAt(at: {
  readonly since: Instant;
  readonly now: Instant;
  readonly failures: number;
  readonly retryAfterMs?: number | undefined;
}): Instant | undefined {
  const pause = pausesMs[at.failures - 1];
  if (pause === undefined) return undefined;
  const next = at.now + Math.max(pause, at.retryAfterMs ?? 0);
  const last = at.since + tryForMs;
  if (next <= last) return next;
  return at.now < last - minutes(1) ? last : undefined;
}
