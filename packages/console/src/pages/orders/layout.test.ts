import { type LifeCycle, lifeCycles } from "@noren-pay/protocol/words";
import { describe, expect, test } from "vitest";
import { type Box, layOut } from "./layout.ts";

const overlap = (a: Box, b: Box) =>
  a !== b && a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

describe("the drawing of a life cycle", () => {
  for (const [kind, lifeCycle] of Object.entries<LifeCycle>(lifeCycles)) {
    const { width, height, boxes, arrows } = layOut(lifeCycle);

    test(`of ${kind} has every state once, apart from each other and inside`, () => {
      expect(boxes.map(({ state }) => state)).toEqual(Object.keys(lifeCycle));
      for (const box of boxes) {
        expect(boxes.filter((other) => overlap(box, other))).toEqual([]);
        expect(Math.min(box.x, box.y)).toBeGreaterThan(0);
        expect(box.x + box.width).toBeLessThan(width);
        expect(box.y + box.height).toBeLessThan(height);
      }
    });

    test(`of ${kind} has one arrow for each way, inside`, () => {
      const ways = Object.entries(lifeCycle).flatMap(([from, events]) =>
        [...new Set(Object.values(events))].map((to) => `${from} ${to}`),
      );
      expect(arrows.map(({ from, to }) => `${from} ${to}`)).toEqual(ways);
      for (const { path } of arrows) {
        const numbers = path.match(/-?\d+(\.\d+)?/g)?.map(Number) ?? [];
        expect(numbers.every((value, i) => value > 0 && value < (i % 2 === 0 ? width : height))).toBe(true);
      }
    });

    test(`of ${kind} fits a phone`, () => expect(width).toBeLessThanOrEqual(330));
  }
});
