// Takes comments (and strings) out of TypeScript and JavaScript, leaving spaces, so that patterns see code only and
// lines keep their numbers. A scanner of a page, not a parser: it knows strings, templates, comments and regular
// expressions.

export interface Blanked {
  /** Without comments. */
  readonly withStrings: string;
  /** Without comments and without what strings and regular expressions hold. */
  readonly codeOnly: string;
}

type Kind = "comment" | "string";

export function blank(text: string): Blanked {
  const spans = [...scan(text)];
  return {
    withStrings: erase(
      text,
      spans.filter(({ kind }) => kind === "comment"),
    ),
    codeOnly: erase(text, spans),
  };
}

interface Span {
  readonly kind: Kind;
  readonly from: number;
  readonly to: number;
}

function erase(text: string, spans: readonly Span[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { from, to } of spans) {
    pieces.push(text.slice(at, from), text.slice(from, to).replaceAll(/[^\n]/g, " "));
    at = to;
  }
  return pieces.join("") + text.slice(at);
}

/** After one of these a slash begins a regular expression; after anything else it divides. */
const beforeRegex = /(?:^|[=(,:;!&|?{}[+\-*%<>~^\n]|\b(?:return|case|typeof|in|of|await|yield))\s*$/;

function* scan(text: string): Generator<Span> {
  // Depth of braces at which each open template's `${` ends.
  const templates: number[] = [];
  let depth = 0;
  let at = 0;
  while (at < text.length) {
    const char = text[at];
    const two = text.slice(at, at + 2);
    let end: number | undefined;
    let kind: Kind = "string";
    if (two === "//") [kind, end] = ["comment", lineEnd(text, at)];
    else if (two === "/*") [kind, end] = ["comment", after(text, "*/", at + 2)];
    else if (char === '"' || char === "'") end = stringEnd(text, at);
    else if (char === "`") end = templateEnd(text, at + 1);
    else if (char === "/" && beforeRegex.test(text.slice(Math.max(0, at - 20), at))) end = regexEnd(text, at);
    else if (char === "{") depth++;
    else if (char === "}" && templates.at(-1) === depth) {
      templates.pop();
      end = templateEnd(text, at + 1);
    } else if (char === "}") depth--;

    if (end === undefined) {
      at++;
      continue;
    }
    const inner = kind === "comment" ? 0 : 1;
    if (text.slice(end - 2, end) === "${" && (char === "`" || char === "}")) {
      templates.push(depth);
      yield { kind, from: at + inner, to: end - 2 };
    } else yield { kind, from: at + inner, to: Math.max(at + inner, end - inner) };
    at = end;
  }
}

const after = (text: string, mark: string, from: number) => {
  const found = text.indexOf(mark, from);
  return found < 0 ? text.length : found + mark.length;
};

const lineEnd = (text: string, from: number) => {
  const found = text.indexOf("\n", from);
  return found < 0 ? text.length : found;
};

function stringEnd(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at++) {
    if (text[at] === "\\") at++;
    else if (text[at] === text[from] || text[at] === "\n") return at + 1;
  }
  return text.length;
}

/** Ends after the closing backquote, or after the `${` of a substitution. */
function templateEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    if (text[at] === "\\") at++;
    else if (text[at] === "`") return at + 1;
    else if (text[at] === "$" && text[at + 1] === "{") return at + 2;
  }
  return text.length;
}

function regexEnd(text: string, from: number): number {
  let inClass = false;
  for (let at = from + 1; at < text.length && text[at] !== "\n"; at++) {
    if (text[at] === "\\") at++;
    else if (text[at] === "[") inClass = true;
    else if (text[at] === "]") inClass = false;
    else if (text[at] === "/" && !inClass) return at + 1;
  }
  return from + 1;
}
