// What happened to an object and all that hangs on it, oldest first, with the cause of each change.
import { kindWord, reasonWord, say, tables, words } from "./data.js";
import { element } from "./dom.js";
import { moment, objectLink, stateBadge } from "./parts.js";

const said = words.history;

/** `changes`: at, kind, objectId, state, reasonCode, cause { by, name }. */
export function historyOf(changes, selectedId) {
  if (changes.length === 0) return element("p", { class: "quiet" }, said.none);
  return element(
    "ol",
    { class: "history" },
    changes.map((change) => item(change, selectedId)),
  );
}

const item = (change, selectedId) =>
  element(
    "li",
    {},
    element(
      "p",
      {},
      element("strong", {}, kindWord(change.kind)),
      " ",
      stateBadge(change.kind, change.state, change.reasonCode),
    ),
    change.reasonCode && element("p", {}, reasonWord(change.kind, change.reasonCode)),
    element("p", {}, causeText(change)),
    element("p", {}, moment(change.at), " ", change.objectId === selectedId ? undefined : objectLink(change.objectId)),
  );

function causeText({ cause: { by, name }, kind }) {
  const sentence = said.causes[by] ?? said.causes.operator;
  return say(sentence, { what: by === "api" ? name : by === "clock" ? (words.due[name] ?? name) : deed(kind, name) });
}

/** A command's words, or an event's: of this kind of object first, since it may have been pressed on another. */
function deed(kind, name) {
  if (words.commands[name]) return words.commands[name];
  const kinds = [kind, ...Object.keys(tables.events)];
  return kinds.map((each) => tables.events[each]?.[name]).find(Boolean) ?? name;
}
