// The query form, on the wire in both directions. Reading keeps the bytes as they came, because they are what was signed.
import { isUtf8 } from "node:buffer";
import { ProtocolError } from "../errors.ts";
import { encode, isUnreservedByte } from "./signature.ts";

export interface FormParameter {
  readonly name: string;
  /** UTF-8; where the bytes are not UTF-8, each byte is one Latin-1 character. */
  readonly value: string;
  /** `name=value` encoded again from the very bytes, as signing wants it. */
  readonly canonical: string;
}

export const formParametersMax = 500;

/**
 * Reads a query or a form body. `raw`: one character per byte (`latin1`); in well-formed forms all are ASCII. `+` is a
 * space; a name without `=` has an empty value; empty parts are skipped.
 * Throws ProtocolError `malformedForm` on a broken escape, an empty name, or more than `parametersMax` parameters.
 */
export function parseForm(raw: string, parametersMax = formParametersMax): FormParameter[] {
  const parameters: FormParameter[] = [];
  const bytes = bytewise(raw);
  for (let start = 0; start < bytes.length; ) {
    let end = bytes.indexOf("&", start);
    if (end < 0) end = bytes.length;
    if (end > start) {
      if (parameters.length >= parametersMax) throw new ProtocolError("malformedForm", "too many parameters");
      parameters.push(parameterOf(bytes.slice(start, end)));
    }
    start = end + 1;
  }
  return parameters;
}

function parameterOf(part: string): FormParameter {
  const equals = part.indexOf("=");
  const name = component(equals < 0 ? part : part.slice(0, equals));
  if (name.value === "") throw new ProtocolError("malformedForm", "a parameter has no name");
  const value = equals < 0 ? empty : component(part.slice(equals + 1));
  return { name: name.value, value: value.value, canonical: `${name.canonical}=${value.canonical}` };
}

interface Component {
  readonly value: string;
  readonly canonical: string;
}
const empty: Component = { value: "", canonical: "" };

function component(text: string): Component {
  let i = 0;
  while (i < text.length && isUnreservedByte(text.charCodeAt(i))) i++;
  if (i === text.length) return { value: text, canonical: text };
  let bytes = text.slice(0, i);
  let canonical = bytes;
  let ascii = true;
  for (; i < text.length; i++) {
    let code = text.charCodeAt(i);
    if (code === 43)
      code = 32; // `+` is a space.
    else if (code === 37) {
      code = (hexDigit(text.charCodeAt(i + 1)) << 4) | hexDigit(text.charCodeAt(i + 2));
      if (code < 0) throw new ProtocolError("malformedForm", "a percent escape is broken");
      i += 2;
    }
    if (code > 127) ascii = false;
    bytes += String.fromCharCode(code);
    canonical += canonicalByte[code];
  }
  return { value: ascii ? bytes : decode(bytes), canonical };
}

const canonicalByte = Array.from({ length: 256 }, (_, code) =>
  isUnreservedByte(code) ? String.fromCharCode(code) : `%${code.toString(16).toUpperCase().padStart(2, "0")}`,
);

/** A value of 0 to 15, or -1, which makes the whole byte negative. */
function hexDigit(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  if (code >= 65 && code <= 70) return code - 55;
  if (code >= 97 && code <= 102) return code - 87;
  return -1;
}

function decode(bytes: string): string {
  const buffer = Buffer.from(bytes, "latin1");
  return isUtf8(buffer) ? buffer.toString("utf8") : bytes;
}

/** A text that was already decoded from UTF-8 shows itself by a character above one byte. */
function bytewise(raw: string): string {
  for (let i = 0; i < raw.length; i++) if (raw.charCodeAt(i) > 255) return Buffer.from(raw, "utf8").toString("latin1");
  return raw;
}

/** Writes pairs as a form body or a query: a space is `%20`, never `+`. */
export function formatForm(pairs: Iterable<readonly [string, string]>): string {
  let form = "";
  for (const [name, value] of pairs) form += `${form === "" ? "" : "&"}${encode(name)}=${encode(value)}`;
  return form;
}
