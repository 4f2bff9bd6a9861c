import type { Language } from "../../pages/language.ts";
import { en } from "./en.ts";
import { ja } from "./ja.ts";

/** The same names, with any words. */
type Spoken<T> = { readonly [K in keyof T]: T[K] extends string ? string : Spoken<T[K]> };
/** Everything the console says in one language. A `{name}` is filled in by the page. */
export type ConsoleWords = Spoken<typeof en>;

export const consoleWords: Readonly<Record<Language, ConsoleWords>> = { ja, en };
