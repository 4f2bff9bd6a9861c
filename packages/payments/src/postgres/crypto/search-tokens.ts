// Search over sealed personal data: HMAC tokens of the exact mail and phone, and of each two neighbouring characters of
// a name. What they leak is written down in docs/security-data.md.
import type { PersonalData } from "../../model/snapshots.ts";

type Tokenize = (text: string) => Buffer;

export const normalizedMail = (text: string): string => text.normalize("NFKC").trim().toLowerCase();

/** Digits only; Japan's +81 becomes the 0 that people write. */
export function normalizedPhone(text: string): string {
  const plain = text.normalize("NFKC").replace(/[^\d+]/g, "");
  return plain.replace(/^\+810?/, "0").replace(/\D/g, "");
}

/** NFKC, lower case, without white space, hiragana as katakana: how one name is written differs in just these. */
export const normalizedName = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\s/g, "")
    .replace(/[ぁ-ゖ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60));

/** The tokens stored with a buyer's data. */
export function tokensOf(data: PersonalData, token: Tokenize): Buffer[] {
  const words = new Set<string>();
  if (data.email) words.add(mailWord(data.email));
  for (const phone of [data.phone, data.address?.phone]) if (phone) words.add(phoneWord(phone));
  for (const name of namesOf(data)) for (const bigram of bigramsOf(name)) words.add(bigram);
  return [...words].map(token);
}

/** The tokens of which every one must be there; empty when the text is too short to be looked up. */
export function searchedTokens(search: string, token: Tokenize): Buffer[] {
  if (search.includes("@")) return [token(mailWord(search))];
  if (isPhone(search)) return [token(phoneWord(search))];
  return bigramsOf(normalizedName(search)).map(token);
}

/** Whether the data really holds what was searched for: two names may share all bigrams. */
export function holds(data: PersonalData, search: string): boolean {
  if (search.includes("@")) return data.email !== undefined && mailWord(data.email) === mailWord(search);
  if (isPhone(search))
    return [data.phone, data.address?.phone].some((phone) => phone && phoneWord(phone) === phoneWord(search));
  return namesOf(data).some((name) => name.includes(normalizedName(search)));
}

const mailWord = (mail: string) => `mail|${normalizedMail(mail)}`;
const phoneWord = (phone: string) => `phone|${normalizedPhone(phone)}`;
const isPhone = (text: string) => /^[\d\s()+-]{6,}$/.test(text.normalize("NFKC"));

const namesOf = (data: PersonalData): string[] =>
  [data.name, data.address?.name].flatMap((name) => (name ? [normalizedName(name)] : []));

function bigramsOf(name: string): string[] {
  const characters = [...name];
  return characters.slice(1).map((character, at) => `name|${characters[at]}${character}`);
}
