// Draws what a widget shows. Choices are radio buttons for the keyboard and for screen readers: one stop of the Tab key,
// arrow keys move and choose.

const words = JSON.parse(document.querySelector("#words")?.textContent ?? "{}");
const { kind, design } = document.body.dataset;
const stage = document.querySelector("#stage");
const listClass = kind === "wallet" ? "payment-list" : "address-list";

function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value !== undefined) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** What a choice says: a title, lines, and on starred cards the scenario. */
function face(choice) {
  const lines = choice.lines.map((line) => element("span", { class: "choice-line" }, line));
  const star = choice.star ? [element("span", { class: "choice-star" }, `* ${choice.star}`)] : [];
  return element("span", {}, element("span", { class: "choice-title" }, choice.title), ...lines, ...star);
}

const hints = (state) => (state.hint ? [element("p", { class: "hint", role: "status" }, state.hint)] : []);

/** `choose(id)` is called for every choice that differs from the present one. */
export function renderChoices(state, choose) {
  const hadFocus = stage.contains(document.activeElement);
  const scrolled = stage.parentElement.scrollTop;
  const list = element("ul", { class: `choices ${listClass}`, role: "radiogroup", "aria-label": words.choose });
  const chosenId = state.selectedId ?? state.choices[0]?.id;
  for (const choice of state.choices) list.append(rowOf(choice, { state, chosenId, choose }));
  list.addEventListener("keydown", moveByArrow);
  const nothing = state.choices.length === 0 ? [element("p", {}, words.nothing)] : [];
  stage.replaceChildren(...hints(state), ...nothing, list);
  stage.removeAttribute("aria-busy");
  stage.parentElement.scrollTop = scrolled;
  if (hadFocus) list.querySelector('[tabindex="0"]')?.focus();
}

function rowOf(choice, { state, chosenId, choose }) {
  const link = element("a", {
    href: "#",
    role: "radio",
    "aria-checked": String(choice.id === state.selectedId),
    tabindex: choice.id === chosenId ? "0" : "-1",
    "data-id": choice.id,
  });
  link.append(face(choice));
  link.addEventListener("click", (event) => {
    event.preventDefault();
    if (choice.id !== state.selectedId) choose(choice.id);
    else foldNow();
  });
  link.addEventListener("keydown", (event) => {
    if (event.key !== " ") return;
    event.preventDefault();
    link.click();
  });
  return element("li", { role: "none" }, link);
}

const steps = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

function moveByArrow(event) {
  const step = steps[event.key];
  if (!step) return;
  event.preventDefault();
  const radios = [...event.currentTarget.querySelectorAll("a")];
  const next = radios[(radios.indexOf(document.activeElement) + step + radios.length) % radios.length];
  next.focus();
  next.click();
}

/** Read-only: what was chosen, or that nothing was. */
export function renderChosen(state) {
  const choice = state.choices.find((each) => each.id === state.selectedId);
  const shown = choice ? element("div", { class: "chosen" }, face(choice)) : element("p", {}, words.nothingChosen);
  stage.replaceChildren(...hints(state), shown);
  stage.removeAttribute("aria-busy");
}

/** What the buyer sees when something is wrong; the shop's page hears the code. */
export function renderProblem(code, message) {
  const text = words.problems?.[code] ?? message;
  stage.replaceChildren(
    element("p", { class: "problem", role: "alert" }, text),
    element("p", { class: "quiet" }, `${code}: ${message}`),
  );
  stage.removeAttribute("aria-busy");
  document.body.classList.remove("folded");
}

let foldNow = () => {};

/** The smartphone design: folded to what is chosen, unfolded to the whole screen while choosing. */
export function foldable(state, tellShop) {
  if (design !== "smartphoneCollapsible") return;
  const choice = state.choices.find((each) => each.id === state.selectedId);
  const change = element("button", { type: "button" }, words.change);
  foldNow = () => {
    document.body.classList.add("folded");
    tellShop(false);
  };
  change.addEventListener("click", () => {
    document.body.classList.remove("folded");
    tellShop(true);
    stage.querySelector('[tabindex="0"]')?.focus();
  });
  stage.append(element("div", { class: "fold-row" }, choice ? face(choice) : words.nothingChosen, change));
  foldNow();
}
