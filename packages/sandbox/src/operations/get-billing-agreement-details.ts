import { isRefusal, refuse } from "../refusal.ts";
import { billingAgreementView } from "../world/agreement-details.ts";
import type { Handler } from "./handler.ts";
import { findBillingAgreement } from "./lookup.ts";
import { visibility } from "./visibility.ts";

export const getBillingAgreementDetails: Handler<"GetBillingAgreementDetails"> = (world, caller, request) => {
  if (request.AccessToken && request.AddressConsentToken) return refuse("AmbiguousToken");
  const agreement = findBillingAgreement(world, caller, request.AmazonBillingAgreementId);
  if (isRefusal(agreement)) return agreement;
  const seen = visibility(world, agreement, request);
  return isRefusal(seen) ? seen : { BillingAgreementDetails: billingAgreementView(world, agreement, seen) };
};
