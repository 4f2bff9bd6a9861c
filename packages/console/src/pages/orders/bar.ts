// The order's total, cut into what became of it. Pure.
import type { OrderView } from "@noren-pay/server";

export interface Piece {
  readonly name: "kept" | "refunded" | "refunding" | "capturing" | "authorized" | "uncovered";
  /** Minor units. */
  readonly amount: number;
  /** Of the bar's length, 0 to 100. */
  readonly percent: number;
}

/** Pieces of more than nothing, in their order. Where more was charged than the total, the bar is as long as that. */
export function piecesOf({ total, balances }: Pick<OrderView, "total" | "balances">): readonly Piece[] {
  const { authorized, capturing, captured, refunding, refunded, remaining } = balances;
  const amounts = {
    kept: Math.max(0, captured.amount - refunded.amount - refunding.amount),
    refunded: refunded.amount,
    refunding: refunding.amount,
    capturing: capturing.amount,
    authorized: authorized.amount,
    uncovered: Math.max(0, remaining.amount - authorized.amount),
  };
  const length = Math.max(
    total.amount,
    Object.values(amounts).reduce((sum, amount) => sum + amount, 0),
  );
  return Object.entries(amounts)
    .filter(([, amount]) => amount > 0)
    .map(([name, amount]) => ({ name: name as Piece["name"], amount, percent: (amount / length) * 100 }));
}
