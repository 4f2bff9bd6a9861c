// XML and JSON as people read them: an element to a line, names set apart from values. Text stays text.
import { element } from "./dom.js";

/** A `pre` with the XML indented; what is no XML is shown as it is. */
export function xmlBlock(text) {
  const read = new DOMParser().parseFromString(text, "application/xml");
  if (read.querySelector("parsererror") || !read.documentElement) return block([text]);
  return block(linesOf(read.documentElement, 0));
}

/** A `pre` with JSON indented. */
export function jsonBlock(text) {
  try {
    return block([JSON.stringify(JSON.parse(text), null, 2)]);
  } catch {
    return block([text]);
  }
}

export const block = (children, label) =>
  element("pre", { class: "wire", tabindex: "0", "aria-label": label }, children);

function linesOf(node, depth) {
  const pad = "  ".repeat(depth);
  const attributes = [...node.attributes].map(({ name, value }) => ` ${name}="${value}"`).join("");
  const open = name(`<${node.nodeName}${attributes}>`);
  const children = [...node.children];
  if (children.length === 0) {
    if (node.textContent === "") return [pad, name(`<${node.nodeName}${attributes}/>`), "\n"];
    return [pad, open, element("span", { class: "value" }, node.textContent), name(`</${node.nodeName}>`), "\n"];
  }
  return [
    pad,
    open,
    "\n",
    children.flatMap((child) => linesOf(child, depth + 1)),
    pad,
    name(`</${node.nodeName}>`),
    "\n",
  ];
}

const name = (text) => element("span", { class: "name" }, text);
