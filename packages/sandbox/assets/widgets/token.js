import { settings } from "./here.js";

// The buyer's access token on the shop's page. A token that this page was just granted counts first, then one in the
// page's own address, then the cookie (honoured even when the shop set it itself), then the tab's storage: a widget on
// the next page works without any cookie, as it does with Amazon's own session.

const cookieName = "amazon_Login_accessToken";
let granted;

const storageKey = (what) => `noren-sandbox:${what}:${settings.clientId}`;

/** `{ access_token, scope? }` or undefined. What was there when the buyer signed out does not count any more. */
export function cachedToken() {
  const left = tokensLeft() ?? [];
  return presentTokens().find((each) => !left.includes(each.access_token));
}

const presentTokens = () => [granted, tokenInAddress(), tokenInCookie(), tokenInStorage()].filter(Boolean);

/** Remembers a fresh token. */
export function keepToken(grant) {
  granted = { access_token: grant.access_token, scope: grant.scope };
  store("token", JSON.stringify(granted));
  store("signed-out", undefined);
  if (settings.useCookie) setCookie(`${grant.access_token}${cookiePlace()}`);
}

/** Forgets every token of this client; the next sign-in shows its page again. */
export function dropToken() {
  const left = presentTokens().map((each) => each.access_token);
  granted = undefined;
  store("token", undefined);
  store("signed-out", JSON.stringify(left));
  const past = "; expires=Thu, 01 Jan 1970 00:00:00 GMT";
  for (const place of [cookiePlace(), "; path=/", ""]) setCookie(place + past);
}

/** Whether the buyer has signed out and not in again. A sign-in by redirect shows in the address or the cookie only. */
export const signedOut = () => tokensLeft() !== undefined && cachedToken() === undefined;

function tokensLeft() {
  const text = recall("signed-out");
  return text && JSON.parse(text);
}

/** PKCE's verifier waits in the tab's storage: the code may be exchanged on another page. */
export const keepVerifier = (verifier) => store("verifier", verifier);
export const verifier = () => recall("verifier");

function setCookie(valueAndPlace) {
  // biome-ignore lint/suspicious/noDocumentCookie: logout must take effect at once, as shops navigate on the next line.
  document.cookie = `${cookieName}=${valueAndPlace}`;
}

function cookiePlace() {
  const domain = settings.siteDomain ? `; domain=${settings.siteDomain}` : "";
  return `; path=/${domain}${location.protocol === "https:" ? "; secure" : ""}`;
}

/** A token as shops write it: plain, or encoded once. */
export function plainToken(text) {
  if (/^Atza\|/.test(text)) return text;
  return /^Atza%7C/i.test(text) ? decodeURIComponent(text) : undefined;
}

function asGrant(text, scope) {
  const token = plainToken(text ?? "");
  return token && { access_token: token, scope: scope ?? undefined };
}

function tokenInAddress() {
  for (const part of [location.hash.slice(1), location.search.slice(1)]) {
    const parameters = new URLSearchParams(part);
    const grant = asGrant(parameters.get("access_token"), parameters.get("scope"));
    if (grant) return grant;
  }
}

function tokenInCookie() {
  const match = document.cookie.match(new RegExp(`(?:^|; *)${cookieName}=([^;]*)`));
  return match ? asGrant(match[1]) : undefined;
}

function tokenInStorage() {
  const text = recall("token");
  return text ? JSON.parse(text) : undefined;
}

// Storage may be switched off; then a token lives as long as its page.
function store(what, value) {
  try {
    if (value === undefined) sessionStorage.removeItem(storageKey(what));
    else sessionStorage.setItem(storageKey(what), value);
  } catch {}
}

function recall(what) {
  try {
    return sessionStorage.getItem(storageKey(what)) ?? undefined;
  } catch {}
}
