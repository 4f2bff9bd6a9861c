// Who asks. One hook before every route, driven by the table of routes, so that no route can forget it.
import type { Actor } from "@noren-pay/payments";
import type { FastifyRequest } from "fastify";
import type { ApiKey, StaffUser } from "../people/people.ts";
import { ServerError } from "../problem/problem.ts";
import { needsOf } from "../routes/table.ts";
import type { App, Services } from "../services.ts";
import { csrfTokenHolds } from "./csrf.ts";
import { type Right, rightsOf } from "./rights.ts";

export const sessionCookie = "noren_console";

declare module "fastify" {
  interface FastifyRequest {
    shop: ApiKey | null;
    staff: (StaffUser & { readonly token: string }) | null;
  }
}

/** Lets a request in by what the table says of its route: 401, 403, or on to the handler. */
export function authenticate(app: App, { people }: Pick<Services, "people">): void {
  app.decorateRequest("shop", null);
  app.decorateRequest("staff", null);
  app.addHook("onRequest", async (request) => {
    const { url } = request.routeOptions;
    if (url === undefined) return; // No such route: the not-found handler answers.
    const needs = needsOf(request.method, url);
    switch (needs?.by) {
      case "nothing":
        return;
      case "apiKey":
        request.shop = await shopOf(request, people);
        return requireRight(request.shop.rights, needs.right);
      case "staff":
        request.staff = await staffOf(request, people);
        return requireRight(rightsOf(request.staff.role), needs.right);
      case undefined:
        throw new ServerError("notFound");
    }
  });
}

async function shopOf(request: FastifyRequest, people: Services["people"]): Promise<ApiKey> {
  const secret = /^Bearer ([\x21-\x7e]{1,200})$/i.exec(request.headers.authorization ?? "")?.[1];
  if (secret === undefined) throw new ServerError("apiKeyMissing");
  const key = await people.apiKey(secret);
  if (key === undefined) throw new ServerError("apiKeyInvalid");
  return key;
}

async function staffOf(request: FastifyRequest, people: Services["people"]): Promise<StaffUser & { token: string }> {
  const token = request.cookies[sessionCookie];
  const user = token === undefined || token.length > 200 ? undefined : await people.session(token);
  if (token === undefined || user === undefined) throw new ServerError("signInRequired");
  const reads = request.method === "GET" || request.method === "HEAD";
  if (!reads && !csrfTokenHolds(token, request.headers["csrf-token"])) throw new ServerError("csrfTokenInvalid");
  return { ...user, token };
}

function requireRight(held: readonly Right[], needed: Right): void {
  if (!held.includes(needed)) throw new ServerError("rightMissing", { reason: needed });
}

/** Whose order it may be, and who asks. A route that neither a shop nor staff may call has no caller. */
export function callerOf(request: FastifyRequest): { readonly merchantId: string; readonly actor: Actor } {
  if (request.shop) {
    return { merchantId: request.shop.merchantId, actor: { kind: "shop", keyId: request.shop.keyId } };
  }
  if (request.staff) {
    return { merchantId: request.staff.merchantId, actor: { kind: "staff", userId: request.staff.userId } };
  }
  throw new ServerError("apiKeyMissing");
}
