// What can happen to the object looked at, as buttons: events of its state, and time going by. Pressing one shows what
// followed from it, in this object and in all that hang together with it.
import { get, part, post } from "./api.js";
import { language, say, words } from "./data.js";
import { element } from "./dom.js";
import { field } from "./forms.js";
import { clockIs } from "./frame.js";
import { attempt, tell } from "./notes.js";
import { button, empty } from "./parts.js";
import { changesBetween, idOf } from "./tree.js";

const said = words.events;
const dayMs = 86_400_000;
const passing = [
  ["minute", 60_000],
  ["day", dayMs],
  ["month", 30 * dayMs],
];

/** `events`: what the sandbox deems possible now. `refresh`: draws the page anew. */
export function eventsOf({ selected, root, events, refresh }) {
  const path = `/objects/${part(idOf(selected))}/events`;
  const press = (title, act) => (pressed) => attempt(pressed, () => happen({ title, act, root, refresh }));
  const amount = field("amount", said.amount, { kind: "number", min: 1, hint: said.amountHint });
  const given = () => Number(amount.querySelector("input").value) || undefined;
  const own = events.map(({ name, words: titles, takesAmount }) => {
    const title = sentence(titles[language]);
    const act = () => post(path, { event: name, ...(takesAmount ? { amount: given() } : {}) });
    return element("li", {}, button(title, press(title, act), { key: name }));
  });
  const passes = passing.map(([name, ms]) => {
    const act = async () => clockIs(await post("/clock/advance", { ms }));
    return button(said.passes[name], press(said.passes[name], act), { key: `passes-${name}` });
  });
  return [
    own.length === 0 ? empty(said.none) : element("ul", { class: "events" }, own),
    events.some(({ takesAmount }) => takesAmount) && element("form", { class: "amount" }, amount),
    element("h3", {}, said.time),
    element("div", { class: "row" }, passes),
  ];
}

const sentence = (text) => text[0].toUpperCase() + text.slice(1);

async function happen({ title, act, root, refresh }) {
  const path = `/objects/${part(idOf(root))}`;
  const before = await get(path);
  await act();
  const changes = changesBetween(before, await get(path));
  tell(say(said.happened, { what: title }), changes.length === 0 ? [said.nothing] : changes);
  refresh();
}
