import { seededRandom } from "@noren-pay/base";
import { expect, test } from "vitest";
import { Heap } from "./heap.ts";

test("a heap gives everything back in order", () => {
  const random = seededRandom("heap");
  const heap = new Heap<number>((a, b) => a < b);
  const given = Array.from({ length: 2_000 }, () => random.int(500));
  for (const each of given) heap.push(each);
  const taken: number[] = [];
  for (let each = heap.pop(); each !== undefined; each = heap.pop()) taken.push(each);
  expect(taken).toEqual(given.sort((a, b) => a - b));
  expect(heap.size).toBe(0);
});

test("a heap can be filled while it is emptied", () => {
  const heap = new Heap<number>((a, b) => a < b);
  for (const each of [5, 1, 4]) heap.push(each);
  expect([heap.pop(), heap.pop()]).toEqual([1, 4]);
  heap.push(2);
  expect([heap.peek(), heap.pop(), heap.pop(), heap.pop()]).toEqual([2, 2, 5, undefined]);
});
