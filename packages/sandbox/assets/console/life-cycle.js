// Draws a life cycle as protocol's table has it: what is under way on the left, from top to bottom, how it can end on
// the right. The present state is filled, states it has been in have a firm edge.
import { kindWord, say, stateWord, tables, words } from "./data.js";
import { svgElement } from "./dom.js";

const size = { width: 380, node: 112, height: 46, row: 92, edge: 4, straight: 64 };
const left = size.edge;
const right = size.width - size.edge - size.node;

/** `been`: states that it has been in. */
export function lifeCycleFigure(kind, state, been = []) {
  const lifeCycle = tables.lifeCycles[kind];
  const nodes = places(lifeCycle);
  const height = Math.max(...[...nodes.values()].map(({ y }) => y + size.height)) + size.edge;
  const title = say(words.object.figure, { kind: kindWord(kind), state: stateWord(kind, state) });
  return svgElement(
    "svg",
    { class: "life-cycle", viewBox: `0 0 ${size.width} ${height}`, role: "img", "aria-label": title },
    arrowHead(),
    edges(lifeCycle, nodes).map(drawEdge),
    [...nodes].map(([name, at]) => drawNode(kind, name, { at, isNow: name === state, wasHere: been.includes(name) })),
  );
}

/** Where each state stands. States that nothing leaves are ends. */
function places(lifeCycle) {
  const names = Object.keys(lifeCycle);
  const isEnd = (name) => Object.keys(lifeCycle[name]).length === 0;
  const [going, ends] = [names.filter((name) => !isEnd(name)), names.filter(isEnd)];
  const rows = Math.max(going.length, ends.length);
  const stand = (list, x) =>
    list.map((name, i) => [name, { x, y: size.edge + (i + (rows - list.length) / 2) * size.row, isEnd: x === right }]);
  return new Map([...stand(going, left), ...stand(ends, right)]);
}

/** One edge for each pair of states, with all events that lead along it. */
function edges(lifeCycle, nodes) {
  const made = new Map();
  for (const [from, events] of Object.entries(lifeCycle)) {
    for (const [event, to] of Object.entries(events)) {
      const key = `${from} ${to}`;
      const edge = made.get(key) ?? { from: nodes.get(from), to: nodes.get(to), events: [] };
      edge.events.push(words.arrows[event] ?? event);
      made.set(key, edge);
    }
  }
  const all = [...made.values()];
  for (const edge of all) {
    edge.out = port(
      all.filter((each) => each.from === edge.from && each.to.isEnd),
      edge,
      (each) => each.to.y,
    );
    edge.in = port(
      all.filter((each) => each.to === edge.to),
      edge,
      (each) => each.from.y,
    );
    edge.isPair = all.some((each) => each.from === edge.to && each.to === edge.from);
  }
  return all;
}

/** How far from a node's middle an edge meets it, so that several keep apart. */
function port(group, edge, height) {
  const order = [...group].sort((a, b) => height(a) - height(b)).indexOf(edge);
  return (order - (group.length - 1) / 2) * Math.min(20, (size.height - 8) / Math.max(1, group.length - 1));
}

const arrowHead = () =>
  svgElement(
    "defs",
    {},
    svgElement(
      "marker",
      {
        id: "arrow",
        viewBox: "0 0 8 8",
        refX: 8,
        refY: 4,
        markerWidth: 7,
        markerHeight: 7,
        orient: "auto-start-reverse",
      },
      svgElement("path", { d: "M0 0 8 4 0 8z", class: "arrow-head" }),
    ),
  );

const drawEdge = (edge) => (edge.to.isEnd ? sideways(edge) : upOrDown(edge));

function sideways({ from, to, events, ...at }) {
  const [x1, y1] = [from.x + size.node, from.y + size.height / 2 + at.out];
  const [x2, y2] = [to.x, to.y + size.height / 2 + at.in];
  const bend = (x2 - x1 - size.straight) / 2;
  const start = x1 + size.straight;
  const line = `M${x1} ${y1}H${start}C${start + bend} ${y1} ${x2 - bend} ${y2} ${x2 - 1} ${y2}`;
  return edgeOf(line, events, (i) => ({ x: x1 + 6, y: i === 0 ? y1 - 4 : y1 + 12 * i, "text-anchor": "start" }));
}

function upOrDown({ from, to, events, isPair }) {
  const isDown = to.y > from.y;
  const shift = isPair ? (isDown ? -40 : 34) : 0;
  const x = from.x + size.node / 2 + shift;
  const [y1, y2] = isDown ? [from.y + size.height, to.y - 1] : [from.y, to.y + size.height + 1];
  const middle = (y1 + y2) / 2 + 4 - (events.length - 1) * 7;
  return edgeOf(`M${x} ${y1}V${y2}`, events, (i) => ({ x: x + 6, y: middle + 14 * i, "text-anchor": "start" }));
}

/** The line, and its events, each where `place` puts it. */
const edgeOf = (d, events, place) => [
  svgElement("path", { d, class: "arrow", "marker-end": "url(#arrow)" }),
  events.map((event, i) => svgElement("text", { ...place(i), class: "arrow-text" }, event)),
];

function drawNode(kind, name, { at, isNow, wasHere }) {
  const word = stateWord(kind, name);
  const middle = at.x + size.node / 2;
  const lines = word === name ? [name] : [word, name];
  return svgElement(
    "g",
    { class: `node${isNow ? " now" : wasHere ? " been" : ""}` },
    svgElement("rect", { x: at.x, y: at.y, width: size.node, height: size.height, rx: at.isEnd ? size.height / 2 : 7 }),
    lines.map((text, i) =>
      svgElement(
        "text",
        {
          x: middle,
          y: at.y + size.height / 2 + (lines.length === 1 ? 5 : i === 0 ? -1 : 14),
          "text-anchor": "middle",
          class: i === 0 ? "node-word" : "node-name",
        },
        text,
      ),
    ),
  );
}
