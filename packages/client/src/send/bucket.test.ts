import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { drain, fullBucket, refill, restoreMs, returnToken, takeToken } from "./bucket.ts";

const quota = { burst: 2, perSecond: 0.5 };

describe("a bucket", () => {
  test("gives its burst at once and then a token per restore period", () => {
    let bucket = fullBucket(quota, 0);
    const waits: number[] = [];
    for (let i = 0; i < 4; i++) {
      const taken = takeToken(bucket, quota, 0);
      bucket = taken.bucket;
      waits.push(taken.waitMs);
    }
    expect(waits).toEqual([0, 0, 2_000, 4_000]);
  });

  test("fills again with time, never above its burst", () => {
    expect(refill({ tokens: 0, at: 0 }, quota, 2_000).tokens).toBe(1);
    expect(refill({ tokens: 0, at: 0 }, quota, 60_000).tokens).toBe(2);
  });

  test("does not lose tokens when time goes backwards", () => {
    expect(refill({ tokens: 1, at: 5_000 }, quota, 0).tokens).toBe(1);
  });

  test("is empty after a real throttle, whatever was counted", () => {
    expect(drain({ tokens: 2, at: 0 }, quota, 10_000)).toEqual({ tokens: 0, at: 10_000 });
    expect(drain({ tokens: -1, at: 0 }, quota, 0)).toEqual({ tokens: -1, at: 0 });
  });

  test("takes an unused token back", () => {
    const { bucket } = takeToken(fullBucket(quota, 0), quota, 0);
    expect(returnToken(bucket, quota)).toEqual(fullBucket(quota, 0));
  });

  test("restores one token in the inverse of its rate", () => {
    expect(restoreMs(quota)).toBe(2_000);
    expect(restoreMs({ burst: 2, perSecond: 1 / 300 })).toBe(300_000);
  });

  test("never lets more through than burst and rate allow, however calls fall", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3_000 }), { maxLength: 60 }), (gaps) => {
        let bucket = fullBucket(quota, 0);
        let now = 0;
        const starts: number[] = [];
        for (const gap of gaps) {
          now += gap;
          const taken = takeToken(bucket, quota, now);
          bucket = taken.bucket;
          starts.push(now + taken.waitMs);
        }
        for (let from = 0; from < starts.length; from++)
          for (let to = from; to < starts.length; to++) {
            const spanMs = (starts[to] as number) - (starts[from] as number);
            expect(to - from + 1).toBeLessThanOrEqual(quota.burst + (spanMs / 1_000) * quota.perSecond + 1e-6);
          }
      }),
    );
  });
});
