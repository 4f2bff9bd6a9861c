// A sign-in without pop-up leaves the page and comes back to an address with the result: the token in the fragment, a
// refusal in the query. Both places are read. `state` proves that this browser began it. Source: enable redirect.

import { AmazonPayPageError } from "./errors.ts";
import type { SignIn } from "./events.ts";

/** What an address brings back. */
export type Return =
  | { readonly kind: "none" }
  | { readonly kind: "signedIn"; readonly signIn: SignIn; readonly state: string | undefined }
  | { readonly kind: "refused"; readonly error: string; readonly description: string };

/** Pure. Only an address that holds Amazon's own answer counts: a token of Amazon's form, or an error with its text. */
export function readReturn(address: string): Return {
  const url = new URL(address);
  const fragment = new URLSearchParams(url.hash.slice(1));
  const value = (name: string) => fragment.get(name) ?? url.searchParams.get(name) ?? undefined;
  const token = value("access_token");
  const error = value("error");
  if (token?.startsWith("Atza|")) {
    const seconds = Number(value("expires_in"));
    const expiresInSeconds = Number.isFinite(seconds) && seconds > 0 ? seconds : undefined;
    return {
      kind: "signedIn",
      signIn: { accessToken: token, expiresInSeconds, scope: value("scope") },
      state: value("state"),
    };
  }
  if (error !== undefined && value("error_description") !== undefined) {
    return { kind: "refused", error, description: value("error_description") ?? "" };
  }
  return { kind: "none" };
}

const answerNames = [
  "access_token",
  "token_type",
  "expires_in",
  "scope",
  "state",
  "error",
  "error_description",
  "error_uri",
];

/** The address without the answer, so that no token stays in the history. Pure. */
export function withoutAnswer(address: string): string {
  const url = new URL(address);
  for (const name of answerNames) url.searchParams.delete(name);
  if (/(^#|&)(access_token|error)=/.test(url.hash)) url.hash = "";
  return url.href;
}

const stateKey = "noren-amazon-pay-state";

/** A fresh `state` for a sign-in by redirect, kept for this tab. */
export function beginRedirect(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  const state = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  sessionStorage.setItem(stateKey, state);
  return state;
}

/**
 * Takes the result of a redirect out of the page's address, once. Gives undefined when there is none. Throws
 * AmazonPayPageError: the code of a refusal, or StateMismatch when the answer is not to a sign-in of this tab.
 */
export function takeReturn(): SignIn | undefined {
  const found = readReturn(location.href);
  if (found.kind === "none") return undefined;
  const expected = sessionStorage.getItem(stateKey);
  sessionStorage.removeItem(stateKey);
  history.replaceState(history.state, "", withoutAnswer(location.href));
  if (found.kind === "refused") {
    const known = found.error === "access_denied" ? "access_denied" : "server_error";
    throw new AmazonPayPageError(known, { detail: found.description });
  }
  if (expected === null || found.state !== expected) throw new AmazonPayPageError("StateMismatch");
  return found.signIn;
}
