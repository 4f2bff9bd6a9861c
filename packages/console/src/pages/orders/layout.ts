// Where the boxes and arrows of a life cycle stand. Pure, and the same for every life cycle: living states in a row in
// the order of their lives, final ones beside each other at the end, arrows that skip a state around the outside.
import type { LifeCycle } from "@noren-pay/protocol/words";

export type Direction = "across" | "down";

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

/** Sizes in units of the drawing; text is 13 of them high. */
const sizes = {
  across: { box: { width: 108, height: 40 }, gap: 44, side: 62 },
  down: { box: { width: 132, height: 38 }, gap: 30, side: 74 },
} as const;
const margin = 14;

export function layOut(lifeCycle: LifeCycle, direction: Direction): Layout {
  const { box, gap, side } = sizes[direction];
  const isFinal = (state: string) => Object.keys(lifeCycle[state] ?? {}).length === 0;
  const states = Object.keys(lifeCycle);
  const living = states.filter((state) => !isFinal(state));
  const final = states.filter(isFinal);
  // Along: the way a life goes. Beside: the other way, the middle being 0.
  const length = direction === "across" ? box.width : box.height;
  const placed = new Map<string, { along: number; beside: number }>();
  for (const [i, state] of living.entries()) placed.set(state, { along: i * (length + gap), beside: 0 });
  const end = living.length * (length + gap);
  for (const [i, state] of final.entries())
    placed.set(state, { along: end, beside: (i - (final.length - 1) / 2) * side * 2 });

  const half = (Math.max(0, final.length - 1) / 2) * side * 2 + (direction === "across" ? box.height : box.width) / 2;
  const across = direction === "across";
  const boxes = states.map((state): Box => {
    const { along, beside } = placed.get(state) ?? { along: 0, beside: 0 };
    const middle = margin + half + beside;
    return across
      ? { state, x: margin + along, y: middle - box.height / 2, ...box }
      : { state, x: middle - box.width / 2, y: margin + along, ...box };
  });
  const whole = { along: end + length + 2 * margin, beside: 2 * (half + margin) };
  const boxOf = new Map(boxes.map((each) => [each.state, each]));
  const arrows = arrowsOf(lifeCycle).map(({ from, to }): Arrow => {
    const path = pathOf({ from: boxOf.get(from), to: boxOf.get(to), direction, order: living });
    return { from, to, path };
  });
  return {
    width: across ? whole.along : whole.beside,
    height: across ? whole.beside : whole.along,
    boxes,
    arrows,
  };
}

/** One arrow per pair, however many events lead from one to the other. */
function arrowsOf(lifeCycle: LifeCycle): { from: string; to: string }[] {
  return Object.entries(lifeCycle).flatMap(([from, events]) =>
    [...new Set(Object.values(events))].map((to) => ({ from, to })),
  );
}

interface Way {
  readonly from: Box | undefined;
  readonly to: Box | undefined;
  readonly direction: Direction;
  readonly order: readonly string[];
}

function pathOf({ from, to, direction, order }: Way): string {
  if (from === undefined || to === undefined) return "";
  const [a, b] = direction === "across" ? [from, to] : [turned(from), turned(to)];
  const [ax, ay, bx, by] = [a.x + a.width / 2, a.y + a.height / 2, b.x + b.width / 2, b.y + b.height / 2];
  const point = (x: number, y: number) =>
    direction === "across" ? `${round(x)} ${round(y)}` : `${round(y)} ${round(x)}`;
  const both = order.includes(from.state) && order.includes(to.state);
  if (both && ax < bx) return `M${point(a.x + a.width, ay - 6)} L${point(b.x, by - 6)}`;
  if (both) return `M${point(a.x, ay + 6)} L${point(b.x + b.width, by + 6)}`;
  const last = order.at(-1) === from.state;
  // A final state straight ahead, or aside of the last living one.
  if (ay === by) return `M${point(a.x + a.width, ay)} L${point(b.x, by)}`;
  const sign = by < ay ? -1 : 1;
  const edge = sign < 0 ? a.y : a.y + a.height;
  if (last) return `M${point(ax, edge)} Q${point(ax, by)} ${point(b.x, by)}`;
  // From earlier in life: the further away, the further out, so that arrows do not lie on each other.
  const lane = by + sign * (order.length - order.indexOf(from.state) - 2) * 8;
  return `M${point(ax, edge)} C${point(ax, lane)} ${point(ax + a.width / 2, lane)} ${point(b.x, lane)}`;
}

const turned = ({ state, x, y, width, height }: Box): Box => ({ state, x: y, y: x, width: height, height: width });
const round = (value: number) => Math.round(value * 10) / 10;
