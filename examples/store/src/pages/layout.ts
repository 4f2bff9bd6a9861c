import { html, type Markup, raw } from "../html.ts";
import { type Language, say } from "../words.ts";

export interface PageOptions {
  readonly language: Language;
  readonly title: string;
  readonly cartCount: number;
  /** Module scripts of the shop, by file name. */
  readonly scripts?: readonly string[];
  /** Path of this page, for the language switch. */
  readonly path: string;
}

export function layout(options: PageOptions, body: Markup): string {
  const { language } = options;
  const other = language === "ja" ? "en" : "ja";
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${options.title} — ${say(language, "shop")}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/public/store.css">
${(options.scripts ?? []).map((name) => html`<script type="module" src="/public/${name}"></script>`)}
</head>
<body>
<header class="top">
<a class="brand" href="/">${mark}<span>${say(language, "shop")}</span></a>
<nav aria-label="${say(language, "cart")}">
<a href="/language/${other}?back=${encodeURIComponent(options.path)}" lang="${other}" hreflang="${other}">${say(language, "language")}</a>
<a class="cart-link" href="/cart">${say(language, "cart")} <span class="count">${options.cartCount}</span></a>
</nav>
</header>
<main>
<h1>${options.title}</h1>
${body}
</main>
<footer>${say(language, "demo")}</footer>
</body>
</html>
`.markup;
}

const mark = raw(
  '<svg viewBox="0 0 32 32" width="32" height="32" aria-hidden="true"><rect x="1" y="4" width="30" height="3" rx="1.5" fill="#8a6d4b"/><path d="M3 8h8v20H3zM12 8h8v20h-8zM21 8h8v20h-8z" fill="#27496d"/></svg>',
);
