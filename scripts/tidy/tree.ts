import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A repository's text files: path from its root, with forward slashes, to content. Checks are functions of it. */
export type Tree = ReadonlyMap<string, string>;

/** Something that a check objects to. `line` is counted from 1; 0 means the file as a whole. */
export interface Finding {
  readonly path: string;
  readonly line: number;
  readonly problem: string;
}

export type Check = (tree: Tree) => Finding[];

const skippedFolders = new Set(["node_modules", "dist", ".git", ".noren", "artifacts", "generated"]);
const textFile = /\.(ts|tsx|js|mjs|cjs|json|md|sql|css|html|ya?ml|sh)$|^(LICENSE|\.gitignore|\.npmrc|run)$/;
const skippedFiles = new Set(["package-lock.json"]);

/** Reads the tree below `root`. */
export function readTree(root: string): Tree {
  const tree = new Map<string, string>();
  const visit = (folder: string) => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = folder ? `${folder}/${entry.name}` : entry.name;
      if (entry.isDirectory()) {
        if (!skippedFolders.has(entry.name)) visit(path);
      } else if (entry.isFile() && textFile.test(entry.name) && !skippedFiles.has(entry.name)) {
        tree.set(path, readFileSync(join(root, path), "utf8"));
      }
    }
  };
  visit("");
  return tree;
}

export const isCode = (path: string) => /\.(ts|tsx|js|mjs|cjs)$/.test(path);
/** A contract is a suite that the tests of several implementations run. */
export const isTest = (path: string) => /\.test\.tsx?$|\/contract(\/[\w-]+)?\.ts$/.test(path);

/** The line, from 1, on which `offset` stands. */
export const lineAt = (text: string, offset: number) => text.slice(0, offset).split("\n").length;

/** The findings of a pattern over one file's text. */
export function findAll(path: string, text: string, pattern: RegExp, problem: string): Finding[] {
  return [...text.matchAll(pattern)].map((match) => ({ path, line: lineAt(text, match.index), problem }));
}
