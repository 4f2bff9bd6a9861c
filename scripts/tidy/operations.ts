import type { Finding, Tree } from "./tree.ts";

const folder = "packages/protocol/src/operations/";

/** The files of an operation, all under its one name, and what is said when one is missing. */
const files: readonly { readonly what: string; readonly exists: (tree: Tree, name: string) => boolean }[] = [
  { what: "test of the protocol entry", exists: (tree, name) => tree.has(`${folder}${name}.test.ts`) },
  { what: "sandbox handler", exists: (tree, name) => tree.has(`packages/sandbox/src/operations/${name}.ts`) },
  {
    what: "test of the sandbox handler",
    exists: (tree, name) => tree.has(`packages/sandbox/src/operations/${name}.test.ts`),
  },
  {
    what: "conformance scenario",
    exists: (tree, name) =>
      [...tree.keys()].some((path) => path.startsWith("conformance/") && path.endsWith(`/${name}.test.ts`)),
  },
  { what: "docs page", exists: (tree, name) => tree.has(`docs/operations/${name}.md`) },
];

/** One operation, one name: CloseAuthorization lives in close-authorization.ts everywhere. */
export function checkOperations(tree: Tree): Finding[] {
  return [...tree].flatMap(([path, text]) => {
    if (!path.startsWith(folder) || path.endsWith(".test.ts")) return [];
    const name = path.slice(folder.length).replace(/\.ts$/, "");
    const amazonName = /\bdefineOperation\(\{\s*name: "(\w+)"/.exec(text)?.[1];
    if (!amazonName) return [{ path, line: 0, problem: "this folder holds operations only, each with a literal name" }];
    const misnamed = kebab(amazonName) === name ? [] : [`${amazonName} belongs in ${kebab(amazonName)}.ts`];
    const missing = files
      .filter(
        ({ exists, what }) => !(imitatedElsewhere(text) && /sandbox|conformance/.test(what)) && !exists(tree, name),
      )
      .map(({ what }) => `${amazonName} has no ${what}`);
    return [...misnamed, ...missing].map((problem) => ({ path, line: 0, problem }));
  });
}

/** An operation that the sandbox does not imitate says so in its row. */
const imitatedElsewhere = (text: string) => /\bimitated: false\b/.test(text);

const kebab = (name: string) => name.replaceAll(/(?<=[a-z0-9])(?=[A-Z])/g, "-").toLowerCase();
