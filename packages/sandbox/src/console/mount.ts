// The console: pages for a person who holds the sandbox in hand. The server gives shells with words and tables; small
// modules in the browser fill them from the admin API, so that a page shows nothing that the API does not know.
import type { Front, FrontAnswer, FrontRequest } from "../http/front.ts";
import { headerOf, page } from "../pages/answers.ts";
import { consoleFiles } from "./assets.ts";
import { languageOf, rememberedLanguage } from "./language.ts";
import { shell } from "./layout.ts";
import { type ConsolePage, consolePages } from "./pages.ts";

/** Adds the console's pages below `/console`, and their files. */
export function mountConsole(front: Front): void {
  for (const { path, answer } of consoleFiles()) front.route("GET", path, () => answer);
  for (const each of consolePages) {
    front.route("GET", each.path, (request) => show(each, request));
    if (each.path === "/console") front.route("GET", "/console/", (request) => show(each, request));
  }
}

function show(each: ConsolePage, request: FrontRequest): FrontAnswer {
  const asked = new URLSearchParams(request.query).get("language");
  const language = languageOf(asked, headerOf(request, "cookie"), headerOf(request, "accept-language"));
  const answer = page(200, shell(each, language, request.parameters.id));
  return asked === null
    ? answer
    : { ...answer, headers: { ...answer.headers, "set-cookie": rememberedLanguage(language) } };
}
