import { type Html, html } from "../pages/html.ts";
import type { Language } from "../pages/language.ts";
import { wholePage } from "../pages/layout.ts";
import type { Buyer, Client } from "../world/objects.ts";
import { type ScopeName, scopes } from "./scopes.ts";
import { loginWords } from "./words.ts";

/** Most test buyers that the sign-in page lists. */
const buyersShownMax = 8;

interface SignInPage {
  readonly language: Language;
  readonly client: Client;
  /** This page's own address, to which its forms go. */
  readonly action: string;
  readonly buyers: readonly Buyer[];
  readonly password: string;
  readonly problem?: string | undefined;
  readonly email?: string | undefined;
}

export function signInPage({ language, client, action, buyers, password, problem, email }: SignInPage): Html {
  const words = loginWords[language];
  const shown = buyers.slice(0, buyersShownMax);
  const body = html`<h1>${words.signIn}</h1>
<p>${words.signInFor(client.name)}</p>
${problem && html`<p class="problem" role="alert">${problem}</p>`}
<form method="post" action="${action}">
<input type="hidden" name="step" value="sign-in">
<label for="ap_email">${words.email}</label>
<input type="email" id="ap_email" name="email" autocomplete="username" required value="${email ?? ""}">
<label for="ap_password">${words.password}</label>
<input type="password" id="ap_password" name="password" autocomplete="current-password" required>
<button class="primary" type="submit" id="signInSubmit"><span class="button-text signin-button-text">${words.signIn}</span></button>
</form>
<hr>
<h2>${words.testBuyers}</h2>
<p class="quiet">${words.testBuyersHint(password)}</p>
<form method="post" action="${action}" class="stack">
<input type="hidden" name="step" value="test-buyer">
${shown.map((buyer) => html`<button class="buyer" type="submit" name="buyer" value="${buyer.buyerId}"><span>${buyer.name}</span><small>${buyer.email}</small></button>`)}
</form>
${buyers.length > shown.length && html`<p class="quiet">${words.moreBuyers(buyers.length - shown.length)}</p>`}`;
  return wholePage({ language, title: words.signIn, body });
}

interface ConsentPage {
  readonly language: Language;
  readonly client: Client;
  readonly action: string;
  readonly otherAccount: string;
  readonly buyer: Buyer;
  readonly scopes: readonly ScopeName[];
  readonly formKey: string;
}

export function consentPage(page: ConsentPage): Html {
  const words = loginWords[page.language];
  const title = words.consentTitle(page.client.name);
  const body = html`<div class="consent-container"><h1>${title}</h1>
<p class="quiet">${words.signedInAs(page.buyer.name)} <a href="${page.otherAccount}">${words.otherAccount}</a></p>
<p>${words.consentText(page.client.name)}</p>
<ul class="scopes">${page.scopes.map((scope) => html`<li>${scopes[scope].text[page.language]} <code>${scope}</code></li>`)}</ul>
<form method="post" action="${page.action}" class="stack">
<input type="hidden" name="step" value="consent"><input type="hidden" name="key" value="${page.formKey}">
<button class="primary consent-link" type="submit" name="decision" value="allow">${words.allow}</button>
<button class="secondary" type="submit" name="decision" value="deny" id="consent-deny">${words.deny}</button>
</form></div>`;
  return wholePage({ language: page.language, title, body });
}

export function relayPage(language: Language): Html {
  const words = loginWords[language];
  const body = html`<h1>${words.relayTitle}</h1><p>${words.relayText}</p>`;
  return wholePage({ language, title: words.relayTitle, body, script: "relay.js" });
}

/** What stands in the way, shown to the developer in front of the screen. */
export function refusedPage(
  language: Language,
  problem: keyof (typeof loginWords)["ja"]["problems"],
  value: string,
): Html {
  const words = loginWords[language];
  const body = html`<h1>${words.errorTitle}</h1>
<p class="problem" role="alert">${words.problems[problem]}</p>
<dl><dt>error</dt><dd><code>unauthorized_client</code></dd><dt>value</dt><dd><code>${value.slice(0, 500)}</code></dd></dl>
<p class="quiet">${words.remedies[problem]}</p>`;
  return wholePage({ language, title: words.errorTitle, body });
}
