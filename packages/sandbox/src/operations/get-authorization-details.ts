import { isRefusal } from "../refusal.ts";
import { authorizationView } from "../world/details.ts";
import type { Handler } from "./handler.ts";
import { findAuthorization } from "./lookup.ts";

export const getAuthorizationDetails: Handler<"GetAuthorizationDetails"> = (world, caller, request) => {
  const authorization = findAuthorization(world, caller, request.AmazonAuthorizationId);
  return isRefusal(authorization) ? authorization : { AuthorizationDetails: authorizationView(world, authorization) };
};
