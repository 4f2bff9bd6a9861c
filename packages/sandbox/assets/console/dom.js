// Elements from data. Text is always text: nothing here takes markup.
const svgNamespace = "http://www.w3.org/2000/svg";

/** `attributes`: undefined, null and false leave one out; `on…` functions listen. Children that are empty fall away. */
export function element(name, attributes = {}, ...children) {
  return dressed(document.createElement(name), attributes, children);
}

export function svgElement(name, attributes = {}, ...children) {
  return dressed(document.createElementNS(svgNamespace, name), attributes, children);
}

function dressed(made, attributes, children) {
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (typeof value === "function") made.addEventListener(key.slice(2), value);
    else made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children.flat(Infinity).filter((child) => child !== undefined && child !== null && child !== false));
  return made;
}

/** Puts children in place of what `where` holds; the focus stays on what has the same `data-key`. */
export function fill(where, ...children) {
  const active = where.contains(document.activeElement) ? document.activeElement : undefined;
  const key = active?.dataset.key;
  const open = new Set([...where.querySelectorAll("details[open][data-key]")].map((each) => each.dataset.key));
  where.replaceChildren(
    ...children.flat(Infinity).filter((child) => child !== undefined && child !== null && child !== false),
  );
  for (const each of where.querySelectorAll("details[data-key]")) if (open.has(each.dataset.key)) each.open = true;
  if (key !== undefined) where.querySelector(`[data-key="${CSS.escape(key)}"]`)?.focus();
}

export const view = () => document.getElementById("view");

/** Whether somebody is filling in a form there, which must not be taken away. */
export const isTyping = (where) =>
  where.contains(document.activeElement) && document.activeElement.matches("form :is(input, select, textarea)");
