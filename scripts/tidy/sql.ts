import { type Finding, findAll, lineAt, type Tree } from "./tree.ts";

const owners = ["merchant_id", "account_id"];

/** Tables that belong to no merchant and no account, each with its reason. */
export const ownerless: Readonly<Record<string, string>> = {
  api_key_routes: "routing: from a key's hash, all that a request brings, to its merchant",
  session_routes: "routing: from a session's hash, all that a request brings, to its merchant",
  pgmigrations: "node-pg-migrate's own list of what it has done",
  time_offset: "one row, only against a sandbox: how far business time has been moved",
};

/** Each table's primary key begins with its owner; ids are not counted; nothing refers across owners. */
export function checkSql(tree: Tree): Finding[] {
  return [...tree].flatMap(([path, text]) => {
    if (!/^packages\/payments\/sql\/.*\.sql$/.test(path)) return [];
    const sql = text.replaceAll(/--[^\n]*|'(?:[^']|'')*'/g, spaces);
    const tables = tablesOf(sql);
    return [
      ...tables.flatMap((table) => checkTable(path, sql, table)),
      ...findAll(path, withoutOwnerless(sql, tables), counting, "counted ids need one counter for all: use UUIDv7"),
    ];
  });
}

const counting =
  /\b(?:small|big)?serial\b|\bgenerated\s+(?:always|by\s+default)\s+as\s+identity\b|\bcreate\s+sequence\b|\bnextval\b/gi;

const spaces = (text: string) => text.replaceAll(/[^\n]/g, " ");

/** The SQL with the exceptions' tables blanked. */
function withoutOwnerless(sql: string, tables: readonly Table[]): string {
  const exempt = tables.filter(({ name }) => Object.hasOwn(ownerless, name));
  return exempt.reduce(
    (rest, { offset, end }) => rest.slice(0, offset) + spaces(rest.slice(offset, end)) + rest.slice(end),
    sql,
  );
}

interface Table {
  readonly name: string;
  readonly offset: number;
  readonly end: number;
  readonly items: readonly { readonly text: string; readonly offset: number }[];
}

function checkTable(path: string, sql: string, { name, offset, items }: Table): Finding[] {
  const key = items.map(({ text }) => primaryKeyOf(text)).find((columns) => columns !== undefined);
  const first = key?.[0] ?? "";
  const wrongKey = !owners.includes(first) && !Object.hasOwn(ownerless, name);
  const crossing = items.filter(({ text }) => crossesOwners(text));
  return [
    ...(wrongKey
      ? [
          {
            path,
            line: lineAt(sql, offset),
            problem: `${name}: the primary key must begin with ${owners.join(" or ")}`,
          },
        ]
      : []),
    ...crossing.map((item) => ({
      path,
      line: lineAt(sql, item.offset),
      problem: `${name}: a foreign key must hold its owner (${owners.join(" or ")}) on both sides`,
    })),
  ];
}

function tablesOf(sql: string): Table[] {
  return [
    ...sql.matchAll(/\bcreate\s+(?:unlogged\s+)?table\s+(?:if\s+not\s+exists\s+)?(?:\w+\.)?"?(\w+)"?\s*\(/gi),
  ].map((match) => ({
    name: match[1] ?? "",
    offset: match.index,
    ...itemsOf(sql, match.index + match[0].length),
  }));
}

/** The parts of a parenthesis, separated by its own commas. */
function itemsOf(sql: string, from: number): Pick<Table, "items" | "end"> {
  const items: { text: string; offset: number }[] = [];
  let depth = 1;
  let start = from;
  let at = from;
  for (; at < sql.length && depth > 0; at++) {
    if (sql[at] === "(") depth++;
    else if (sql[at] === ")") depth--;
    if ((sql[at] === "," && depth === 1) || depth === 0) {
      const text = sql.slice(start, at);
      items.push({ text: text.trim(), offset: start + (text.length - text.trimStart().length) });
      start = at + 1;
    }
  }
  return { items, end: at };
}

const namesIn = (list: string) => list.split(",").map((name) => name.trim().replaceAll('"', "").toLowerCase());

function primaryKeyOf(item: string): string[] | undefined {
  const listed = /\bprimary\s+key\s*\(([^)]*)\)/i.exec(item)?.[1];
  if (listed !== undefined) return namesIn(listed);
  return /\bprimary\s+key\b/i.test(item) ? namesIn(/^"?\w+"?/.exec(item)?.[0] ?? "") : undefined;
}

function crossesOwners(item: string): boolean {
  const target = /\breferences\s+(?:\w+\.)?"?\w+"?\s*(?:\(([^)]*)\))?/i.exec(item);
  if (!target) return false;
  const from = namesIn(/\bforeign\s+key\s*\(([^)]*)\)/i.exec(item)?.[1] ?? /^"?\w+"?/.exec(item)?.[0] ?? "");
  const to = target[1] === undefined ? from : namesIn(target[1]);
  return !owners.some((owner) => from.includes(owner) && to.includes(owner));
}
