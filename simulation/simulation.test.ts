import { describe, expect, test } from "vitest";
import { type Bug, manyFaults, noFaults } from "./faults.ts";
import type { Invariant } from "./invariants.ts";
import { simulate } from "./simulate.ts";

describe("500 order lives with everything going wrong", () => {
  for (const seed of ["noren", "暖簾"])
    test(`end with books that equal Amazon (seed ${seed})`, async () => {
      const { violations, errors, crashes, calls } = await simulate({ seed, orders: 250 });
      expect({ seed, violations, errors }).toEqual({ seed, violations: [], errors: [] });
      expect(crashes).toBeGreaterThan(10);
      expect(calls).toBeGreaterThan(1_000);
    });
});

test("order lives without any fault need no more calls than they must, and few looks over a quiet week", async () => {
  const { violations, errors, calls, sweepReads } = await simulate({ seed: "calm", orders: 50, faults: noFaults });
  expect({ violations, errors }).toEqual({ violations: [], errors: [] });
  expect((calls - sweepReads) / 50).toBeLessThan(10);
  // Three sweeps in eight days, each of three or four objects.
  expect(sweepReads / 50).toBeLessThan(12);
});

test("the books equal Amazon also when no notice ever comes", async () => {
  const { violations, errors } = await simulate({
    seed: "deaf",
    orders: 100,
    faults: { ...manyFaults, noticeDropped: 1 },
  });
  expect({ violations, errors }).toEqual({ violations: [], errors: [] });
});

test("the same seed gives the same run", async () => {
  const [one, two] = [await simulate({ seed: "twice", orders: 40 }), await simulate({ seed: "twice", orders: 40 })];
  expect(one).toEqual(two);
});

describe("a planted bug is found:", () => {
  const cases: readonly (readonly [Bug, Invariant])[] = [
    ["captureWholeAuthorization", "capturedWithinShipment"],
    ["newIdWhenRepeated", "nothingTwice"],
    ["refundTwice", "nothingTwice"],
    ["refundMore", "refundedAsAsked"],
    ["cancelInBooksOnly", "canceledNeverShips"],
    ["forgetLedger", "everyCaptureBooked"],
    ["bookRefundsTwice", "ledgerBalances"],
    ["readOnce", "bothSidesEqual"],
    ["readOnce", "quiet"],
    ["ignoreQuota", "quotaKept"],
    ["neverSweep", "bothSidesEqual"],
    // As soon as it happens:
    ["captureWholeAuthorization", "writtenBefore"],
    ["newIdWhenRepeated", "writtenBefore"],
    ["refundMore", "refundedWithinCap"],
    ["captureGrows", "capturedWithinAuthorized"],
  ];
  for (const [bug, invariant] of cases)
    test(`${bug} breaks ${invariant}`, async () => {
      const { violations } = await simulate({ seed: "bugs", orders: bug === "neverSweep" ? 200 : 80, bug });
      expect(violations.map((each) => each.invariant)).toContain(invariant);
    });
});
