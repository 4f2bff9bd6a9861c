import { here, sandboxAddress, settings, unguessable } from "./here.js";
import { openRequest, readResult } from "./request.js";
import { cachedToken, keepToken, keepVerifier, signedOut } from "./token.js";

/** Set by a button while the shop's `authorization` function runs, so that its sign-in belongs to that button. */
export const pressed = { afterwards: undefined };

const popupPollMs = 300;

/** `amazon.Login.authorize(options, next)`. */
export function authorize(options, next) {
  const wish = options ?? {};
  const opened = openRequest(next);
  opened.afterwards(pressed.afterwards);
  const problem = problemOf(wish);
  if (problem) later(() => opened.finish(problem));
  else if (wish.popup === false || wish.popup === "false") later(() => redirect(wish, opened));
  else signInByPopup(wish, opened);
  return opened.request;
}

const later = (action) => setTimeout(action, 0);

function problemOf(wish) {
  if (!settings.clientId) return invalid("Call amazon.Login.setClientId before authorize.");
  if (scopeOf(wish) === "") return invalid("The scope is missing.");
}

const invalid = (text) => ({ error: "invalid_request", error_description: text });

const scopeOf = (wish) =>
  (Array.isArray(wish.scope) ? wish.scope : String(wish.scope ?? "").split(/\s+/)).filter(Boolean).join(" ");

async function redirect(wish, opened) {
  const address = opened.address();
  if (address === undefined) {
    return opened.finish(invalid("Without a pop-up, authorize needs the address to come back to."));
  }
  opened.begin();
  location.assign(signInAddress(wish, new URL(address, location.href).href, await challengeOf(wish)));
}

function signInByPopup(wish, opened) {
  const known = wish.interactive === "always" || signedOut() ? undefined : cachedToken();
  if (known === undefined && wish.interactive !== "never") return openPopup(wish, opened);
  // A window opened a moment after the click is still the click's own: browsers grant some seconds.
  checkedGrant(known, scopeOf(wish), wish).then((grant) => {
    if (grant) return settle(opened, grant);
    if (wish.interactive !== "never") return openPopup(wish, opened);
    opened.finish({
      error: "invalid_grant",
      error_description: "There is no token that can be used.",
      state: wish.state,
    });
  });
}

/** The cached token as an answer, when the sandbox still knows it and it covers the scope. */
async function checkedGrant(known, scope, wish) {
  if (!known || wish.response_type === "code" || wish.pkce) return undefined;
  const granted = known.scope === undefined ? undefined : known.scope.split(" ");
  if (granted && !scope.split(" ").every((each) => granted.includes(each))) return undefined;
  try {
    const answer = await fetch(sandboxAddress("/auth/o2/tokeninfo"), {
      headers: { "x-amz-access-token": known.access_token },
    });
    const info = await answer.json();
    if (!answer.ok || info.aud !== settings.clientId) return undefined;
    const state = wish.state === undefined ? {} : { state: wish.state };
    return {
      access_token: known.access_token,
      token_type: "bearer",
      expires_in: info.exp,
      scope: known.scope ?? scope,
      ...state,
    };
  } catch {
    return undefined;
  }
}

function openPopup(wish, opened) {
  const topic = unguessable();
  const popup = window.open(
    "about:blank",
    `noren-sandbox-${topic}`,
    "width=500,height=680,resizable=yes,scrollbars=yes",
  );
  if (!popup) {
    const description = "The browser did not open the pop-up window.";
    return later(() => opened.finish({ error: "access_denied", error_description: description, state: wish.state }));
  }
  opened.begin();
  const finish = listenTo(popup, topic, wish, opened);
  const relay = sandboxAddress("/sdk/login/topic.html", { uri: location.href.split("#")[0], topic, version: 1 });
  challengeOf(wish).then(
    (challenge) => popup.location.replace(signInAddress(wish, relay, challenge)),
    () => finish({ error: "server_error", error_description: "The browser cannot make a PKCE challenge here." }),
  );
}

/** Waits for the relay page's message, or for the buyer to close the window. */
function listenTo(popup, topic, wish, opened) {
  const poll = setInterval(() => {
    if (popup.closed)
      later(() =>
        finish({ error: "access_denied", error_description: "The buyer closed the window.", state: wish.state }),
      );
  }, popupPollMs);
  function finish(values) {
    clearInterval(poll);
    removeEventListener("message", hear);
    settle(opened, values);
  }
  function hear(event) {
    if (event.origin !== here.origin || event.data?.noren !== "login" || event.data.topic !== topic) return;
    finish(readResult(event.data.result ?? {}));
  }
  addEventListener("message", hear);
  return finish;
}

function settle(opened, values) {
  if (opened.request.status === "complete") return;
  if (values.access_token) keepToken(values);
  opened.finish(values);
}

function signInAddress(wish, redirectUri, challenge) {
  return sandboxAddress("/ap/oa", {
    client_id: settings.clientId,
    scope: scopeOf(wish),
    response_type: challenge || wish.response_type === "code" ? "code" : "token",
    redirect_uri: redirectUri,
    state: wish.state,
    scope_data: wish.scope_data && JSON.stringify(wish.scope_data),
    interactive: signedOut() ? "always" : wish.interactive,
    code_challenge: challenge,
    code_challenge_method: challenge && "S256",
    sandbox: settings.sandbox || undefined,
    language: settings.language,
    origin_url: location.origin,
  });
}

async function challengeOf(wish) {
  if (!wish.pkce) return undefined;
  const secret = unguessable() + unguessable();
  keepVerifier(secret);
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(secret));
  return btoa(String.fromCharCode(...new Uint8Array(digest)))
    .replace(/\+/g, "-")
    .replace(/\//g, "_")
    .replace(/=+$/, "");
}
