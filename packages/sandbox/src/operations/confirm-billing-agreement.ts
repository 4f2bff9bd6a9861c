import { type AmazonRefusal, isRefusal, refuse } from "../refusal.ts";
import { confirmAgreement } from "../world/agreement-changes.ts";
import { agreementConstraintsOf, isCured } from "../world/agreement-details.ts";
import type { BillingAgreement } from "../world/billing-agreement.ts";
import type { World } from "../world/world.ts";
import { authenticationOf } from "./authentication.ts";
import type { Handler } from "./handler.ts";
import { findBillingAgreement } from "./lookup.ts";

export const confirmBillingAgreement: Handler<"ConfirmBillingAgreement"> = (world, caller, request) => {
  const agreement = findBillingAgreement(world, caller, request.AmazonBillingAgreementId);
  if (isRefusal(agreement)) return agreement;
  const refusal = refusalOf(world, agreement);
  if (refusal) return refusal;
  const authentication = authenticationOf(world, request);
  if (isRefusal(authentication)) return authentication;
  if (agreement.state !== "Open") agreement.paymentAuthentication = authentication;
  confirmAgreement(world, agreement);
  return {};
};

function refusalOf(world: World, agreement: BillingAgreement): AmazonRefusal | undefined {
  if (agreement.state === "Canceled" || agreement.state === "Closed") {
    return refuse(
      "InvalidBillingAgreementStatus",
      `BillingAgreement ${agreement.id} is in state ${agreement.state} and cannot be confirmed.`,
    );
  }
  if (agreement.state === "Suspended" && !isCured(agreement)) return refuse("PaymentMethodNotUpdated");
  const found = agreementConstraintsOf(world, agreement);
  if (found.length === 0) return undefined;
  return refuse(
    "BillingAgreementConstraintsExist",
    `BillingAgreement ${agreement.id} has constraints ${found.join(", ")} and cannot be confirmed.`,
  );
}
