import { type Finding, findAll, type Tree } from "./tree.ts";

/** Words that have no place in what is committed. */
const unwanted: readonly { readonly pattern: RegExp; readonly problem: string }[] = [
  { pattern: /\b(?:TODO|FIXME)\b/g, problem: "unfinished work: finish it, or file it where work is planned" },
  { pattern: /(?<![\w./-])\/(?:work|root|home\/\w+|Users\/\w+)\/[\w.-]/g, problem: "a path of one machine" },
  {
    pattern: /https?:\/\/(?:localhost|127\.0\.0\.1|[\w.-]+):\d+\/(?:npm|registry|simple)\b/g,
    problem: "the address of one workplace's registry",
  },
  {
    pattern: /\bregistry\.(?:npmjs|yarnpkg)\.[a-z]+/g,
    problem: "a registry's host: npm's own configuration decides that",
  },
  {
    pattern: /(?<![\w/])(?:issue|PR|pull request) #?\d+\b/gi,
    problem: "a number that readers cannot look up: say the reason itself",
  },
];

const exempt = /^(scripts\/tidy\/|LICENSE$|package-lock\.json$)/;

export function checkWords(tree: Tree): Finding[] {
  return [...tree].flatMap(([path, text]) =>
    exempt.test(path) ? [] : unwanted.flatMap(({ pattern, problem }) => findAll(path, text, pattern, problem)),
  );
}
