import { regions } from "@noren-pay/protocol";
import { isRefusal, refuse } from "../refusal.ts";
import { billingAgreementView } from "../world/agreement-details.ts";
import { noToken } from "../world/details.ts";
import { given } from "./attributes.ts";
import type { Handler } from "./handler.ts";
import { findBillingAgreement } from "./lookup.ts";

/** Overwrites what is sent and leaves the rest. */
export const setBillingAgreementDetails: Handler<"SetBillingAgreementDetails"> = (world, caller, request) => {
  const agreement = findBillingAgreement(world, caller, request.AmazonBillingAgreementId);
  if (isRefusal(agreement)) return agreement;
  if (agreement.state !== "Draft") {
    return refuse(
      "BillingAgreementNotModifiable",
      `BillingAgreement ${agreement.id} is not in draft state and cannot be modified with the request submitted by you.`,
    );
  }
  const attributes = request.BillingAgreementAttributes;
  const currencyCode = attributes.SubscriptionAmount?.currencyCode;
  if (currencyCode && currencyCode !== regions[world.settings.region].currency) {
    return refuse("InvalidParameterValue", "The parameter SubscriptionAmount has another currency than the account.");
  }
  agreement.platformId = attributes.PlatformId ?? agreement.platformId;
  agreement.sellerNote = attributes.SellerNote ?? agreement.sellerNote;
  agreement.type = attributes.BillingAgreementType ?? agreement.type;
  agreement.subscriptionAmount = attributes.SubscriptionAmount ?? agreement.subscriptionAmount;
  if (attributes.SellerBillingAgreementAttributes) {
    agreement.sellerBillingAgreementAttributes = {
      ...agreement.sellerBillingAgreementAttributes,
      ...given(attributes.SellerBillingAgreementAttributes),
    };
  }
  return { BillingAgreementDetails: billingAgreementView(world, agreement, noToken) };
};
