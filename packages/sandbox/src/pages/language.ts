/** The languages of the sandbox's pages. */
export type Language = "ja" | "en";

/**
 * Which language to show: the one asked for ("ja-JP", "en-GB"), else the first of Accept-Language that we have.
 * Another language than the two gets English; nothing said at all gets Japanese.
 */
export function chooseLanguage(asked: string | null | undefined, acceptLanguage: string | undefined): Language {
  if (asked) return isJapanese(asked) ? "ja" : "en";
  const wished = (acceptLanguage ?? "")
    .split(",")
    .map(readWish)
    .filter((wish) => wish.quality > 0)
    .sort((a, b) => b.quality - a.quality);
  if (wished.length === 0) return "ja";
  const known = wished.find((wish) => isJapanese(wish.tag) || /^en\b/i.test(wish.tag));
  return known && isJapanese(known.tag) ? "ja" : "en";
}

const isJapanese = (tag: string) => /^ja\b/i.test(tag.trim());

function readWish(part: string): { tag: string; quality: number } {
  const [tag = "", ...options] = part.trim().split(";");
  const quality = options.map((option) => /^\s*q=([\d.]+)\s*$/.exec(option)?.[1]).find((q) => q !== undefined);
  return { tag, quality: tag === "" || tag === "*" ? 0 : quality === undefined ? 1 : Number(quality) };
}
