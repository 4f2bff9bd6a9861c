// Keeps a page up to date: asks again after a pause, only while somebody looks, more rarely while the sandbox is away.
import { Problem } from "./api.js";
import { view } from "./dom.js";
import { problemBox } from "./notes.js";

const pauseMs = 2_000;
const pauseMsMax = 30_000;
const away = () => document.getElementById("away");

/**
 * Calls `read`, hands what it gives to `draw` whenever it has changed, and goes on so. A `draw` that gives false is
 * asked again. Gives a function that asks at once.
 */
export function live(read, draw) {
  let last;
  let wasShown = false;
  let pause = pauseMs;
  let timer;
  let round = 0;
  async function once() {
    clearTimeout(timer);
    round += 1;
    const mine = round;
    try {
      const found = await read();
      if (mine !== round) return;
      pause = pauseMs;
      const text = JSON.stringify(found);
      if (text !== last && draw(found) !== false) last = text;
      wasShown = true;
      away().replaceChildren();
      view().hidden = false;
      view().removeAttribute("aria-busy");
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      if (mine !== round) return;
      pause = Math.min(pause * 2, pauseMsMax);
      const box = problemBox(problem);
      if (away().textContent !== box.textContent) away().replaceChildren(box);
      // What was shown is still the latest that is known; an object that is gone is not.
      view().hidden = !wasShown || problem.status === 404;
    }
    if (mine === round && !document.hidden) timer = setTimeout(once, pause);
  }
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) clearTimeout(timer);
    else once();
  });
  // Not before the page's module has run to its end.
  queueMicrotask(once);
  return once;
}
