/** Text that is markup already, and is not escaped again. */
export interface Html {
  readonly html: string;
}

type Part = Html | string | number | undefined | false | readonly Part[];

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Makes text safe inside elements and inside quoted attributes. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (letter) => escapes[letter] ?? letter);

/** A template whose values are escaped, unless they are markup made by this same function. Lists are joined. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return { html: strings.reduce((made, text, i) => made + written(parts[i - 1]) + text) };
}

/** JSON for a data block; `<` is written so that no text in it can end the block. */
export const jsonBlock = (id: string, value: unknown): Html => ({
  html: `<script type="application/json" id="${escapeHtml(id)}">${JSON.stringify(value).replace(/</g, "\\u003c")}</script>`,
});

function written(part: Part): string {
  if (part === undefined || part === false) return "";
  if (Array.isArray(part)) return part.map(written).join("");
  return typeof part === "object" ? (part as Html).html : escapeHtml(String(part));
}
