/** One measured figure. `ratio`: ours divided by the peer's, both from the same run. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What it was measured against. */
  readonly against: string;
  readonly ratio: number;
}

/** The middle of an odd number of values, or the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

export interface Pair {
  readonly ours: () => Promise<number>;
  readonly theirs: () => Promise<number>;
  readonly rounds?: number;
}

/**
 * Measures two rates in turn, A B A B …, after one round that is thrown away, so that a drift of the machine's speed
 * hits both. Gives the median of ours and the median of the ratios pair by pair.
 */
export async function measurePair({ ours, theirs, rounds = 5 }: Pair): Promise<{ value: number; ratio: number }> {
  const values: number[] = [];
  const ratios: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    const mine = await ours();
    const other = await theirs();
    if (round === 0) continue;
    values.push(mine);
    ratios.push(mine / other);
  }
  return { value: median(values), ratio: median(ratios) };
}
