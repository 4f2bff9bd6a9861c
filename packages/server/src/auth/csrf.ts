// The token against forged requests: bound to the session by a key that only its cookie holds, so that neither a planted
// cookie nor another site can make one. The page gets it from GET /console/api/session and sends it as a header.
import { createHmac, timingSafeEqual } from "node:crypto";

export const csrfTokenOf = (sessionToken: string): string =>
  createHmac("sha256", sessionToken).update("noren console csrf").digest("base64url");

export function csrfTokenHolds(sessionToken: string, given: unknown): boolean {
  if (typeof given !== "string") return false;
  const expected = Buffer.from(csrfTokenOf(sessionToken));
  const sent = Buffer.from(given);
  return expected.length === sent.length && timingSafeEqual(expected, sent);
}
