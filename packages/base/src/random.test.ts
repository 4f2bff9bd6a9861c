import { describe, expect, test } from "vitest";
import { seededRandom, systemRandom } from "./random.ts";

const draw = (seed: string | number) => {
  const random = seededRandom(seed);
  return [random.next(), random.int(1_000), Buffer.from(random.bytes(8)).toString("hex"), random.next()];
};

describe("chance from a seed", () => {
  test("repeats exactly", () => expect(draw("noren")).toEqual(draw("noren")));
  test("differs from seed to seed", () => {
    const seeds = ["", "a", "b", "ab", "ba", "noren", 0, 1, 2, "のれん"];
    expect(new Set(seeds.map((seed) => JSON.stringify(draw(seed)))).size).toBe(seeds.length);
  });
  test("goes on from where another stood", () => {
    const first = seededRandom("noren");
    first.next();
    const second = seededRandom("other");
    second.restore(first.state());
    expect([second.next(), second.int(1_000)]).toEqual([first.next(), first.int(1_000)]);
  });
  test("takes a number as its digits", () => expect(draw(1)).toEqual(draw("1")));
});

for (const [name, random] of [
  ["seeded chance", seededRandom("range")],
  ["the machine's chance", systemRandom],
] as const)
  describe(name, () => {
    test("stays in [0, 1)", () => {
      for (let i = 0; i < 10_000; i++) {
        const value = random.next();
        expect(value >= 0 && value < 1).toBe(true);
      }
    });
    test("gives every integer below, and none else", () => {
      const counts = Array.from({ length: 10 }, () => 0);
      for (let i = 0; i < 10_000; i++) {
        const value = random.int(10);
        counts[value] = (counts[value] ?? 0) + 1;
      }
      expect(counts).toHaveLength(10);
      // 1,000 each are expected; 200 is more than six standard deviations.
      for (const count of counts) expect(Math.abs(count - 1_000)).toBeLessThan(200);
    });
    test("gives as many bytes as asked", () => {
      expect(random.bytes(0)).toHaveLength(0);
      expect(random.bytes(33)).toHaveLength(33);
    });
  });
