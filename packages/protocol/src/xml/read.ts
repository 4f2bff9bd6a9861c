// A strict reader of small XML texts into plain elements. Text stays text; nobody here guesses at numbers.
import { SaxesParser } from "saxes";
import { ProtocolError } from "../errors.ts";

export interface XmlElement {
  /** The local name: namespaces are not told apart, because documents and recordings disagree about them. */
  readonly name: string;
  readonly children: readonly XmlElement[];
  /** All text directly inside, untrimmed. */
  readonly text: string;
}

export interface XmlLimits {
  /** Characters of the whole text. */
  readonly lengthMax: number;
  readonly depthMax: number;
  readonly elementsMax: number;
}

export const xmlLimits: XmlLimits = { lengthMax: 1_048_576, depthMax: 32, elementsMax: 20_000 };

interface Open {
  name: string;
  children: XmlElement[];
  text: string;
}

/**
 * Reads one XML document. Throws ProtocolError, and nothing else: `malformedXml` for what is not well-formed, has a
 * DOCTYPE, or names an entity beside XML's five; `xmlTooLarge` beyond `limits`.
 */
export function readXml(text: string, limits: XmlLimits = xmlLimits): XmlElement {
  if (text.length > limits.lengthMax)
    throw new ProtocolError("xmlTooLarge", `more than ${limits.lengthMax} characters`);
  // Resolving namespaces and counting lines take more than half of the time, and Amazon's answers need neither.
  const parser = new SaxesParser({ xmlns: mayHavePrefix(text), position: false });
  const open: Open[] = [];
  let root: XmlElement | undefined;
  let elements = 0;
  parser.on("doctype", () => {
    throw new ProtocolError("malformedXml", "it has a DOCTYPE");
  });
  parser.on("opentag", (tag) => {
    if (++elements > limits.elementsMax)
      throw new ProtocolError("xmlTooLarge", `more than ${limits.elementsMax} elements`);
    if (open.length >= limits.depthMax) throw new ProtocolError("xmlTooLarge", `deeper than ${limits.depthMax}`);
    const element: Open = { name: tag.local ?? tag.name, children: [], text: "" };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  parser.on("closetag", () => {
    open.pop();
  });
  const addText = (part: string) => {
    const element = open.at(-1);
    if (element) element.text += part;
  };
  parser.on("text", addText);
  parser.on("cdata", addText);
  try {
    parser.write(text).close();
  } catch (cause) {
    if (cause instanceof ProtocolError) throw cause;
    // The parser's own words may quote the text, which may be a buyer's: only the place is told.
    throw new ProtocolError("malformedXml", placeOf(text));
  }
  if (!root) throw new ProtocolError("malformedXml", "it has no element");
  return root;
}

const codesOf = (characters: string) => new Set([...characters].map((each) => each.charCodeAt(0)));
const outsideNames = codesOf(` \t\r\n<>="'/:&`);
const beforeNames = codesOf(" \t\r\n</");

/** Whether any name may have a prefix. Text that only looks like one costs time, nothing else. */
function mayHavePrefix(text: string): boolean {
  for (let colon = text.indexOf(":"); colon >= 0; colon = text.indexOf(":", colon + 1)) {
    let before = colon - 1;
    while (before >= 0 && !outsideNames.has(text.charCodeAt(before))) before--;
    if (before < colon - 1 && beforeNames.has(text.charCodeAt(before))) return true;
  }
  return false;
}

/** Where the parser stops, for a text that it has refused. */
function placeOf(text: string): string {
  const parser = new SaxesParser({ xmlns: true });
  try {
    parser.write(text).close();
  } catch {
    // The place is all that is wanted here.
  }
  return `at line ${parser.line}, column ${parser.column}`;
}

/** The first child of that name. */
export const childOf = (element: XmlElement, name: string): XmlElement | undefined =>
  element.children.find((child) => child.name === name);
