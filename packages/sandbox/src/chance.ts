import { seededRandom } from "@noren-pay/base";

/**
 * Whether the `turn`th chance under this name falls within `probability`: the same seed, name and turn always give the
 * same, whatever else is drawn.
 */
export const isChosen = (name: string, turn: number, probability: number): boolean =>
  probability >= 1 || seededRandom(`${name}/${turn}`).next() < probability;
