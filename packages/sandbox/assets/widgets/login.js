import { authorize } from "./authorize.js";
import { sandboxAddress, settings, tell } from "./here.js";
import { cachedToken, dropToken, keepToken, verifier } from "./token.js";

// `amazon.Login`. The misspelt key of Region is Amazon's.

export const Region = {
  AsiaPacific: "APAC",
  Europe: "EU",
  NorthAmerica: "NA",
  Japan: "JP",
  France: "FR",
  Germany: "DE",
  Italy: "IT",
  Spain: "ES",
  UnitedKindom: "UK",
  UnitedStates: "US",
};

/** `retrieveProfile(accessToken?, callback)`: without a token it asks the buyer first. */
function retrieveProfile(first, second) {
  const callback = typeof first === "function" ? first : second;
  const token = typeof first === "string" ? first : cachedToken()?.access_token;
  if (token) return readProfile(token, callback);
  authorize({ scope: "profile" }, (answer) =>
    answer.access_token
      ? readProfile(answer.access_token, callback)
      : tell(callback, { success: false, error: answer.error }),
  );
}

async function readProfile(token, callback) {
  try {
    const answer = await fetch(sandboxAddress("/user/profile"), { headers: { "x-amz-access-token": token } });
    const body = await answer.json();
    if (!answer.ok) return tell(callback, { success: false, error: body.error_description ?? body.error });
    const profile = {
      CustomerId: body.user_id,
      Name: body.name,
      PostalCode: body.postal_code,
      PrimaryEmail: body.email,
    };
    tell(callback, { success: true, profile: JSON.parse(JSON.stringify(profile)) });
  } catch (error) {
    tell(callback, { success: false, error: String(error) });
  }
}

/** `retrieveToken(code, callback)`, after `authorize({ pkce: true })`. */
async function retrieveToken(code, callback) {
  const form = {
    grant_type: "authorization_code",
    code,
    client_id: settings.clientId,
    code_verifier: verifier() ?? "",
  };
  try {
    const answer = await fetch(sandboxAddress("/auth/o2/token"), { method: "POST", body: new URLSearchParams(form) });
    const body = await answer.json();
    if (body.access_token) keepToken(body);
    tell(callback, body);
  } catch (error) {
    tell(callback, { error: "server_error", error_description: String(error) });
  }
}

export const Login = {
  Region,
  authorize,
  retrieveProfile,
  retrieveToken,
  logout: dropToken,
  setClientId(clientId) {
    settings.clientId = String(clientId).trim();
  },
  getClientId: () => settings.clientId,
  setUseCookie(use) {
    settings.useCookie = use === true || use === "true";
  },
  setSiteDomain(domain) {
    settings.siteDomain = String(domain);
  },
  setSandboxMode(on) {
    settings.sandbox = on === true || on === "true";
  },
  setRegion(region) {
    settings.region = typeof region === "number" ? (["NA", "EU", "APAC"][region] ?? "") : String(region);
  },
  setLanguage(language) {
    settings.language = String(language);
  },
};
