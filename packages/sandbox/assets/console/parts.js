// Pieces that several pages are made of.
import { language, reasonWord, stateWord, words } from "./data.js";
import { element } from "./dom.js";
import { isoOf, jst } from "./format.js";

export const moment = (value) =>
  value === null || value === undefined ? "–" : element("time", { datetime: isoOf(value) }, jst(value));

export const code = (text) => element("code", {}, text ?? "–");

export const link = (path, text, more = {}) => element("a", { href: path, ...more }, text);

export const objectLink = (id) => link(`/console/objects/${encodeURIComponent(id)}`, id, { class: "id" });

/** A state in words with Amazon's own beside it, coloured by how it is going. */
export function stateBadge(kind, state, reasonCode) {
  const word = stateWord(kind, state);
  return element(
    "span",
    { class: `state ${tone(state)}` },
    word,
    word === state ? undefined : element("small", {}, state),
    reasonCode && element("small", { title: reasonWord(kind, reasonCode) }, reasonCode),
  );
}

const tones = { Draft: "early", Pending: "early", Open: "good", Completed: "good", Suspended: "bad", Declined: "bad" };
const tone = (state) => tones[state] ?? "over";

/** Term and description pairs; those without a description fall away. */
export const facts = (...pairs) =>
  element(
    "dl",
    { class: "facts" },
    pairs
      .filter((pair) => pair && pair[1] !== undefined && pair[1] !== null)
      .map(([term, what]) => [element("dt", {}, term), element("dd", {}, what)]),
  );

export const section = (title, ...children) =>
  element("section", { class: "card" }, element("h2", {}, title), ...children);

export const empty = (text) => element("p", { class: "empty" }, text);

export function button(text, act, { kind = "plain", key, ...more } = {}) {
  const made = element("button", { type: "button", class: kind, "data-key": key ?? text, ...more }, text);
  made.addEventListener("click", () => act(made));
  return made;
}

/** A button that puts `text` on the clipboard and says so; none where the browser has no clipboard for us. */
export function copyButton(text, name) {
  if (!navigator.clipboard) return undefined;
  const made = element("button", { type: "button", class: "copy", "aria-label": `${words.common.copy}: ${name}` });
  const say = (what) => made.replaceChildren(what);
  say(words.common.copy);
  made.addEventListener("click", async () => {
    await navigator.clipboard.writeText(text);
    say(words.common.copied);
    setTimeout(() => say(words.common.copy), 2_000);
  });
  return made;
}

/**
 * A table that turns into cards on a phone. `columns`: [title, cell of a row, class]; a column without a title is
 * for actions.
 */
export function table(caption, columns, rows) {
  return element(
    "div",
    { class: "table" },
    element(
      "table",
      {},
      element("caption", { class: "visually-hidden" }, caption),
      element(
        "thead",
        {},
        element(
          "tr",
          {},
          columns.map(([title]) => (title ? element("th", { scope: "col" }, title) : element("td", {}))),
        ),
      ),
      element(
        "tbody",
        {},
        rows.map((row) =>
          element(
            "tr",
            {},
            columns.map(([title, cell, kind]) => element("td", { "data-title": title, class: kind }, cell(row))),
          ),
        ),
      ),
    ),
  );
}

/** A text in Japanese order of words needs no space between its sentences. */
export const sentences = (...all) => all.filter(Boolean).join(language === "ja" ? "" : " ");
