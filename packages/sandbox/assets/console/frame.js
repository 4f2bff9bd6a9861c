// What every page has: the clock in the bar.
import { get } from "./api.js";
import { words } from "./data.js";
import { isoOf, jst } from "./format.js";

const clock = document.getElementById("bar-clock");
const readEveryMs = 5_000;
let known;

async function read() {
  if (document.hidden) return;
  const began = Date.now();
  try {
    const answer = await get("/clock");
    known = { ...answer, readAt: (began + Date.now()) / 2 };
    show();
  } catch {
    clock.classList.add("away");
  }
}

/** Between two readings a clock that runs goes on by itself. */
function show() {
  if (!known) return;
  const now = known.frozen ? known.now : known.now + Date.now() - known.readAt;
  const time = clock.querySelector("time");
  time.dateTime = isoOf(now);
  time.textContent = `${jst(now)} JST`;
  clock.classList.toggle("frozen", known.frozen);
  clock.classList.remove("away");
  clock.title = known.frozen ? words.overview.frozen : words.overview.running;
}

/** Shows what a call has just said about the clock. */
export function clockIs(answer) {
  known = { ...answer, readAt: Date.now() };
  show();
}

setInterval(read, readEveryMs);
setInterval(show, 1_000);
read();
