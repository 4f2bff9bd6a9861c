import type { Client } from "./objects.ts";

const loopback = /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;

/** Whether pages of `origin` may use the client. Loopback origins always may: a sandbox serves people's own machines. */
export const isAllowedOrigin = (client: Client, origin: string): boolean =>
  loopback.test(origin) || client.allowedOrigins.includes(origin);

/** Whether the buyer may be sent back to `url`: a registered address without regard to its query, or a loopback one. */
export function isAllowedReturnUrl(client: Client, url: string): boolean {
  if (!URL.canParse(url)) return false;
  const parsed = new URL(url);
  if (parsed.username !== "" || parsed.password !== "") return false;
  if (loopback.test(parsed.origin)) return true;
  const plain = `${parsed.origin}${parsed.pathname}`;
  return client.allowedReturnUrls.some((allowed) => allowed === url || allowed === plain);
}
