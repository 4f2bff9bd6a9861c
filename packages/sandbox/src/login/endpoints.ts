// Login with Amazon for servers: what a token is, whose it is, and the code grant. Source: Login with Amazon, access
// token, customer profile, authorization code grant. Status codes of errors are unconfirmed there.
import { createHash } from "node:crypto";
import type { SandboxCore } from "../core.ts";
import type { FrontAnswer, FrontRequest } from "../http/front.ts";
import { headerOf, json, readForm } from "../pages/answers.ts";
import type { BuyersSide } from "../pages/sandbox.ts";
import type { AccessToken, Client } from "../world/objects.ts";
import type { Grant, Sessions } from "./sessions.ts";

/** Tokens are bearer secrets, so any page that holds one may ask. */
const anyPage = { "access-control-allow-origin": "*" };

/** The answer to a browser that asks before it calls. */
export const preflight = (request: FrontRequest): FrontAnswer => ({
  status: 204,
  headers: {
    "access-control-allow-origin": headerOf(request, "origin") ?? "*",
    "access-control-allow-headers": "x-amz-access-token, authorization, content-type",
    "access-control-allow-methods": "GET, POST",
    "access-control-max-age": "600",
    vary: "origin",
  },
});

const failure = (status: number, error: string, description: string): FrontAnswer =>
  json(status, { error, error_description: description }, anyPage);
const invalidToken = () => failure(400, "invalid_token", "The request has an invalid parameter : access_token");

/** Who issues tokens, by region; the Japanese one is not documented. */
const issuer = "https://www.amazon.co.jp";

export function tokenInfo({ core, clock }: BuyersSide, request: FrontRequest): FrontAnswer {
  const token = presentedToken(core, request, clock.now());
  if (!token) return invalidToken();
  const info = {
    aud: token.clientId,
    user_id: token.buyerId,
    iss: issuer,
    // `exp` is the time left, not an instant.
    exp: Math.floor((token.expiresAt - clock.now()) / 1_000),
    app_id: token.clientId.replace("application-oa2-client", "application"),
    iat: Math.floor(token.issuedAt / 1_000),
  };
  return json(200, info, anyPage);
}

export function profile({ core, clock }: BuyersSide, request: FrontRequest): FrontAnswer {
  const token = presentedToken(core, request, clock.now());
  const buyer = token && core.buyer(token.buyerId);
  if (!token || !buyer) return invalidToken();
  const has = (scope: string) => token.scopes.includes(scope);
  if (!has("profile") && !has("profile:user_id") && !has("postal_code")) {
    return failure(401, "insufficient_scope", "The token does not allow access to the profile.");
  }
  const address = buyer.addresses.values().next().value;
  const body = {
    user_id: buyer.buyerId,
    ...(has("profile") && { name: buyer.name, email: buyer.email }),
    ...(has("postal_code") && address && { postal_code: address.PostalCode }),
  };
  return json(200, body, anyPage);
}

/** Takes the token from Amazon's header, from a bearer header of any case, or from the query, encoded once or not. */
function presentedToken(core: SandboxCore, request: FrontRequest, now: number): AccessToken | undefined {
  const bearer = /^bearer\s+(.+)$/i.exec(headerOf(request, "authorization") ?? "")?.[1];
  const text = headerOf(request, "x-amz-access-token") ?? bearer ?? queryToken(request.query);
  return text === undefined ? undefined : core.tokenOf(text.trim(), now);
}

/** A `+` of a token that was not encoded arrives as itself, not as a space: tokens hold no spaces. */
const queryToken = (query: string) => new URLSearchParams(query).get("access_token")?.replaceAll(" ", "+");

export async function tokenGrant(side: BuyersSide, sessions: Sessions, request: FrontRequest): Promise<FrontAnswer> {
  const form = await readForm(request);
  if (!form) return failure(400, "invalid_request", "The body is too large.");
  const { clientId, clientSecret } = credentialsOf(request, form);
  const client = side.core.findClient(clientId);
  if (!client) return failure(400, "invalid_client", "The client id is unknown.");
  switch (form.get("grant_type")) {
    case "authorization_code": {
      const grant = sessions.takeCode(form.get("code") ?? "");
      if (!grant) return failure(400, ...invalidGrant);
      const problem = problemOfCode(grant, { client, clientSecret, form });
      return problem ? failure(400, ...problem) : granted(side, sessions, grant);
    }
    case "refresh_token": {
      const grant = sessions.ofRefreshToken(form.get("refresh_token") ?? "");
      if (grant?.clientId !== clientId) return failure(400, ...invalidGrant);
      if (!grant.challenge && clientSecret !== client.clientSecret) return failure(400, ...invalidClient);
      return granted(side, sessions, grant, form.get("refresh_token") ?? "");
    }
    default:
      return failure(400, "unsupported_grant_type", "The grant type is not supported.");
  }
}

type Problem = readonly [error: string, description: string];
const invalidGrant: Problem = ["invalid_grant", "The code or refresh token is invalid, expired or used."];
const invalidClient: Problem = ["invalid_client", "The client secret is wrong."];

interface CodeRequest {
  readonly client: Client;
  readonly clientSecret: string | undefined;
  readonly form: URLSearchParams;
}

function problemOfCode(grant: Grant, { client, clientSecret, form }: CodeRequest): Problem | undefined {
  if (grant.clientId !== client.clientId) return invalidGrant;
  if (grant.challenge) return proves(grant.challenge, form.get("code_verifier") ?? "") ? undefined : invalidGrant;
  if (clientSecret !== client.clientSecret) return invalidClient;
  return form.get("redirect_uri") === grant.redirectUri ? undefined : invalidGrant;
}

function proves(challenge: NonNullable<Grant["challenge"]>, verifier: string): boolean {
  const shown = challenge.method === "S256" ? createHash("sha256").update(verifier).digest("base64url") : verifier;
  return shown === challenge.value;
}

function granted(side: BuyersSide, sessions: Sessions, grant: Grant, refreshToken?: string): FrontAnswer {
  const token = side.core.issueToken({
    buyerId: grant.buyerId,
    clientId: grant.clientId,
    scopes: grant.scopes,
    now: side.clock.now(),
  });
  const body = {
    access_token: token.text,
    token_type: "bearer",
    expires_in: Math.floor((token.expiresAt - token.issuedAt) / 1_000),
    refresh_token: refreshToken ?? sessions.giveRefreshToken(grant),
  };
  return json(200, body, anyPage);
}

/** In the form, or as HTTP Basic. */
function credentialsOf(request: FrontRequest, form: URLSearchParams) {
  const basic = /^basic\s+(.+)$/i.exec(headerOf(request, "authorization") ?? "")?.[1];
  if (basic === undefined) {
    return { clientId: form.get("client_id") ?? "", clientSecret: form.get("client_secret") ?? undefined };
  }
  const [clientId = "", clientSecret] = Buffer.from(basic, "base64").toString("utf8").split(":");
  return { clientId, clientSecret };
}
