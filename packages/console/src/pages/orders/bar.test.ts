import type { OrderView } from "@noren-pay/server";
import { describe, expect, test } from "vitest";
import { order, yen } from "../../../testing/orders.ts";
import { piecesOf } from "./bar.ts";

const none = { authorized: 0, capturing: 0, captured: 0, refunding: 0, refunded: 0, remaining: 0 };
const cut = (given: Partial<typeof none>) => {
  const sums = { ...none, ...given };
  const balances = Object.fromEntries(Object.entries(sums).map(([name, amount]) => [name, yen(amount)]));
  return piecesOf(order({ balances: balances as unknown as OrderView["balances"] })).map(({ name, percent }) => [
    name,
    percent,
  ]);
};

describe("the bar of an order's total", () => {
  test("is all of one piece at both ends of a life", () => {
    expect(cut({ authorized: 10_000, remaining: 10_000 })).toEqual([["authorized", 100]]);
    expect(cut({ captured: 10_000 })).toEqual([["kept", 100]]);
    expect(cut({ captured: 10_000, refunded: 10_000 })).toEqual([["refunded", 100]]);
    expect(cut({ remaining: 10_000 })).toEqual([["uncovered", 100]]);
  });
  test("shows every part of a half shipped order", () => {
    expect(cut({ authorized: 2_000, captured: 5_000, refunded: 1_000, remaining: 5_000 })).toEqual([
      ["kept", 40],
      ["refunded", 10],
      ["authorized", 20],
      ["uncovered", 30],
    ]);
  });
  test("tells what is under way from what has moved", () => {
    expect(cut({ capturing: 10_000 })).toEqual([["capturing", 100]]);
    expect(cut({ captured: 10_000, refunded: 2_000, refunding: 3_000 })).toEqual([
      ["kept", 50],
      ["refunded", 20],
      ["refunding", 30],
    ]);
  });
  test("is never longer than itself, even where more was charged than the total", () => {
    const pieces = cut({ captured: 11_500, refunded: 12_000 });
    expect(pieces.reduce((sum, [, percent]) => sum + Number(percent), 0)).toBeCloseTo(100);
  });
});
