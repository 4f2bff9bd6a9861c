// Reads the address that a button opens, `/ap/oa`. Pure. Source: Login with Amazon, authorization grants.
import { isAllowedOrigin, isAllowedReturnUrl } from "../world/clients.ts";
import type { Client } from "../world/objects.ts";
import { isScope, type ScopeName } from "./scopes.ts";

/** The page that ends a pop-up sign-in: it hands the result to the page that opened it. */
export const relayPath = "/sdk/login/topic.html";

export type Challenge = { readonly method: "S256" | "plain"; readonly value: string };

/** A request that may be shown to the buyer. */
export interface Authorization {
  readonly client: Client;
  readonly scopes: readonly ScopeName[];
  readonly responseType: "token" | "code";
  readonly redirectUri: string;
  readonly state: string | undefined;
  readonly interactive: "auto" | "always" | "never";
  readonly challenge: Challenge | undefined;
}

/** Where an answer goes: enough of a request to send the buyer back. */
export type Return = Pick<Authorization, "redirectUri" | "state">;

export type Reading =
  | { readonly kind: "ask"; readonly authorization: Authorization }
  /** The shop's page may be told. */
  | { readonly kind: "return"; readonly to: Return; readonly error: string; readonly description: string }
  /** Nobody may be told but the person in front of the screen. */
  | {
      readonly kind: "page";
      readonly problem: "unknownClient" | "unknownOrigin" | "unknownReturnUrl";
      readonly value: string;
    };

/** `ownHost`: the Host header, by which our own relay page is known. */
export function readAuthorization(
  query: URLSearchParams,
  clients: ReadonlyMap<string, Client>,
  ownHost: string,
): Reading {
  const clientId = query.get("client_id") ?? "";
  const client = clients.get(clientId);
  if (!client) return { kind: "page", problem: "unknownClient", value: clientId };
  const redirectUri = query.get("redirect_uri") ?? "";
  const refused = refusedReturn(client, redirectUri, ownHost);
  if (refused) return refused;
  const to = { redirectUri, state: query.get("state") ?? undefined };
  const problem = problemOf(query);
  if (problem) return { kind: "return", to, ...problem };
  const challengeValue = query.get("code_challenge");
  const interactive = query.get("interactive");
  return {
    kind: "ask",
    authorization: {
      ...to,
      client,
      scopes: scopesOf(query).filter(isScope),
      responseType: query.get("response_type") === "code" ? "code" : "token",
      interactive: interactive === "always" || interactive === "never" ? interactive : "auto",
      challenge: challengeValue
        ? { method: query.get("code_challenge_method") === "S256" ? "S256" : "plain", value: challengeValue }
        : undefined,
    },
  };
}

const scopesOf = (query: URLSearchParams) => [...new Set((query.get("scope") ?? "").split(/\s+/).filter(Boolean))];

function refusedReturn(client: Client, redirectUri: string, ownHost: string): Reading | undefined {
  const page = relayedPage(redirectUri, ownHost);
  if (page === undefined) {
    return isAllowedReturnUrl(client, redirectUri)
      ? undefined
      : { kind: "page", problem: "unknownReturnUrl", value: redirectUri };
  }
  const origin = URL.canParse(page) ? new URL(page).origin : page;
  return isAllowedOrigin(client, origin) ? undefined : { kind: "page", problem: "unknownOrigin", value: origin };
}

/** The page behind a pop-up sign-in, when `redirectUri` is our relay page. */
export function relayedPage(redirectUri: string, ownHost: string): string | undefined {
  if (!URL.canParse(redirectUri)) return undefined;
  const url = new URL(redirectUri);
  if (url.host !== ownHost || url.pathname !== relayPath) return undefined;
  // Two addresses would let one be checked and the other be told.
  const pages = url.searchParams.getAll("uri");
  return pages.length === 1 ? pages[0] : "";
}

function problemOf(query: URLSearchParams): { error: string; description: string } | undefined {
  const wished = scopesOf(query);
  const unknown = wished.find((scope) => !isScope(scope));
  if (wished.length === 0) return { error: "invalid_request", description: "The scope is missing." };
  if (unknown !== undefined) return { error: "invalid_scope", description: "An unknown scope was requested." };
  if (!["token", "code", null].includes(query.get("response_type"))) {
    return { error: "invalid_request", description: "The response_type must be token or code." };
  }
  return undefined;
}
