// MWSAuthToken: what lets a solution provider call for a merchant, with keys of its own.
import { SandboxError } from "../errors.ts";
import { newAuthToken } from "../world/ids.ts";
import type { AuthToken } from "../world/objects.ts";
import { freeId, type World } from "../world/world.ts";
import { sellerOf } from "./sellers.ts";

export interface IssueAuthToken {
  /** The merchant's. */
  readonly sellerId: string;
  /** The seller whose keys will sign. */
  readonly providerId: string;
}

/** The merchant lets the provider act for it. Throws UnknownSeller. */
export function issueAuthToken(world: World, args: IssueAuthToken): AuthToken {
  const token: AuthToken = {
    sellerId: sellerOf(world, args.sellerId).sellerId,
    providerId: sellerOf(world, args.providerId).sellerId,
    text: freeId(world.authTokens, () => newAuthToken(world.random)),
    revoked: false,
  };
  world.authTokens.set(token.text, token);
  return token;
}

export interface RevokeAuthToken {
  readonly text: string;
}

/** The merchant takes it back. Throws UnknownObject. */
export function revokeAuthToken(world: World, args: RevokeAuthToken): AuthToken {
  const token = world.authTokens.get(args.text);
  if (!token) throw new SandboxError("UnknownObject", { field: "mwsAuthToken" });
  token.revoked = true;
  return token;
}
