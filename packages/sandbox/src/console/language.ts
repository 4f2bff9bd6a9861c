import { chooseLanguage, type Language } from "../pages/language.ts";

/** Cookies ignore ports: the name tells the sandbox's console from the shop's and the back office's. */
const cookieName = "noren-sandbox-console-language";
const yearSeconds = 366 * 86_400;

/** The language asked for, else the one remembered, else the browser's. */
export function languageOf(
  asked: string | null,
  cookies: string | undefined,
  acceptLanguage: string | undefined,
): Language {
  const remembered = new RegExp(`(?:^|; *)${cookieName}=(ja|en)(?:;|$)`).exec(cookies ?? "")?.[1];
  return chooseLanguage(asked || remembered, acceptLanguage);
}

/** The header that has the browser remember a choice. */
export const rememberedLanguage = (language: Language): string =>
  `${cookieName}=${language}; Path=/console; Max-Age=${yearSeconds}; SameSite=Lax`;
