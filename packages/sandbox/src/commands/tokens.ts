import { SandboxError } from "../errors.ts";
import { newAccessToken } from "../world/ids.ts";
import type { AccessToken } from "../world/objects.ts";
import type { World } from "../world/world.ts";
import { buyerOf } from "./buyers.ts";

export interface IssueToken {
  readonly buyerId: string;
  readonly clientId: string;
  readonly scopes: readonly string[];
}

/** Gives a bearer token, good for an hour of business time, and remembers the buyer's consent to its scopes. */
export function issueToken(world: World, args: IssueToken): AccessToken {
  const buyer = buyerOf(world, args.buyerId);
  if (!world.clients.has(args.clientId)) throw new SandboxError("UnknownClient", { field: "clientId" });
  dropOldTokens(world);
  const token: AccessToken = {
    text: newAccessToken(world.random),
    buyerId: buyer.buyerId,
    clientId: args.clientId,
    scopes: [...new Set(args.scopes)],
    issuedAt: world.now,
    expiresAt: world.now + world.settings.accessTokenLifetimeMs,
  };
  world.tokens.set(token.text, token);
  const consents = buyer.consents.get(args.clientId) ?? new Set();
  for (const scope of token.scopes) consents.add(scope);
  buyer.consents.set(args.clientId, consents);
  return token;
}

export interface RevokeToken {
  readonly text: string;
}

/** Ends a token before its time; unknown ones are no error. */
export function revokeToken(world: World, args: RevokeToken): void {
  world.tokens.delete(args.text);
}

/** The map keeps the order of issue, so the oldest stand first. */
function dropOldTokens(world: World): void {
  for (const [text, token] of world.tokens) {
    if (token.expiresAt > world.now && world.tokens.size < world.settings.accessTokensMax) return;
    world.tokens.delete(text);
  }
}

/** A token that is still good at `now`. */
export function tokenOf(world: World, text: string, now: number): AccessToken | undefined {
  const token = world.tokens.get(text);
  return token && token.expiresAt > now ? token : undefined;
}
