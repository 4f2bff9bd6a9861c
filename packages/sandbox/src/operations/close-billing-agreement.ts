import { isRefusal, refuse } from "../refusal.ts";
import { closeAgreement } from "../world/agreement-changes.ts";
import type { Handler } from "./handler.ts";
import { findBillingAgreement } from "./lookup.ts";
import { simulationOf } from "./simulated.ts";

export const closeBillingAgreement: Handler<"CloseBillingAgreement"> = (world, caller, request) => {
  const agreement = findBillingAgreement(world, caller, request.AmazonBillingAgreementId);
  if (isRefusal(agreement)) return agreement;
  const { id, state } = agreement;
  const isEnded = state === "Closed" || state === "Canceled";
  if (isEnded && world.settings.endingEndedIsNoOp) return {};
  if (state !== "Open" && state !== "Suspended") {
    return refuse("InvalidCloseAttempt", `BillingAgreement ${id} is in state ${state} and cannot be closed.`);
  }
  const simulation = simulationOf(caller, "CloseBillingAgreement", request.ClosureReason);
  if (isRefusal(simulation)) return simulation;
  if (simulation?.reasonCode === "AmazonClosed") closeAgreement(world, agreement, "AmazonClosed");
  else closeAgreement(world, agreement, "SellerClosed", request.ClosureReason);
  return {};
};
