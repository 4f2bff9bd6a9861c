// The sign-in at `/ap/oa`: shows what is missing (sign-in, then consent) and sends the buyer back with the outcome.
import type { FrontAnswer, FrontRequest } from "../http/front.ts";
import { cookieOf, headerOf, page, readForm, redirect } from "../pages/answers.ts";
import { chooseLanguage, type Language } from "../pages/language.ts";
import type { BuyersSide } from "../pages/sandbox.ts";
import type { Buyer } from "../world/objects.ts";
import { seedPassword } from "../world/seed.ts";
import { type Authorization, type Return, readAuthorization, relayedPage } from "./authorization.ts";
import { consentPage, refusedPage, signInPage } from "./pages.ts";
import { type Outcome, returnAddress } from "./return-address.ts";
import { isScope, scopes } from "./scopes.ts";
import { type Sessions, sessionCookie } from "./sessions.ts";
import { loginWords } from "./words.ts";

/** One request to the sign-in, read. */
interface Visit {
  readonly side: BuyersSide;
  readonly sessions: Sessions;
  readonly request: FrontRequest;
  readonly authorization: Authorization;
  readonly language: Language;
}

export async function signInCall(side: BuyersSide, sessions: Sessions, request: FrontRequest): Promise<FrontAnswer> {
  const query = new URLSearchParams(request.query);
  const language = chooseLanguage(query.get("language") ?? query.get("ui_locales"), request.headers["accept-language"]);
  const reading = readAuthorization(query, side.core.world.clients, request.headers.host ?? "");
  switch (reading.kind) {
    case "page":
      return page(400, refusedPage(language, reading.problem, reading.value));
    case "return":
      return goBack(reading.to, { kind: "error", error: reading.error, description: reading.description });
    case "ask": {
      const visit = { side, sessions, request, language, authorization: reading.authorization };
      return request.method === "POST" ? submitted(visit) : opened(visit);
    }
  }
}

function opened(visit: Visit): FrontAnswer {
  const { interactive } = visit.authorization;
  const signedIn = signedInBuyer(visit);
  if (signedIn && interactive !== "always") return proceed(visit, signedIn);
  if (interactive === "never") {
    return goBack(visit.authorization, { kind: "error", error: "invalid_grant", description: "Nobody is signed in." });
  }
  return askToSignIn(visit);
}

async function submitted(visit: Visit): Promise<FrontAnswer> {
  const form = await readForm(visit.request);
  if (!form || !isOwnForm(visit.request))
    return askToSignIn(visit, { problem: loginWords[visit.language].expiredForm });
  const { core } = visit.side;
  switch (form.get("step")) {
    case "sign-in": {
      const email = form.get("email") ?? "";
      const buyer = core.signIn(email, form.get("password") ?? "");
      if (!buyer) return askToSignIn(visit, { problem: loginWords[visit.language].wrong, email });
      return signIn(visit, buyer);
    }
    case "test-buyer": {
      const buyer = core.buyer(form.get("buyer") ?? "");
      return buyer ? signIn(visit, buyer) : askToSignIn(visit);
    }
    case "consent":
      return decided(visit, form);
    default:
      return askToSignIn(visit);
  }
}

/** Browsers name the page a form was sent from. */
function isOwnForm(request: FrontRequest): boolean {
  const origin = headerOf(request, "origin");
  return origin === undefined || (URL.canParse(origin) && new URL(origin).host === request.headers.host);
}

function decided(visit: Visit, form: URLSearchParams): FrontAnswer {
  const signedIn = signedInBuyer(visit);
  if (!signedIn || form.get("key") !== signedIn.formKey) {
    return askToSignIn(visit, { problem: loginWords[visit.language].expiredForm });
  }
  if (form.get("decision") === "allow") return grant(visit, signedIn.buyer);
  const description = "The buyer did not allow access.";
  return goBack(visit.authorization, { kind: "error", error: "access_denied", description });
}

interface SignedIn {
  readonly buyer: Buyer;
  readonly formKey: string;
}

function signedInBuyer({ side, sessions, request }: Visit): SignedIn | undefined {
  const session = sessions.find(cookieOf(request, sessionCookie));
  const buyer = session && side.core.buyer(session.buyerId);
  return buyer && session && { buyer, formKey: session.formKey };
}

function signIn(visit: Visit, buyer: Buyer): FrontAnswer {
  const { id, session } = visit.sessions.open(buyer.buyerId);
  const cookie = `${sessionCookie}=${id}; Path=/; HttpOnly; SameSite=Lax`;
  return proceed(visit, { buyer, formKey: session.formKey }, { "set-cookie": cookie });
}

/** Asks for consent where it is still missing. */
function proceed(visit: Visit, signedIn: SignedIn, headers: Readonly<Record<string, string>> = {}): FrontAnswer {
  const { authorization, language } = visit;
  const given = signedIn.buyer.consents.get(authorization.client.clientId);
  const missing = authorization.scopes.filter((scope) => scopes[scope].consent && !given?.has(scope));
  if (missing.length === 0) return grant(visit, signedIn.buyer, headers);
  const body = consentPage({
    language,
    client: authorization.client,
    action: ownAddress(visit),
    otherAccount: ownAddress(visit, { interactive: "always" }),
    buyer: signedIn.buyer,
    formKey: signedIn.formKey,
    scopes: authorization.scopes,
  });
  const shown = page(200, body, formRights(visit));
  return { ...shown, headers: { ...shown.headers, ...headers } };
}

function askToSignIn(visit: Visit, again: { problem?: string; email?: string } = {}): FrontAnswer {
  const { language, authorization, side } = visit;
  const body = signInPage({
    language,
    client: authorization.client,
    action: ownAddress(visit),
    buyers: [...side.core.world.buyers.values()],
    password: seedPassword,
    ...again,
  });
  return page(200, body, formRights(visit));
}

function grant({ side, sessions, authorization }: Visit, buyer: Buyer, headers: Readonly<Record<string, string>> = {}) {
  const { client, responseType, redirectUri, challenge } = authorization;
  const granted = authorization.scopes.filter(isScope);
  if (responseType === "code" || challenge) {
    const code = sessions.giveCode({
      buyerId: buyer.buyerId,
      clientId: client.clientId,
      scopes: granted,
      redirectUri,
      challenge,
    });
    return goBack(authorization, { kind: "code", code, scopes: granted }, headers);
  }
  const token = side.core.issueToken({
    buyerId: buyer.buyerId,
    clientId: client.clientId,
    scopes: granted,
    now: side.clock.now(),
  });
  const expiresInSeconds = Math.floor((token.expiresAt - token.issuedAt) / 1_000);
  return goBack(authorization, { kind: "token", accessToken: token.text, expiresInSeconds, scopes: granted }, headers);
}

const goBack = (to: Return, outcome: Outcome, headers: Readonly<Record<string, string>> = {}): FrontAnswer =>
  redirect(returnAddress(to, outcome), headers);

function ownAddress({ request }: Visit, changes: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams(request.query);
  for (const [name, value] of Object.entries(changes)) query.set(name, value);
  return `${request.path}?${query}`;
}

function formRights({ authorization, request }: Visit) {
  const { redirectUri } = authorization;
  const isRelay = relayedPage(redirectUri, request.headers.host ?? "") !== undefined;
  return { formsLeadTo: isRelay ? undefined : new URL(redirectUri).origin };
}
