import { isRefusal, refuse } from "../refusal.ts";
import { closeAuthorization as close } from "../world/changes.ts";
import type { Handler } from "./handler.ts";
import { findAuthorization } from "./lookup.ts";

export const closeAuthorization: Handler<"CloseAuthorization"> = (world, caller, request) => {
  const authorization = findAuthorization(world, caller, request.AmazonAuthorizationId);
  if (isRefusal(authorization)) return authorization;
  if (authorization.state !== "Pending" && authorization.state !== "Open") {
    return refuse(
      "InvalidAuthorizationStatus",
      `Authorization ${authorization.id} is in state ${authorization.state} and cannot be closed.`,
    );
  }
  close(world, authorization, "SellerClosed", request.ClosureReason);
  return {};
};
