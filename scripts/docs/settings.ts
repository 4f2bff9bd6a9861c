/** A setting of the sandbox that stands for something no source confirms. */
export interface UnconfirmedSetting {
  readonly name: string;
  readonly says: string;
}

const member = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*readonly (\w+)\??:/g;

/** The members of `interface Settings` whose comment holds `[U]`, `[U for Japan]` and the like. */
export function unconfirmedSettings(source: string): UnconfirmedSetting[] {
  const [body = ""] = /interface Settings \{[\s\S]*?\n\}/.exec(source) ?? [];
  return [...body.matchAll(member)].flatMap(([, comment = "", name = ""]) => {
    const text = comment.replaceAll(/\s*\n\s*\*?\s*/g, " ").trim();
    return /\[U\b/.test(text) ? [{ name, says: said(text) }] : [];
  });
}

/** The mark in words: it is the reason why the setting is listed, unless it says more. */
const said = (text: string): string =>
  text
    .replaceAll(/\[U\] (?=[a-z])/g, "Unconfirmed ")
    .replaceAll(/\s*\[U\]/g, "")
    .replaceAll(/\[U:? ([^\]]+)\]/g, "($1)");
