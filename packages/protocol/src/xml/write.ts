import { ProtocolError } from "../errors.ts";

/** Whether XML 1.0 can carry every character of `text`: no controls but tab, LF and CR, no lone surrogate. */
export function isXmlText(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 32 ? code !== 9 && code !== 10 && code !== 13 : code >= 0xd800) {
      if (code < 32 || code >= 0xfffe) return false;
      if (code <= 0xdfff) {
        const next = text.charCodeAt(i + 1);
        if (code > 0xdbff || !(next >= 0xdc00 && next <= 0xdfff)) return false;
        i++;
      }
    }
  }
  return true;
}

/**
 * Escapes text for an element's content. CR is written as a reference, because readers turn a bare one into LF.
 * Throws ProtocolError `unwritableText`.
 */
export function escapeText(text: string): string {
  let plain = true;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    // Above the surrogates only U+FFFE and U+FFFF are special; Japanese text passes here unharmed.
    if (code === 38 || code === 60 || code === 62 || (code < 32 && code !== 10 && code !== 9) || code >= 0xd800) {
      plain = false;
      break;
    }
  }
  return plain ? text : escapeSpecial(text);
}

function escapeSpecial(text: string): string {
  if (!isXmlText(text)) throw new ProtocolError("unwritableText", "a control character or half a character");
  return text.replace(/[&<>\r]/g, (character) => escapes[character] ?? character);
}

const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;" };

/** One element with text; self-closed without white space when the text is empty. `name` is trusted. */
export const textElement = (name: string, text: string): string =>
  text === "" ? `<${name}/>` : `<${name}>${escapeText(text)}</${name}>`;
