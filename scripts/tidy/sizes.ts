import { type Finding, isCode, type Tree } from "./tree.ts";

const linesMax = 400;

/** Files that may be longer, each with its reason. SQL is never counted. */
const longer: readonly { readonly path: RegExp; readonly reason: string }[] = [
  { path: /^packages\/protocol\/src\/tables\//, reason: "tables of Amazon's facts" },
  { path: /^packages\/protocol\/src\/corpus\//, reason: "samples written down from documents" },
  { path: /\/words(\.\w+)?\.ts$|\/words\//, reason: "texts in two languages" },
];

/** A file of more than 400 lines hides something that deserves a name. */
export function checkSizes(tree: Tree): Finding[] {
  return [...tree].flatMap(([path, text]) => {
    const lines = text.split("\n").length - 1;
    if (!isCode(path) || lines <= linesMax || longer.some((each) => each.path.test(path))) return [];
    return [{ path, line: 0, problem: `${lines} lines; more than ${linesMax}: split it by what it knows` }];
  });
}
