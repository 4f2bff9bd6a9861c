// The clock on the overview: where business time stands, what comes next, and jumps. A long jump is made in steps, so
// that one sees how far it has come and can stop it; everything due on the way happens all the same.
import { get, post } from "./api.js";
import { say, words } from "./data.js";
import { element, fill } from "./dom.js";
import { instantOf, isoOf, jst, span, utc } from "./format.js";
import { clockIs } from "./frame.js";
import { attempt, tell } from "./notes.js";
import { button, facts, objectLink, section } from "./parts.js";

const said = words.overview;
const minute = 60_000;
const day = 1_440 * minute;
const jumps = [
  [said.jumps.minute, minute],
  [said.jumps.hour, 60 * minute],
  [said.jumps.day, day],
  [said.jumps.week, 7 * day],
  [said.jumps.month, 30 * day],
];
const stepMs = day;

const face = element("div");
const freeze = button(said.freeze, (pressed) => plain(pressed, "/clock/freeze", said.frozenNow), { key: "freeze" });
const thaw = button(said.thaw, (pressed) => plain(pressed, "/clock/thaw", said.runningNow), { key: "thaw" });
const progress = element("div");
let isJumping = false;

let changed = () => {};

/** The section. `whenChanged()` is called when time has moved. */
export function clockSection(whenChanged) {
  changed = whenChanged;
  return section(
    said.clock,
    face,
    element(
      "div",
      { class: "row", role: "group", "aria-label": said.advance },
      jumps.map(([title, ms]) =>
        button(title, (pressed) => attempt(pressed, () => jump(ms)), { kind: "strong", key: title }),
      ),
    ),
    element(
      "div",
      { class: "row" },
      button(said.runUntilIdle, (pressed) => plain(pressed, "/clock/run-until-idle", said.idleNow), {
        key: "idle",
        title: said.runUntilIdleHint,
      }),
      freeze,
      thaw,
    ),
    progress,
  );
}

export function draw(clock) {
  const { now, nextDue } = clock;
  freeze.hidden = clock.frozen;
  thaw.hidden = !clock.frozen;
  fill(
    face,
    element(
      "p",
      { class: "clock-now" },
      element("time", { datetime: isoOf(now) }, jst(now)),
      " ",
      element("small", { class: "clock-zone" }, "JST"),
    ),
    facts(
      ["UTC", utc(now)],
      [said.kind, clock.frozen ? said.frozen : said.running],
      [
        said.next,
        nextDue === null
          ? said.nothingDue
          : [`${jst(nextDue)} (${say(said.inTime, { span: span(nextDue - now) })})`, whatIsDue(clock)],
      ],
    ),
  );
}

/** What falls due then. */
function whatIsDue({ next }) {
  if (!next) return undefined;
  const { what, objectId } = next;
  return element("span", { class: "what" }, words.due[what] ?? what, " ", objectId && objectLink(objectId));
}

function after(answer, text) {
  clockIs(answer);
  draw(answer);
  tell(text);
  changed();
}

const plain = (pressed, path, text) => attempt(pressed, async () => after(await post(path), text));

async function jump(ms) {
  if (isJumping) return;
  isJumping = true;
  const began = await get("/clock");
  const target = instantOf(began.now) + ms;
  let isStopped = false;
  let answer = began;
  const bar = element("progress", { max: ms, value: 0, "aria-label": said.advance });
  const at = element("span", { class: "quiet" });
  const show = () => {
    bar.value = Math.max(0, answer.now - began.now);
    at.textContent = jst(answer.now);
  };
  const stop = button(said.stop, () => {
    isStopped = true;
  });
  try {
    if (ms > stepMs) fill(progress, element("div", { class: "jump" }, bar, at, stop));
    while (answer.now < target && !isStopped) {
      answer = await post("/clock/advance", { to: Math.min(target, answer.now + stepMs) });
      show();
    }
    after(answer, say(isStopped ? said.stopped : said.advanced, { at: jst(answer.now) }));
  } finally {
    isJumping = false;
    fill(progress);
  }
}
