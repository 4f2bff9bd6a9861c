import { blank } from "./blank.ts";
import { type Finding, lineAt, type Tree } from "./tree.ts";

const docs = "docs/errors.md";

interface Code {
  readonly room: string;
  readonly code: string;
  readonly retry: string | undefined;
  readonly path: string;
  readonly line: number;
}

/** Every code of every room's tables stands in docs/errors.md under the room's heading, and nothing else does. */
export function checkErrors(tree: Tree): Finding[] {
  const codes = [...tree].flatMap(([path, text]) => codesOf(path, text));
  const documented = documentedCodes(tree.get(docs) ?? "");
  const key = (each: { room: string; code: string }) => `${each.room} ${each.code}`;
  const known = new Set(codes.map(key));
  const told = new Map(documented.map((each) => [key(each), each]));
  return [
    ...codes
      .filter((each) => !told.has(key(each)))
      .map(({ room, code, path, line }) => ({
        path,
        line,
        problem: `${code} is not documented in ${docs} under "${room}"`,
      })),
    ...codes.flatMap((each) => {
      const line = told.get(key(each));
      if (!line || each.retry === undefined || line.retry === each.retry) return [];
      return [{ path: docs, line: line.line, problem: `${each.code} is "${each.retry}" in ${each.path}` }];
    }),
    ...documented
      .filter((each) => !known.has(key(each)))
      .map(({ room, code, line }) => ({ path: docs, line, problem: `${room} has no error ${code}` })),
  ];
}

const tableStart = /\bexport const \w+ = \{/g;

/** Codes are the keys of tables whose rows say `retry`. */
export function codesOf(path: string, text: string): Code[] {
  const room = /^packages\/([^/]+)\/src\//.exec(path)?.[1];
  if (!room || !path.endsWith(".ts") || path.endsWith(".test.ts")) return [];
  const { codeOnly, withStrings } = blank(text);
  return [...codeOnly.matchAll(tableStart)].flatMap((match) => {
    const from = match.index + match[0].length;
    const to = closing(codeOnly, from);
    const isTable = /^\}\s*as const satisfies (ErrorTable|Record<string, \w*Row>)/.test(codeOnly.slice(to));
    if (!isTable || !/\bretry\b/.test(codeOnly.slice(from, to))) return [];
    const keys = keysOf(codeOnly, from, to);
    return keys.map(({ key, at }, index) => {
      const row = withStrings.slice(at, keys[index + 1]?.at ?? to);
      return { room, code: key, retry: /\bretry:\s*"?(\w+)/.exec(row)?.[1], path, line: lineAt(text, at) };
    });
  });
}

function closing(code: string, from: number): number {
  let depth = 1;
  for (let at = from; at < code.length; at++) {
    if (code[at] === "{") depth++;
    else if (code[at] === "}" && --depth === 0) return at;
  }
  return code.length;
}

function keysOf(code: string, from: number, to: number): { key: string; at: number }[] {
  const keys: { key: string; at: number }[] = [];
  let depth = 0;
  for (let at = from; at < to; at++) {
    const char = code[at] ?? "";
    if ("{[(".includes(char)) depth++;
    else if ("}])".includes(char)) depth--;
    else if (depth === 0) {
      const key = /^([A-Za-z_]\w*)\s*:/.exec(code.slice(at, at + 80))?.[1];
      if (key && !/\w/.test(code[at - 1] ?? "")) keys.push({ key, at });
    }
  }
  return keys;
}

function documentedCodes(text: string): { room: string; code: string; retry: string; line: number }[] {
  let room = "";
  return text.split("\n").flatMap((line, index) => {
    room = /^## (\S+)/.exec(line)?.[1] ?? room;
    const [, code, retry = ""] = /^\| `(\w+)` \|\s*(\w*)/.exec(line) ?? [];
    return code ? [{ room, code, retry, line: index + 1 }] : [];
  });
}
