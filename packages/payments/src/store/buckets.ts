// Token buckets: a pure function over one row per account and call. Time is business time.
import type { Instant } from "@noren-pay/base";

export interface Bucket {
  readonly tokens: number;
  readonly at: Instant;
}
export interface BucketQuota {
  readonly burst: number;
  readonly perSecond: number;
}
export type TokenTaken =
  | { readonly taken: true; readonly bucket: Bucket }
  /** `at`: when a token will be there for this caller, if nobody else comes first. */
  | { readonly taken: false; readonly bucket: Bucket; readonly at: Instant };

/** From this size on a bucket keeps a token against clocks that differ, and one more for buyers who wait. */
const cushionedBurstMin = 4;

/** A hair of slack: refills are fractions, and a wait rounded up to whole milliseconds must suffice. */
export const tokenSlack = 1e-9;

/** How many tokens must be there so that this caller may take one. */
export function tokensNeeded({ burst }: BucketQuota, buyerWaits: boolean): number {
  const kept = burst < cushionedBurstMin ? 0 : buyerWaits ? 1 : 2;
  return 1 + kept;
}

/** Takes one token from `bucket` (undefined: a full one). */
export function takeFrom(
  bucket: Bucket | undefined,
  quota: BucketQuota,
  who: { readonly now: Instant; readonly buyerWaits: boolean },
): TokenTaken {
  const { tokens, at } = refilled(bucket, quota, who.now);
  const missing = tokensNeeded(quota, who.buyerWaits) - tokens;
  if (missing <= tokenSlack) return { taken: true, bucket: { tokens: tokens - 1, at } };
  return {
    taken: false,
    bucket: { tokens, at },
    at: who.now + Math.max(1, Math.ceil((missing / quota.perSecond) * 1000)),
  };
}

/** After a real throttle: Amazon's bucket is empty, so ours is. */
export const emptied = (now: Instant): Bucket => ({ tokens: 0, at: now });

function refilled(bucket: Bucket | undefined, quota: BucketQuota, now: Instant): Bucket {
  if (bucket === undefined) return { tokens: quota.burst, at: now };
  // Time that went back (a clock was set) refills nothing and must not take anything away.
  const passed = Math.max(0, now - bucket.at) / 1000;
  return { tokens: Math.min(quota.burst, bucket.tokens + passed * quota.perSecond), at: now };
}
