// What an answer means for the delivery. Pure.
import { hours, type Instant, seconds } from "@noren-pay/base";
import type { TryOutcome } from "@noren-pay/payments";
import type { Posted } from "./post.ts";

/** Longer is not waited for, whatever the other side asks. */
const retryAfterMsMax = hours(24);

/** By Standard Webhooks: 2xx is taken, 410 means never again, everything else is tried again, redirects too. */
export function outcomeOf(posted: Posted, wall: Instant): TryOutcome {
  if (!posted.answered) return { outcome: "later" };
  if (posted.status >= 200 && posted.status < 300) return { outcome: "taken" };
  if (posted.status === 410) return { outcome: "gone" };
  return { outcome: "later", retryAfterMs: retryAfterMs(posted.retryAfter, wall) };
}

/** Seconds or an HTTP date (RFC 9110, section 10.2.3); undefined when it is neither. */
export function retryAfterMs(header: string | undefined, wall: Instant): number | undefined {
  if (header === undefined) return undefined;
  const ms = /^\d{1,9}$/.test(header) ? seconds(Number(header)) : Date.parse(header) - wall;
  return Number.isNaN(ms) || ms < 0 ? undefined : Math.min(ms, retryAfterMsMax);
}

/** What people see of a try: a status, or a word. */
export const errorOf = (posted: Posted): string | undefined => {
  if (!posted.answered) return posted.fault;
  if (posted.status >= 300 && posted.status < 400) return "redirected";
  return posted.status >= 200 && posted.status < 300 ? undefined : "refused";
};
