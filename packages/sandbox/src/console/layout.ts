// The shell of a console page: curtain, clock, navigation, an empty stage, and the data its module reads.
import { type Html, html, jsonBlock } from "../pages/html.ts";
import type { Language } from "../pages/language.ts";
import { notAmazon } from "../pages/layout.ts";
import { consoleFilesPath } from "./assets.ts";
import { type ConsolePage, navigation } from "./pages.ts";
import { tablesOf } from "./tables.ts";
import { consoleWords } from "./words/words.ts";

const languageNames = { ja: "日本語", en: "English" } as const satisfies Record<Language, string>;

/** The document of `page`. `id`: what its address names. */
export function shell(page: ConsolePage, language: Language, id: string | undefined): Html {
  const words = consoleWords[language];
  const title = words.titles[page.name];
  return html`<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – ${notAmazon[language]}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/noren-pages/pages.css">
${["console.css", "controls.css", "object.css"].map(
  (name) => html`<link rel="stylesheet" href="${consoleFilesPath}/${name}">
`,
)}
</head>
<body class="console"${id === undefined ? undefined : html` data-id="${id}"`}>
<a class="skip" href="#stage">${words.common.skip}</a>
<header class="bar">
<div class="brand"><a class="flag" href="/"><span aria-hidden="true">の</span><span aria-hidden="true">れ</span><span aria-hidden="true">ん</span><span class="visually-hidden">Noren</span></a>
<p>${notAmazon[language]}</p>
<a class="bar-clock" id="bar-clock" href="/console"><span class="visually-hidden">${words.common.businessTime}</span><time>–</time></a>
${languages(language)}</div>
<nav aria-label="${words.common.navigation}"><ul>${navigation.map((name) => entry(name, page, words.titles[name]))}</ul></nav>
</header>
<main id="stage" tabindex="-1"><h1>${title}</h1>
<div id="notes"></div>
<div id="away"></div>
<div id="view" aria-busy="true"><p class="quiet waiting">${words.common.loading}</p></div>
<noscript><p class="problem">${words.common.noScript}</p></noscript></main>
${jsonBlock("words", words)}
${jsonBlock("tables", tablesOf(language))}
<script type="module" src="${consoleFilesPath}/${page.name}.js"></script>
</body>
</html>
`;
}

function entry(name: (typeof navigation)[number], page: ConsolePage, title: string): Html {
  const here = (page.under ?? page.name) === name;
  const path = name === "overview" ? "/console" : `/console/${name}`;
  return html`<li><a href="${path}"${here ? html` aria-current="page"` : undefined}>${title}</a></li>`;
}

const languages = (language: Language): Html =>
  html`<p class="languages">${(["ja", "en"] as const).map((each) =>
    each === language
      ? html`<span aria-current="true" lang="${each}">${languageNames[each]}</span>`
      : html`<a href="?language=${each}" lang="${each}" hreflang="${each}">${languageNames[each]}</a>`,
  )}</p>`;
