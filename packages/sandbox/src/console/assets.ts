import { readdirSync, readFileSync } from "node:fs";
import type { FrontAnswer } from "../http/front.ts";
import { script } from "../pages/assets.ts";

const folder = new URL("../../assets/console/", import.meta.url);

/** Where the console's files are served. */
export const consoleFilesPath = "/console/files";

/** The address and the answer of every file that the console loads. */
export function consoleFiles(): readonly { path: string; answer: FrontAnswer }[] {
  return readdirSync(folder)
    .filter((name) => /\.(js|css)$/.test(name))
    .map((name) => ({
      path: `${consoleFilesPath}/${name}`,
      answer: script(readFileSync(new URL(name, folder), "utf8"), name.endsWith(".css") ? "text/css" : undefined),
    }));
}
