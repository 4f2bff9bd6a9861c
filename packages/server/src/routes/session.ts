// Signing in to the console and out of it.
import type { FastifyReply, FastifyRequest } from "fastify";
import { sessionCookie } from "../auth/authenticate.ts";
import { csrfTokenOf } from "../auth/csrf.ts";
import { passwordMatches } from "../auth/passwords.ts";
import { rightsOf } from "../auth/rights.ts";
import { newSecret } from "../auth/secrets.ts";
import type { StaffUser } from "../people/people.ts";
import { ServerError } from "../problem/problem.ts";
import { problemResponses } from "../schemas/common.ts";
import { sessionSchema, signInSchema } from "../schemas/console.ts";
import type { App, Services } from "../services.ts";

export function sessions(app: App, services: Services): void {
  const { people, random, settings } = services;
  const url = "/console/api/session";
  const cookie = { path: "/console/api", httpOnly: true, sameSite: "strict", secure: settings.secureCookies } as const;
  const response = { 200: sessionSchema, ...problemResponses };
  app.route({
    method: "POST",
    url,
    config: { rateLimit: { max: settings.signInsPerMinuteMax, timeWindow: 60_000 } },
    schema: { hide: true, body: signInSchema, response },
    async handler(request, reply) {
      refuseOtherOrigins(request);
      const user = await userOf(services, request.body);
      const token = newSecret(random, "session");
      await people.startSession({
        merchantId: user.merchantId,
        userId: user.userId,
        token,
        lifetimeMs: settings.sessionMs,
      });
      reply.setCookie(sessionCookie, token, { ...cookie, maxAge: Math.floor(settings.sessionMs / 1_000) });
      return sessionView(services, user, token);
    },
  });
  app.route({
    method: "GET",
    url,
    schema: { hide: true, response },
    handler: (request) => {
      const staff = signedIn(request);
      return sessionView(services, staff, staff.token);
    },
  });
  app.route({
    method: "DELETE",
    url,
    schema: { hide: true },
    async handler(request, reply: FastifyReply) {
      await people.endSession(signedIn(request).token);
      return reply.clearCookie(sessionCookie, cookie).code(204).send();
    },
  });
}

export function signedIn(request: FastifyRequest): StaffUser & { readonly token: string } {
  if (request.staff === null) throw new ServerError("signInRequired");
  return request.staff;
}

/** Another site must not sign its visitor in as somebody else. Browsers always say where a POST comes from. */
function refuseOtherOrigins(request: FastifyRequest): void {
  const { origin } = request.headers;
  const host = request.headers.host;
  if (origin === undefined) return;
  if (!URL.canParse(origin) || new URL(origin).host !== host) throw new ServerError("csrfTokenInvalid");
}

/** One person may work for several merchants with one address: the password decides. Throws `signInFailed`. */
async function userOf({ people }: Services, { email, password }: { email: string; password: string }) {
  const found = await people.usersOf(email);
  if (found.length === 0) await passwordMatches(password, undefined);
  for (const user of found) if (await passwordMatches(password, user.passwordHash)) return user;
  throw new ServerError("signInFailed");
}

async function sessionView({ accounts }: Services, user: StaffUser, token: string) {
  const { merchant, account } = await accounts.ofMerchant(user.merchantId);
  return {
    user: {
      userId: user.userId,
      name: user.name,
      email: user.email,
      role: user.role,
      rights: [...rightsOf(user.role)],
      language: user.language,
    },
    merchant: { merchantId: merchant.merchantId, name: merchant.name, environment: account.environment },
    csrfToken: csrfTokenOf(token),
  };
}
