// Forms made of labelled fields. Each field knows its name, so that a refusal's field can be marked.
import { words } from "./data.js";
import { element } from "./dom.js";
import { attempt } from "./notes.js";

let made = 0;

/** `kind`: "text", "number", "select", "check", "area". `choices`: [value, words]. */
export function field(name, title, { kind = "text", choices = [], value, hint, ...more } = {}) {
  made += 1;
  const id = `field-${made}`;
  const about = hint ? { "aria-describedby": `${id}-hint` } : {};
  const control = controlOf(kind, { id, name, ...about, ...more }, choices, value);
  const label = element("label", { for: id }, title);
  const said = hint && element("small", { id: `${id}-hint`, class: "hint-text" }, hint);
  return kind === "check"
    ? element("div", { class: "field check" }, control, label, said)
    : element("div", { class: "field" }, label, control, said);
}

function controlOf(kind, attributes, choices, value) {
  if (kind === "select") {
    return element(
      "select",
      attributes,
      choices.map(([choice, text]) => element("option", { value: choice, selected: choice === value }, text)),
    );
  }
  if (kind === "area") return element("textarea", { rows: 3, spellcheck: "false", ...attributes }, value ?? "");
  if (kind === "check") return element("input", { type: "checkbox", checked: value === true, ...attributes });
  const type = kind === "number" ? { type: "number", inputmode: "numeric" } : { type: kind };
  return element("input", { ...type, value, autocomplete: "off", ...attributes });
}

/** A form that does `send(values)`; empty fields are left out of the values, numbers are numbers, areas are lists of lines. */
export function form(fields, submitText, send) {
  const submit = element("button", { type: "submit", class: "strong" }, submitText);
  const whole = element(
    "form",
    { class: "form", novalidate: true },
    fields,
    element("div", { class: "form-end" }, submit),
  );
  whole.addEventListener("submit", async (event) => {
    event.preventDefault();
    for (const each of whole.elements) each.removeAttribute("aria-invalid");
    const wasDone = await attempt(submit, async () => {
      try {
        await send(valuesOf(whole), whole);
      } catch (problem) {
        markFields(whole, problem.errors ?? []);
        throw problem;
      }
    });
    if (wasDone) whole.dispatchEvent(new CustomEvent("done", { bubbles: true }));
  });
  return whole;
}

export function valuesOf(whole) {
  const values = {};
  for (const each of whole.elements) {
    if (!each.name) continue;
    if (each.type === "checkbox") values[each.name] = each.checked;
    else if (each.tagName === "TEXTAREA")
      values[each.name] = each.value
        .split("\n")
        .map((line) => line.trim())
        .filter(Boolean);
    else if (each.value.trim() === "") continue;
    else values[each.name] = each.type === "number" ? Number(each.value) : each.value.trim();
  }
  return values;
}

function markFields(whole, errors) {
  const [first] = errors.flatMap(({ field: name }) => whole.elements.namedItem(String(name).split(".")[0]) ?? []);
  for (const { field: name } of errors) {
    whole.elements.namedItem(String(name).split(".")[0])?.setAttribute("aria-invalid", "true");
  }
  first?.focus();
}

/** A form that opens when asked for, and closes once it is sent. `key`: stays open while the page draws itself anew. */
export function folded(title, whole, key) {
  const box = element("details", { class: "fold", "data-key": key }, element("summary", {}, title), whole);
  whole.addEventListener("done", () => {
    whole.reset();
    box.open = false;
    box.querySelector("summary").focus();
  });
  return box;
}

export const anyChoice = () => ["", words.common.any];
