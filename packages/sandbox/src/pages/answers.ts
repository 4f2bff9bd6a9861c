import type { FrontAnswer, FrontRequest } from "../http/front.ts";
import type { Html } from "./html.ts";

/** What a page may do beyond showing itself. */
export interface PageRights {
  /** Origins that may frame it. Nobody, when left out. */
  readonly framedBy?: readonly string[];
  /** An origin that its forms lead to in the end; browsers hold redirects to the same rule. */
  readonly formsLeadTo?: string | undefined;
}

/** A whole page: no inline script, nothing from elsewhere, never stored. */
export function page(status: number, body: Html, rights: PageRights = {}): FrontAnswer {
  return { status, headers: { ...pageHeaders(rights), "content-type": "text/html; charset=utf-8" }, body: body.html };
}

function pageHeaders({ framedBy = [], formsLeadTo }: PageRights): Record<string, string> {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    `form-action 'self'${formsLeadTo ? ` ${formsLeadTo}` : ""}`,
    `frame-ancestors ${framedBy.length > 0 ? framedBy.join(" ") : "'none'"}`,
  ];
  return {
    "content-security-policy": policy.join("; "),
    "cache-control": "no-store",
    "referrer-policy": "same-origin",
    "x-content-type-options": "nosniff",
  };
}

/** JSON in one write, never stored. */
export function json(status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): FrontAnswer {
  return {
    status,
    headers: {
      "content-type": "application/json;charset=UTF-8",
      "cache-control": "no-store",
      pragma: "no-cache",
      ...headers,
    },
    body: JSON.stringify(value),
  };
}

export const redirect = (location: string, headers: Readonly<Record<string, string>> = {}): FrontAnswer => ({
  status: 303,
  headers: { location, "cache-control": "no-store", "referrer-policy": "no-referrer", ...headers },
});

/** A form's fields, at most 64 KB; undefined when the body is longer. */
export async function readForm(request: FrontRequest): Promise<URLSearchParams | undefined> {
  const text = await readText(request);
  return text === undefined ? undefined : new URLSearchParams(text);
}

/** A JSON object of the body; undefined for anything else. */
export async function readJsonObject(request: FrontRequest): Promise<Readonly<Record<string, unknown>> | undefined> {
  const text = await readText(request);
  if (text === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

const bodyLengthMax = 64 * 1024;

async function readText(request: FrontRequest): Promise<string | undefined> {
  const body = await request.body();
  return body === "tooLarge" || body.length > bodyLengthMax ? undefined : body.toString("utf8");
}

/** One value of a header that may occur once. */
export function headerOf(request: FrontRequest, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

/** A cookie's value as it stands. */
export function cookieOf(request: FrontRequest, name: string): string | undefined {
  const pairs = (request.headers.cookie ?? "").split(/; */);
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
}
