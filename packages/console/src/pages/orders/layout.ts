// Where the boxes and arrows of a life cycle stand. Pure, and the same for every life cycle: living states below each other
// in the order of their lives, final ones side by side at the end, arrows that skip a state around the outside.
import type { LifeCycle } from "@noren-pay/protocol/words";

export interface Box {
  readonly state: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Arrow {
  readonly from: string;
  readonly to: string;
  /** Of an SVG path. */
  readonly path: string;
}

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly Box[];
  readonly arrows: readonly Arrow[];
}

/** In units of the drawing, whose text is 13 of them high: as wide as a phone allows. */
const box = { width: 130, height: 38 };
const gap = 32;
/** Between the middles of final states. */
const side = 150;
const margin = 14;
/** Between arrows that lead past each other. */
const lane = 9;

export function layOut(lifeCycle: LifeCycle): Layout {
  const states = Object.keys(lifeCycle);
  const final = states.filter((state) => Object.keys(lifeCycle[state] ?? {}).length === 0);
  const living = states.filter((state) => !final.includes(state));
  const width = 2 * margin + box.width + Math.max(0, final.length - 1) * side;
  const boxes = states.map((state): Box => {
    const row = final.includes(state) ? living.length : living.indexOf(state);
    const aside = final.includes(state) ? final.indexOf(state) - (final.length - 1) / 2 : 0;
    return { state, x: width / 2 + aside * side - box.width / 2, y: margin + row * (box.height + gap), ...box };
  });
  const boxOf = new Map(boxes.map((each) => [each.state, each]));
  const arrows = arrowsOf(lifeCycle).flatMap(({ from, to }): Arrow[] => {
    const [start, end] = [boxOf.get(from), boxOf.get(to)];
    if (start === undefined || end === undefined) return [];
    const path = final.includes(to) ? toFinal(start, end, living.length - living.indexOf(from)) : between(start, end);
    return [{ from, to, path }];
  });
  return { width, height: 2 * margin + (living.length + 1) * box.height + living.length * gap, boxes, arrows };
}

/** One arrow per pair, however many events lead from one to the other. */
function arrowsOf(lifeCycle: LifeCycle): { from: string; to: string }[] {
  return Object.entries(lifeCycle).flatMap(([from, events]) =>
    [...new Set(Object.values(events))].map((to) => ({ from, to })),
  );
}

/** Down a little to the left of the middle, up a little to the right of it. */
function between(from: Box, to: Box): string {
  const down = from.y < to.y;
  const x = from.x + from.width / 2 + (down ? -8 : 8);
  return down ? `M${x} ${from.y + from.height} L${x} ${to.y}` : `M${x} ${from.y} L${x} ${to.y + to.height}`;
}

/** `rows`: how many rows the final state is below. Out at the side and down, the further away, the further out. */
function toFinal(from: Box, to: Box, rows: number): string {
  const target = to.x + to.width / 2;
  const middle = from.x + from.width / 2;
  if (target === middle) return `M${middle} ${from.y + from.height} L${target} ${to.y}`;
  const left = target < middle;
  const start = left ? from.x : from.x + from.width;
  const end = target + (left ? -1 : 1) * (rows - 2) * lane;
  const y = from.y + from.height / 2;
  return `M${start} ${y} C${end} ${y} ${end} ${y} ${end} ${y + box.height} L${end} ${to.y}`;
}
