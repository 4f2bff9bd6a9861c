// Signature Version 2 of the MWS-style API. Source: MWS developer guide, Signing a query request; checked against the
// vectors of Amazon's Java, Python and Ruby SDKs in the test beside this file.
import { createHmac } from "node:crypto";
import type { Instant } from "@noren-pay/base";
import { apiVersion } from "../tables/regions.ts";
import { formatTimestamp } from "./timestamp.ts";

export type SignatureMethod = "HmacSHA256" | "HmacSHA1";
export const signatureMethods = ["HmacSHA256", "HmacSHA1"] as const satisfies readonly SignatureMethod[];

const escapedByHand: Readonly<Record<string, string>> = {
  "!": "%21",
  "'": "%27",
  "(": "%28",
  ")": "%29",
  "*": "%2A",
};

/** Percent-encodes UTF-8 by RFC 3986: only letters, digits and `-_.~` stay. A lone surrogate becomes U+FFFD. */
export function encode(text: string): string {
  if (isUnreserved(text)) return text;
  let encoded: string;
  try {
    encoded = encodeURIComponent(text);
  } catch {
    encoded = encodeURIComponent(Buffer.from(text, "utf8").toString("utf8"));
  }
  return encoded.replace(/[!'()*]/g, (character) => escapedByHand[character] ?? character);
}

function isUnreserved(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (!isUnreservedByte(text.charCodeAt(i))) return false;
  return true;
}

/** Whether the character (or byte) stands for itself in a canonical query. */
export function isUnreservedByte(code: number): boolean {
  return (
    (code >= 97 && code <= 122) || // a-z
    (code >= 48 && code <= 57) || // 0-9
    (code >= 65 && code <= 90) || // A-Z
    code === 45 || // -
    code === 46 || // .
    code === 95 || // _
    code === 126 // ~
  );
}

interface SignedAt {
  readonly method: string;
  /** As the client sent it; lower-cased here. A default port must have been left out by the caller. */
  readonly host: string;
  /** As requested, a trailing slash included; an empty one becomes `/`. */
  readonly path: string;
}

/** The text that is signed. `Signature` is left out; the order of `parameters` does not matter. */
export function stringToSign(request: SignedAt & { parameters: Iterable<readonly [string, string]> }): string {
  const canonical: string[] = [];
  for (const [name, value] of request.parameters) canonical.push(`${encode(name)}=${encode(value)}`);
  return stringToSignOf({ ...request, canonical });
}

/** As `stringToSign`, from pairs that are already canonical: `name=value`, each percent-encoded. */
export function stringToSignOf(request: SignedAt & { canonical: readonly string[] }): string {
  const pairs: { name: string; pair: string }[] = [];
  for (const pair of request.canonical) {
    const name = pair.slice(0, Math.max(0, pair.indexOf("=")));
    if (name !== "Signature") pairs.push({ name: name.includes("%") ? bytesOf(name) : name, pair });
  }
  pairs.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  const query = pairs.map(({ pair }) => pair).join("&");
  return `${request.method}\n${request.host.toLowerCase()}\n${request.path || "/"}\n${query}`;
}

/** One character per byte, so that comparing texts compares bytes. */
const bytesOf = (encoded: string) =>
  encoded.replace(/%([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

/** The signature in base64. */
export function sign(text: string, secretKey: string, method: SignatureMethod = "HmacSHA256"): string {
  return createHmac(method === "HmacSHA1" ? "sha1" : "sha256", secretKey)
    .update(text)
    .digest("base64");
}

export interface CommonParameters {
  readonly accessKey: string;
  readonly sellerId: string;
  readonly operation: string;
  /** Wall time. */
  readonly timestamp: Instant;
  /** Only when acting for another seller. */
  readonly mwsAuthToken?: string | undefined;
  readonly signatureMethod?: SignatureMethod;
}

/** The parameters that every call carries, but for `Signature`. */
export function commonParameters(common: CommonParameters): [string, string][] {
  const parameters: [string, string][] = [
    ["AWSAccessKeyId", common.accessKey],
    ["Action", common.operation],
    ["SellerId", common.sellerId],
    ["SignatureMethod", common.signatureMethod ?? "HmacSHA256"],
    ["SignatureVersion", "2"],
    ["Timestamp", formatTimestamp(common.timestamp)],
    ["Version", apiVersion],
  ];
  if (common.mwsAuthToken) parameters.push(["MWSAuthToken", common.mwsAuthToken]);
  return parameters;
}
