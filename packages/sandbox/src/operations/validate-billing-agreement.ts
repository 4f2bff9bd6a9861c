import { isRefusal, refuse } from "../refusal.ts";
import { suspendAgreement } from "../world/agreement-changes.ts";
import { agreementStatusView } from "../world/agreement-details.ts";
import type { Handler } from "./handler.ts";
import { findBillingAgreement } from "./lookup.ts";

/** What the card would do to an authorization; a starred TransactionTimedOut one stands for ValidationTimedOut. [U] */
export const validateBillingAgreement: Handler<"ValidateBillingAgreement"> = (world, caller, request) => {
  const agreement = findBillingAgreement(world, caller, request.AmazonBillingAgreementId);
  if (isRefusal(agreement)) return agreement;
  if (agreement.state !== "Open") {
    return refuse(
      "InvalidBillingAgreementStatus",
      `BillingAgreement ${agreement.id} is in state ${agreement.state} and cannot be validated.`,
    );
  }
  const card = agreement.card?.simulation;
  if (card === "TransactionTimedOut") {
    return {
      ValidationResult: "Failure",
      FailureReasonCode: "ValidationTimedOut",
      BillingAgreementStatus: agreementStatusView(agreement),
    };
  }
  if (card === "InvalidPaymentMethod") {
    suspendAgreement(world, agreement, { reason: "InvalidPaymentMethod" });
    return {
      ValidationResult: "Failure",
      FailureReasonCode: "InvalidPaymentMethod",
      BillingAgreementStatus: agreementStatusView(agreement),
    };
  }
  return { ValidationResult: "Success", BillingAgreementStatus: agreementStatusView(agreement) };
};
