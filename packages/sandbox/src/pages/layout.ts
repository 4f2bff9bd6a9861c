import { type Html, html, jsonBlock } from "./html.ts";
import type { Language } from "./language.ts";

export const notAmazon = {
  ja: "Noren サンドボックス(Amazonではありません)",
  en: "Noren sandbox, not Amazon",
} as const satisfies Record<Language, string>;

interface Document {
  readonly language: Language;
  readonly title: string;
  readonly body: Html;
  readonly wide?: boolean;
  /** Files under /noren-pages/. */
  readonly script?: string;
}

/** A whole page under the curtain: sign-in, consent, errors. */
export function wholePage({ language, title, body, wide = false, script }: Document): Html {
  return html`<!doctype html>
<html lang="${language}">
<head>${head(title, language)}${script ? scriptTag(script) : undefined}</head>
<body>
<header><div class="curtain" aria-hidden="true"><span>の</span><span>れ</span><span>ん</span></div>
<p class="not-amazon">${notAmazon[language]}</p></header>
<main class="sheet${wide ? " wide" : ""}">${body}</main>
</body>
</html>
`;
}

interface WidgetDocument extends Omit<Document, "wide"> {
  /** Attributes `data-…` of the body, which the widget's script reads. */
  readonly data: Readonly<Record<string, string | undefined>>;
  readonly words: unknown;
}

/** A widget's page, for a small frame inside a shop's page. */
export function widgetPage({ language, title, body, data, words, script }: WidgetDocument): Html {
  const attributes = Object.entries(data)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => html` data-${name}="${value}"`);
  return html`<!doctype html>
<html lang="${language}">
<head>${head(title, language)}</head>
<body class="widget"${attributes}>
<header class="strip"><h1>${title}</h1><p lang="${language}">${notAmazon[language]}</p></header>
<main tabindex="0" aria-label="${title}">${body}</main>
${jsonBlock("words", words)}${script ? scriptTag(script) : undefined}
</body>
</html>
`;
}

const head = (title: string, language: Language): Html => html`<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – ${notAmazon[language]}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/noren-pages/pages.css">`;

const scriptTag = (name: string): Html => html`<script type="module" src="/noren-pages/${name}"></script>`;
