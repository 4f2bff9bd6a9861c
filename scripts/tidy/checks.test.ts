import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkBanned } from "./banned.ts";
import { checkDependencies } from "./dependencies.ts";
import { checkErrors } from "./errors.ts";
import { checkImports } from "./imports.ts";
import { checkOperations } from "./operations.ts";
import { besides, rooms } from "./rooms.ts";
import { checkSizes } from "./sizes.ts";
import { checkSql } from "./sql.ts";
import { type Check, readTree } from "./tree.ts";
import { checkWords } from "./words.ts";

type Files = Record<string, string>;
type Case = [title: string, files: Files, problems: (string | RegExp)[]];

function tell(check: Check, cases: readonly Case[]) {
  for (const [title, files, problems] of cases)
    test(title, () => {
      const found = check(new Map(Object.entries(files))).map(
        ({ path, line, problem }) => `${path}:${line}: ${problem}`,
      );
      expect(found).toEqual(problems.map((each) => expect.stringMatching(each)));
    });
}

const manifest = (dependencies: Record<string, string>) => JSON.stringify({ dependencies });

describe("imports", () => {
  const packages = {
    "package.json": JSON.stringify({ devDependencies: { vitest: "1" } }),
    "packages/client/package.json": manifest({ undici: "1" }),
  };
  const from = (path: string, text: string): Files => ({ ...packages, [path]: text });
  tell(checkImports, [
    ["follow the table", from("packages/client/src/a.ts", `import { x } from "@noren-pay/protocol";`), []],
    [
      "outside the table are refused, over several lines too",
      from("packages/client/src/a.ts", `import {\n  x,\n} from "@noren-pay/sandbox";`),
      [/a\.ts:1: client may not import sandbox/],
    ],
    [
      "do not climb into another room",
      from("packages/client/src/a.ts", `export * from "../../base/src/clock.ts";`),
      [/by its name, not by the path/],
    ],
    ["stay free inside the room", from("packages/client/src/send/a.ts", `import "../b.ts";`), []],
    [
      "go through the door",
      from("packages/client/src/a.ts", `import { x } from "@noren-pay/protocol/src/x.ts";`),
      [/through its door/],
    ],
    [
      "of testkit are for tests",
      {
        ...from("packages/client/src/a.ts", `import "@noren-pay/testkit";`),
        "packages/client/src/a.test.ts": `import { test } from "vitest"; import "@noren-pay/testkit";`,
      },
      [/a\.ts:1: only tests import testkit/],
    ],
    [
      "of types only are marked as such",
      {
        "packages/browser/src/a.ts": `import type { X } from "@noren-pay/protocol";`,
        "packages/browser/src/b.ts": `import { x } from "@noren-pay/protocol";`,
      },
      [/b\.ts:1: browser may import types only/],
    ],
    [
      "of packages are listed where they are used",
      from("packages/client/src/a.ts", `import "undici"; import("@a/b/c"); import "vitest";`),
      [/@a\/b is not listed in packages\/client/, /vitest is not listed/],
    ],
    [
      "in comments and strings are none",
      from("packages/client/src/a.ts", `// import "x"\nconst a = 'import "y"';`),
      [],
    ],
    [
      "are open to what stands beside the rooms, by name",
      from("conformance/a.test.ts", `import "@noren-pay/sandbox"; import "../packages/base/src/clock.ts";`),
      [/by its name/],
    ],
    ["know every room", { "packages/attic/package.json": "{}" }, [/not in the table/]],
  ]);
});

describe("banned calls", () => {
  const room = "packages/payments/src/a.ts";
  tell(checkBanned, [
    [
      "name their replacement",
      { [room]: "a(Date.now());\nnew Date()" },
      [/:1: Date\.now: take a Clock/, /:2: new Date/],
    ],
    ["may stand in comments and strings", { [room]: `// Date.now()\nsay("Math.random")` }, []],
    ["are found inside templates", { [room]: "`${Math.random()}`" }, [/take a Random/]],
    ["do not mean a date of a given instant", { [room]: "new Date(at); date.setTime(1)" }, []],
    ["are timers too", { [room]: `setTimeout(f); import "node:timers/promises"` }, [/clock\.sleep/, /clock\.sleep/]],
    ["are system randomness too", { [room]: "randomUUID(); randomBytes(4)" }, [/ids\.next/, /random\.bytes/]],
    [
      "are TLS switches, everywhere and in strings",
      { "scripts/a.js": `env["NODE_TLS_REJECT_UNAUTHORIZED"] = "0"; f({ rejectUnauthorized: false })` },
      [/process-wide/, /certificate authority/],
    ],
    [
      "are output, but for terminals",
      { [room]: "console.log(1)", "packages/cli/src/a.ts": "console.log(1)" },
      [/logger/],
    ],
    ["are allowed in base, one file each", { "packages/base/src/clock.ts": "Date.now(); setTimeout(f)" }, []],
    ["are not allowed elsewhere in base", { "packages/base/src/ids.ts": "Date.now()" }, [/take a Clock/]],
  ]);
});

describe("dependencies", () => {
  const decided = { "docs/decisions/0001-a.md": "| saxes 6 | and `@a/b` |" };
  tell(checkDependencies, [
    [
      "are decided on",
      { ...decided, "packages/a/package.json": manifest({ saxes: "6.0.0", "@a/b": "1.0.0-beta.1" }) },
      [],
    ],
    [
      "are missed in the decisions",
      { ...decided, "package.json": manifest({ sax: "1.0.0", b: "1.0.0" }) },
      [/sax: write/, /b: write/],
    ],
    ["are pinned", { ...decided, "packages/a/package.json": manifest({ saxes: "^6.0.0" }) }, [/pin one exact/]],
    [
      "of the house are none",
      { "packages/a/package.json": manifest({ "@noren-pay/base": "*", "@types/pg": "1" }) },
      [],
    ],
  ]);
});

describe("file sizes", () => {
  const lines = (count: number) => "a\n".repeat(count);
  tell(checkSizes, [
    ["end at 400 lines", { "a.ts": lines(400), "b.ts": lines(401) }, [/b\.ts:0: 401 lines/]],
    ["do not count tables and SQL", { "a.sql": lines(900), "packages/protocol/src/tables/a.ts": lines(900) }, []],
  ]);
});

describe("error codes", () => {
  const table = `export const e = {\n  lost: { retry: "never", text: "x" },\n  found: {\n    retry: "later",\n    text: "{",\n  },\n} as const satisfies ErrorTable;`;
  const file = "packages/client/src/errors.ts";
  const docs = (...codes: string[]) =>
    `## client\n${codes.map((code) => `| \`${code}\` | ${code === "found" ? "later" : "never"} | x |`).join("\n")}`;
  tell(checkErrors, [
    [
      "mean in the docs what they mean in the table",
      { [file]: table, "docs/errors.md": docs("lost", "found").replace("| `lost` | never", "| `lost` | later") },
      [/errors\.md:2: lost is "never"/],
    ],
    ["are documented under their room", { [file]: table, "docs/errors.md": docs("lost", "found") }, []],
    [
      "are missed in the docs",
      { [file]: table, "docs/errors.md": docs("lost") },
      [/errors\.ts:3: found is not documented/],
    ],
    [
      "are missed in the tables",
      { [file]: table, "docs/errors.md": docs("lost", "found", "gone") },
      [/client has no error gone/],
    ],
    [
      "of another room do not count",
      { [file]: table, "docs/errors.md": docs("lost", "found").replace("client", "base") },
      [/lost/, /found/, /base has no/, /base has no/],
    ],
    [
      "come from tables with retry only",
      { [file]: `export const e = { a: { x: 1 } } as const satisfies Record<string, ARow>;` },
      [],
    ],
  ]);
});

describe("an operation", () => {
  const entry = (name: string) => `export const x = defineOperation({\n  name: "${name}",`;
  const complete: Files = {
    "packages/protocol/src/operations/close-authorization.ts": entry("CloseAuthorization"),
    "packages/protocol/src/operations/close-authorization.test.ts": "",
    "packages/sandbox/src/operations/close-authorization.ts": "",
    "packages/sandbox/src/operations/close-authorization.test.ts": "",
    "conformance/operations/close-authorization.test.ts": "",
    "docs/operations/close-authorization.md": "",
  };
  const without = (path: string) => Object.fromEntries(Object.entries(complete).filter(([name]) => name !== path));
  tell(checkOperations, [
    ["has six files of one name", complete, []],
    [
      "is missed in the sandbox",
      without("packages/sandbox/src/operations/close-authorization.ts"),
      [/no sandbox handler/],
    ],
    [
      "is missed in the conformance suite",
      without("conformance/operations/close-authorization.test.ts"),
      [/no conformance scenario/],
    ],
    ["is missed in the docs", without("docs/operations/close-authorization.md"), [/no docs page/]],
    [
      "lives under Amazon's name",
      { "packages/protocol/src/operations/a.ts": entry("GetA") },
      [/belongs in get-a\.ts/, /no/, /no/, /no/, /no/, /no/],
    ],
    [
      "that the sandbox does not imitate needs entry, test and docs",
      { "packages/protocol/src/operations/a.ts": `${entry("A")}\n  imitated: false,` },
      [/no test of the protocol/, /no docs page/],
    ],
  ]);
});

describe("a table", () => {
  const sql = (text: string): Files => ({ "packages/payments/sql/0001_a.sql": text });
  tell(checkSql, [
    ["belongs to a merchant", sql("create table a (merchant_id text, id text, primary key (merchant_id, id));"), []],
    ["may belong to an account", sql(`CREATE TABLE a (account_id text COLLATE "C" PRIMARY KEY, b numeric(3, 1))`), []],
    [
      "does not belong to nobody",
      sql("create table a (\n id text primary key, merchant_id text)"),
      [/:1: a: the primary key must begin/],
    ],
    ["has a primary key", sql("create table a (merchant_id text)"), [/primary key must begin/]],
    ["counts no ids", sql("create table a (merchant_id text, n bigserial, primary key (merchant_id, n))"), [/UUIDv7/]],
    [
      "refers within its owner",
      sql(
        "create table a (merchant_id text references m, b text, primary key (merchant_id, b),\n foreign key (merchant_id, b) references c (merchant_id, b))",
      ),
      [],
    ],
    [
      "does not refer across owners",
      sql("create table a (merchant_id text primary key,\n b text references c (b))"),
      [/:2: a: a foreign key/],
    ],
    ["in a comment is none", sql("-- create table a (id text primary key)"), []],
    ["may be a named exception", sql("create table pgmigrations (id serial primary key)"), []],
  ]);
});

describe("words", () => {
  tell(checkWords, [
    ["leave no work behind", { "a.ts": "// TODO: later\n// FIXME" }, [/a\.ts:1: unfinished/, /a\.ts:2: unfinished/]],
    ["name no machine", { "a.md": "see /home/me/noren and /root/x" }, [/one machine/, /one machine/]],
    ["may be addresses", { "a.md": "https://example.com/work/a ./work/b packages/payments/src/work/x" }, []],
    ["number no discussion", { "a.ts": "// see issue #12" }, [/cannot look up/]],
  ]);
});

describe("the table of rooms", () => {
  const tree = readTree(join(import.meta.dirname, "../.."));

  test("is what docs/architecture.md says", () => {
    const rows = [...(tree.get("docs/architecture.md") ?? "").matchAll(/^\| `(\w+)` \|[^|]*\|([^|]*)\|$/gm)].map(
      ([, room, mayImport = ""]) => [room, [...mayImport.matchAll(/`(\w+)`/g)].map(([, name = ""]) => name).sort()],
    );
    const table = Object.entries(rooms).map(([room, { mayImport, mayImportTypesOf = [] }]) => [
      room,
      [...mayImport, ...mayImportTypesOf].sort(),
    ]);
    expect(Object.fromEntries(rows)).toEqual(Object.fromEntries(table));
  });

  test("has no circle", () => {
    const reach = (room: string, path: string[]): void => {
      expect(path).not.toContain(room);
      for (const next of rooms[room]?.mayImport ?? []) reach(next, [...path, room]);
    };
    for (const room of Object.keys(rooms)) reach(room, []);
  });

  test("and what stands beside it is all there is", () => {
    const folders = new Set(
      [...tree.keys()].filter((path) => path.includes("/")).map((path) => path.split("/")[0] ?? ""),
    );
    const known = [...besides, "packages", ".ci"];
    expect([...folders].filter((folder) => !known.includes(folder))).toEqual([]);
  });
});
