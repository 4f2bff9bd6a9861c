// A token bucket as a pure function over one row. Source of the numbers: API reference, Throttling limits.
import type { Instant } from "@noren-pay/base";
import type { Quota } from "@noren-pay/protocol";

/** `tokens` as of `at`. Below zero: that many calls have been promised a token that is yet to come back. */
export interface Bucket {
  readonly tokens: number;
  readonly at: Instant;
}

export const fullBucket = (quota: Quota, at: Instant): Bucket => ({ tokens: quota.burst, at });

/** The row brought up to `now`. */
export function refill(bucket: Bucket, quota: Quota, now: Instant): Bucket {
  const back = (Math.max(0, now - bucket.at) / 1_000) * quota.perSecond;
  return { tokens: Math.min(quota.burst, bucket.tokens + back), at: now };
}

/** Takes one token, in advance if need be. `waitMs`: how long until it is there. */
export function takeToken(bucket: Bucket, quota: Quota, now: Instant): { bucket: Bucket; waitMs: number } {
  const filled = refill(bucket, quota, now);
  const tokens = filled.tokens - 1;
  return { bucket: { tokens, at: now }, waitMs: tokens >= 0 ? 0 : Math.ceil((-tokens / quota.perSecond) * 1_000) };
}

/** Gives a token back that was taken and not used. */
export function returnToken(bucket: Bucket, quota: Quota): Bucket {
  return { ...bucket, tokens: Math.min(quota.burst, bucket.tokens + 1) };
}

/** What is known after Amazon has throttled: nothing is left, whatever the row said. */
export function drain(bucket: Bucket, quota: Quota, now: Instant): Bucket {
  return { tokens: Math.min(0, refill(bucket, quota, now).tokens), at: now };
}

/** How long one token takes to come back, in milliseconds. */
export const restoreMs = (quota: Quota): number => Math.ceil(1_000 / quota.perSecond);
