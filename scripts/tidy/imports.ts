import { posix } from "node:path";
import { blank } from "./blank.ts";
import { roomOfPackage, rooms, testRoom } from "./rooms.ts";
import { type Finding, isCode, isTest, lineAt, type Tree } from "./tree.ts";

interface Import {
  readonly specifier: string;
  readonly typeOnly: boolean;
  readonly line: number;
}

interface Importer {
  readonly path: string;
  readonly folder: string;
  readonly room: string | undefined;
  /** Packages that its package.json (in a test: the root's too) lists. */
  readonly listed: ReadonlySet<string>;
}

/** Rooms import each other by the table, by name, through the door; and everybody lists what he uses. */
export function checkImports(tree: Tree): Finding[] {
  return [
    ...unknownRooms(tree),
    ...[...tree].flatMap(([path, text]) => (isCode(path) ? checkFile(tree, path, text) : [])),
  ];
}

function unknownRooms(tree: Tree): Finding[] {
  return [...tree.keys()]
    .filter((path) => /^packages\/[^/]+\/package\.json$/.test(path) && !rooms[path.split("/")[1] ?? ""])
    .map((path) => ({ path, line: 0, problem: "this room is not in the table of scripts/tidy/rooms.ts" }));
}

function checkFile(tree: Tree, path: string, text: string): Finding[] {
  const [top = "", name = ""] = path.split("/");
  const inWorkspace = top === "packages" || top === "examples";
  const folder = inWorkspace ? `${top}/${name}` : top;
  const isSource = inWorkspace && path.startsWith(`${folder}/src/`) && !isTest(path);
  const importer: Importer = {
    path,
    folder,
    room: top === "packages" ? name : undefined,
    listed: new Set([
      ...listedIn(tree.get(`${folder}/package.json`)),
      ...(isSource ? [] : listedIn(tree.get("package.json"))),
    ]),
  };
  return importsOf(text).flatMap((each) => {
    const problem = problemOf(importer, each);
    return problem ? [{ path, line: each.line, problem }] : [];
  });
}

function problemOf(importer: Importer, { specifier, typeOnly }: Import): string | undefined {
  if (specifier.startsWith("node:")) return undefined;
  // An address of the site, in a script that a browser loads.
  if (specifier.startsWith("/") && /\/(public|assets)\//.test(importer.path)) return undefined;
  if (specifier.startsWith(".")) {
    const target = posix.join(posix.dirname(importer.path), specifier);
    const leaves = importer.room !== undefined && !target.startsWith(`${importer.folder}/`);
    const entersRoom = importer.room === undefined && target.startsWith("packages/");
    return leaves || entersRoom ? `import the room by its name, not by the path ${specifier}` : undefined;
  }
  const imported = roomOfPackage(specifier);
  if (!imported) return problemOfPackage(importer, specifier);
  // Bundles and styles that a package.json exports by name are a door too; sources are not.
  if (/^(src|dist)\b|\.ts$/.test(imported.deep)) return `import ${specifier} through its door, not deep inside`;
  return importer.room === undefined ? undefined : problemOfRoom(importer, importer.room, imported.room, typeOnly);
}

function problemOfRoom({ path }: Importer, from: string, to: string, typeOnly: boolean): string | undefined {
  if (from === to) return "a room does not import its own door";
  if (to === testRoom) return isTest(path) || isTestSupport(path) ? undefined : `only tests import ${testRoom}`;
  const row = rooms[from];
  if (!row || row.mayImport.includes(to)) return undefined;
  if (row.mayImportTypesOf?.includes(to))
    return typeOnly ? undefined : `${from} may import types only from ${to}: use import type`;
  return `${from} may not import ${to} (scripts/tidy/rooms.ts)`;
}

/** What a room's tests share stands beside its `src`. */
const isTestSupport = (path: string) => /^packages\/[^/]+\/test/.test(path);

function problemOfPackage({ listed, folder }: Importer, specifier: string): string | undefined {
  const name = specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
  if (listed.has(name) || listed.has(`@types/${name}`)) return undefined;
  return `${name} is not listed in ${folder}/package.json`;
}

function listedIn(manifest: string | undefined): string[] {
  if (!manifest) return [];
  const parts = JSON.parse(manifest) as Record<string, Record<string, string> | undefined>;
  return ["dependencies", "devDependencies", "optionalDependencies", "peerDependencies"].flatMap((part) =>
    Object.keys(parts[part] ?? {}),
  );
}

const statement =
  /\b(import|export)\s+(type\s+)?(?:[\w*$\s{},]+?\bfrom\s*)?(["'])([^"'\n]+)\3|\bimport\s*\(\s*(["'])([^"'\n]+)\5\s*\)/g;

/** Imports of a file; text in comments and in strings is none. */
export function importsOf(text: string): Import[] {
  const { withStrings, codeOnly } = blank(text);
  return [...withStrings.matchAll(statement)]
    .filter((match) => /^(import|export)/.test(codeOnly.slice(match.index)))
    .map((match) => ({
      specifier: match[4] ?? match[6] ?? "",
      typeOnly: match[2] !== undefined,
      line: lineAt(text, match.index),
    }));
}
