import { describe, expect, test } from "vitest";
import { dashed, timeOrderedIds } from "./ids.ts";
import { type Random, seededRandom, systemRandom } from "./random.ts";

const at = (ms: number) => ({ wall: () => ms });

describe("an id", () => {
  test("is 32 hex digits with the version and variant of UUIDv7", () => {
    const ids = timeOrderedIds(at(Date.UTC(2020, 3, 1)), systemRandom);
    for (let i = 0; i < 1_000; i++) expect(ids.next()).toMatch(/^[0-9a-f]{12}7[0-9a-f]{3}[89ab][0-9a-f]{15}$/);
  });
  test("begins with the wall time", () => {
    const id = timeOrderedIds(at(Date.UTC(2020, 3, 1)), seededRandom(1)).next();
    expect(Number.parseInt(id.slice(0, 12), 16)).toBe(Date.UTC(2020, 3, 1));
  });
  test("sorts after those given before, within a millisecond too", () => {
    const ids = timeOrderedIds(at(1), seededRandom("order"));
    const given = Array.from({ length: 20_000 }, () => ids.next());
    expect(given.toSorted()).toEqual(given);
    expect(new Set(given).size).toBe(given.length);
  });
  test("sorts after those given before when the clock goes back", () => {
    let ms = 1_000;
    const ids = timeOrderedIds({ wall: () => ms }, seededRandom("back"));
    const first = ids.next();
    ms = 500;
    const second = ids.next();
    ms = 1_001;
    expect([first, second, ids.next()].toSorted()).toEqual([first, second, expect.any(String)]);
    expect(second > first).toBe(true);
  });
  test("spills into the next millisecond when one is used up", () => {
    const most: Random = { ...seededRandom(1), int: (below) => below - 1 };
    const ids = timeOrderedIds(at(5), most);
    const given = Array.from({ length: 0x1000 - 0x7ff + 1 }, () => ids.next());
    expect(given.toSorted()).toEqual(given);
    expect(Number.parseInt((given.at(-1) ?? "").slice(0, 12), 16)).toBe(6);
  });
  test("repeats from its seed", () => {
    const draw = () => timeOrderedIds(at(7), seededRandom("s")).next();
    expect(draw()).toBe(draw());
  });
  test("is printed with dashes where others want a UUID", () =>
    expect(dashed("0123456789ab7cde8f0123456789abcd")).toBe("01234567-89ab-7cde-8f01-23456789abcd"));
});
