import { randomBytes as systemRandomBytes } from "node:crypto";

/** A source of chance; seeded ones repeat exactly. */
export interface Random {
  /** Uniform in [0, 1). */
  next(): number;
  /** Uniform integer in [0, below). */
  int(below: number): number;
  /** `length` bytes. */
  bytes(length: number): Uint8Array;
}

/** The machine's own randomness, fit for keys and tokens. */
export const systemRandom: Random = {
  next: () => new DataView(bytesOf(4).buffer).getUint32(0) / 2 ** 32,
  int: (below) => Math.floor(systemRandom.next() * below),
  bytes: bytesOf,
};

function bytesOf(length: number): Uint8Array {
  return new Uint8Array(systemRandomBytes(length));
}

/** Where a repeatable source of chance stands. */
export type RandomState = readonly [number, number, number, number];

export interface SeededRandom extends Random {
  state(): RandomState;
  /** Goes on from where another stood. */
  restore(state: RandomState): void;
}

/** Repeatable chance from a seed (sfc32 over a hashed seed). Never for keys of a live system. */
export function seededRandom(seed: string | number): SeededRandom {
  let [a, b, c, d] = hash(String(seed));
  const next32 = () => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return t >>> 0;
  };
  for (let i = 0; i < 15; i++) next32();
  return {
    next: () => next32() / 2 ** 32,
    int: (below) => Math.floor((next32() / 2 ** 32) * below),
    bytes: (length) => Uint8Array.from({ length }, () => next32() & 0xff),
    state: () => [a, b, c, d],
    restore([first, second, third, fourth]) {
      [a, b, c, d] = [first, second, third, fourth];
    },
  };
}

function hash(text: string): [number, number, number, number] {
  const state: [number, number, number, number] = [1779033703, 3144134277, 1013904242, 2773480762];
  for (let i = 0; i < text.length; i++) {
    for (let k = 0; k < 4; k++) state[k] = Math.imul((state[k] ?? 0) ^ text.charCodeAt(i), 597399067 + 2 * k) + k;
  }
  return state;
}
