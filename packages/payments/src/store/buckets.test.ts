import { seconds } from "@noren-pay/base";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Bucket, emptied, takeFrom } from "./buckets.ts";

const small = { burst: 2, perSecond: 0.5 };
const large = { burst: 10, perSecond: 1 };
const staff = { now: 0, buyerWaits: false };
const buyer = { now: 0, buyerWaits: true };

describe("a bucket", () => {
  const cases: [string, Bucket | undefined, typeof small, typeof staff, boolean, number?][] = [
    ["is full at first", undefined, small, staff, true],
    ["gives its last token when it is small", { tokens: 1, at: 0 }, small, staff, true],
    ["gives none when it is empty, and says when it will", { tokens: 0, at: 0 }, small, staff, false, seconds(2)],
    ["counts the part of a token that is there", { tokens: 0.5, at: 0 }, small, staff, false, seconds(1)],
    ["keeps two tokens of a large one from those who can wait", { tokens: 2, at: 0 }, large, staff, false, seconds(1)],
    ["gives one of them to a buyer who waits", { tokens: 2, at: 0 }, large, buyer, true],
    [
      "keeps the last one even from a buyer, against clocks that differ",
      { tokens: 1, at: 0 },
      large,
      buyer,
      false,
      seconds(1),
    ],
    ["takes nothing away when the clock has gone back", { tokens: 2, at: seconds(60) }, small, staff, true],
    ["is empty after a real throttle", emptied(0), large, buyer, false, seconds(2)],
  ];
  for (const [title, bucket, quota, who, taken, at] of cases)
    test(title, () => expect(takeFrom(bucket, quota, who)).toMatchObject({ taken, ...(at !== undefined && { at }) }));

  test("gives a token at the instant it has named", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.constantFrom(small, large),
        fc.boolean(),
        (tokens, quota, buyerWaits) => {
          const refused = takeFrom({ tokens, at: 0 }, quota, { now: 7, buyerWaits });
          if (!refused.taken) expect(takeFrom(refused.bucket, quota, { now: refused.at, buyerWaits }).taken).toBe(true);
        },
      ),
    );
  });

  test("never gives more than burst and refill together", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3_000 }), { maxLength: 60 }), (gaps) => {
        let bucket: Bucket | undefined;
        let [now, given] = [0, 0];
        for (const gap of gaps) {
          now += gap;
          const token = takeFrom(bucket, small, { now, buyerWaits: true });
          bucket = token.bucket;
          if (token.taken) given += 1;
          expect(given).toBeLessThanOrEqual(small.burst + (now / 1000) * small.perSecond + 1e-6);
        }
      }),
    );
  });
});
