// The cookie in which Amazon's script looks for the token after a redirect. Source: enable redirect; access tokens.

const name = "amazon_Login_accessToken";

export function keepToken(token: string): void {
  write(`${token}; path=/${location.protocol === "https:" ? "; secure" : ""}; samesite=lax`);
}

/** Whether a page before this one has left a token. It may have expired. */
export const hasToken = (): boolean => /(?:^|; *)amazon_Login_accessToken=Atza/.test(document.cookie);

export function dropToken(): void {
  const past = "expires=Thu, 01 Jan 1970 00:00:00 GMT";
  write(`; path=/; ${past}`);
  write(`; ${past}`);
}

function write(valueAndPlace: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: Amazon's script reads it in the same moment; the newer API only answers later.
  document.cookie = `${name}=${valueAndPlace}`;
}
