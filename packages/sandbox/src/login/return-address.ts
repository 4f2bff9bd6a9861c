import type { Return } from "./authorization.ts";

/** What the buyer comes back with. */
export type Outcome =
  | {
      readonly kind: "token";
      readonly accessToken: string;
      readonly expiresInSeconds: number;
      readonly scopes: readonly string[];
    }
  | { readonly kind: "code"; readonly code: string; readonly scopes: readonly string[] }
  | { readonly kind: "error"; readonly error: string; readonly description: string };

/** A token goes into the fragment, which no server sees; codes and errors into the query. An address may hold a query already. */
export function returnAddress({ redirectUri, state }: Return, outcome: Outcome): string {
  const url = new URL(redirectUri);
  const parameters = parametersOf(outcome);
  if (state !== undefined) parameters.append("state", state);
  if (outcome.kind === "token") url.hash = parameters.toString();
  else for (const [name, value] of parameters) url.searchParams.append(name, value);
  return url.href;
}

function parametersOf(outcome: Outcome): URLSearchParams {
  switch (outcome.kind) {
    case "token":
      return new URLSearchParams({
        access_token: outcome.accessToken,
        token_type: "bearer",
        expires_in: String(outcome.expiresInSeconds),
        scope: outcome.scopes.join(" "),
      });
    case "code":
      return new URLSearchParams({ code: outcome.code, scope: outcome.scopes.join(" ") });
    case "error":
      return new URLSearchParams({ error: outcome.error, error_description: outcome.description });
  }
}
