import type { Clock } from "./clock.ts";
import type { Random } from "./random.ts";

/** Gives new ids. */
export interface Ids {
  /** A UUIDv7 as 32 hex digits without dashes: fits Amazon's 32 characters of a reference id. */
  next(): string;
}

/** Ids that sort by the clock's wall time. Two ids of one millisecond sort in the order they were given. */
export function timeOrderedIds(clock: Pick<Clock, "wall">, random: Random): Ids {
  let lastMs = 0;
  let sequence = 0;
  return {
    next() {
      const ms = Math.max(clock.wall(), lastMs);
      sequence = ms === lastMs ? sequence + 1 : random.int(0x800);
      // The 12 bits after the version count within a millisecond; when they are used up, the next millisecond begins early.
      lastMs = sequence > 0xfff ? ms + 1 : ms;
      if (sequence > 0xfff) sequence = 0;
      const tail = random.bytes(8);
      tail[0] = ((tail[0] ?? 0) & 0x3f) | 0x80;
      return hex(lastMs, 12) + hex(0x7000 | sequence, 4) + Buffer.from(tail).toString("hex");
    },
  };
}

const hex = (value: number, digits: number) => value.toString(16).padStart(digits, "0");

/** 32 hex digits with dashes put in, as PostgreSQL and OpenAPI print a UUID. */
export const dashed = (id: string) =>
  `${id.slice(0, 8)}-${id.slice(8, 12)}-${id.slice(12, 16)}-${id.slice(16, 20)}-${id.slice(20)}`;
