// What the page says about something that was done, or was not.
import { Problem } from "./api.js";
import { words } from "./data.js";
import { element } from "./dom.js";

const place = () => document.getElementById("notes");

/** Says that something is done. `more`: a list of what followed from it. */
export function tell(text, more = []) {
  const list = more.length === 0 ? [] : [element("ul", {}, ...more.map((line) => element("li", {}, line)))];
  show(element("div", { class: "done", role: "status" }, element("p", {}, text), ...list));
}

/** Says why something was not done, with the fields at fault and what helps. */
export function complain(problem) {
  show(problemBox(problem));
}

export function problemBox(problem) {
  // A field of the address that only repeats the title helps nobody.
  const named = (problem.errors ?? []).filter((each) => each.problem !== problem.message || words.fields[each.field]);
  const remedy = words.problems.remedies[problem.code] ?? byStatus(problem.status);
  return element(
    "div",
    { class: "problem", role: "alert" },
    element("p", {}, element("strong", {}, problem.message)),
    named.length > 0 &&
      element(
        "ul",
        {},
        named.map(({ field, problem: what }) =>
          element("li", {}, element("code", {}, field), " ", fieldWord(field), what === problem.message ? "" : what),
        ),
      ),
    remedy && element("p", {}, remedy),
  );
}

const fieldWord = (field) => (words.fields[field] ? `(${words.fields[field]}) ` : "");

function byStatus(status) {
  if (status === 400) return words.problems.remedies.form;
  if (status === 404) return words.problems.remedies.gone;
  if (status === 0 || status >= 500) return words.problems.remedies.unreachable;
  return undefined;
}

function show(box) {
  const close = element(
    "button",
    { type: "button", class: "close", "aria-label": words.common.dismiss, onclick: () => box.remove() },
    "×",
  );
  box.append(close);
  place().replaceChildren(box);
}

/** Does something a person asked for: `button` waits meanwhile, a refusal is said. Gives whether it was done. */
export async function attempt(button, what) {
  if (button?.getAttribute("aria-disabled") === "true") return false;
  button?.setAttribute("aria-disabled", "true");
  try {
    await what();
    return true;
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    complain(problem);
    return false;
  } finally {
    button?.removeAttribute("aria-disabled");
  }
}
