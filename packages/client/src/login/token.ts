/**
 * The access token as Amazon gave it. Redirects carry it percent-encoded (`Atza%7C…`) and shops often pass it on so: it
 * is decoded once, never twice. Undefined for what cannot be a token.
 */
export function readToken(given: string): string | undefined {
  const token = /^Atza%7C/i.test(given) ? decodeOnce(given) : given;
  return token !== undefined && /^[\x21-\x7e]{1,2048}$/.test(token) ? token : undefined;
}

function decodeOnce(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
