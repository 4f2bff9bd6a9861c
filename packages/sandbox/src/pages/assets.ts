// The files that browsers get. They lie beside the package's sources as they are; Widgets.js is one function around all
// of its parts, since shops load it as a plain script and use it on the next line.
import { readFileSync } from "node:fs";
import type { Environment } from "@noren-pay/protocol";
import type { FrontAnswer } from "../http/front.ts";

const folder = new URL("../../assets/", import.meta.url);
const read = (path: string) => readFileSync(new URL(path, folder), "utf8");

/** In the order of their dependence. */
const widgetParts = [
  "here",
  "objects",
  "mediator",
  "token",
  "request",
  "authorize",
  "login",
  "picture",
  "frames",
  "button",
  "widgets",
  "query",
  "main",
];

export interface WidgetsConfiguration {
  /** The sandbox's own origin, for a page that does not load the script by its address. */
  readonly origin: string;
  readonly environment: Environment;
  readonly region: string;
}

/** Widgets.js for one environment. */
export function widgetsScript(configuration: WidgetsConfiguration): string {
  return `${widgetsHead}(function (configuration) {\n"use strict";\n${widgetsBody()}\n})(${JSON.stringify(configuration)});\n`;
}

const widgetsHead = "/* Widgets.js of the Noren sandbox. Not Amazon's: it is for tests on your own machine. */\n";
let body: string | undefined;

function widgetsBody(): string {
  body ??= widgetParts.map((name) => withoutModules(read(`widgets/${name}.js`))).join("\n");
  return body;
}

/** The parts share one function, so their imports and exports fall away. */
const withoutModules = (text: string) =>
  text.replace(/^import\s[^;]*?from\s+"\.\/[\w-]+\.js";\n/gm, "").replace(/^export /gm, "");

const types: Readonly<Record<string, string>> = { js: "text/javascript", css: "text/css" };
const pageAssets = ["pages.css", "relay.js", "widget.js", "widget-view.js"];

/** The address and the answer of every file that the pages load. */
export function pageFiles(): readonly { path: string; answer: FrontAnswer }[] {
  return pageAssets.map((name) => ({
    path: `/noren-pages/${name}`,
    answer: script(read(`pages/${name}`), types[name.split(".").at(-1) ?? ""] ?? "text/plain"),
  }));
}

/** A text file that may be kept, but is asked for again each time: a sandbox is restarted with other files. */
export const script = (text: string, type = "text/javascript"): FrontAnswer => ({
  status: 200,
  headers: {
    "content-type": `${type}; charset=utf-8`,
    "cache-control": "no-cache",
    "x-content-type-options": "nosniff",
  },
  body: text,
});
