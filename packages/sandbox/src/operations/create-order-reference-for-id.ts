import { limits, regions } from "@noren-pay/protocol";
import { type AmazonRefusal, isRefusal, refuse } from "../refusal.ts";
import type { BillingAgreement } from "../world/billing-agreement.ts";
import { confirm } from "../world/changes.ts";
import { noToken, orderReferenceView } from "../world/details.ts";
import type { World } from "../world/world.ts";
import { applyAttributes } from "./attributes.ts";
import type { Handler, RequestFor } from "./handler.ts";
import { findBillingAgreement } from "./lookup.ts";
import { makeChild } from "./make-child.ts";

type Request = RequestFor<"CreateOrderReferenceForId">;

export const createOrderReferenceForId: Handler<"CreateOrderReferenceForId"> = (world, caller, request) => {
  const agreement = findBillingAgreement(world, caller, request.Id);
  if (isRefusal(agreement)) return agreement;
  const refusal = refusalOf(world, agreement, request);
  if (refusal) return refusal;
  const order = makeChild(world, agreement, {
    inheritsAddress: request.InheritShippingAddress ?? world.settings.inheritAddressByDefault,
  });
  applyAttributes(world, order, request.OrderReferenceAttributes ?? {});
  if (request.ConfirmNow) confirm(world, order);
  return { OrderReferenceDetails: orderReferenceView(world, order, noToken) };
};

function refusalOf(world: World, agreement: BillingAgreement, request: Request): AmazonRefusal | undefined {
  const { id, state } = agreement;
  // A Draft's order reference waits for the agreement: there is no consent to charge anything yet. [U]
  if ((state !== "Draft" && state !== "Open") || (state === "Draft" && request.ConfirmNow)) {
    return refuse(
      "InvalidBillingAgreementStatus",
      `BillingAgreement ${id} is in state ${state} and an OrderReference cannot be ${request.ConfirmNow ? "confirmed" : "created"}.`,
    );
  }
  if (state === "Draft" && agreement.orderReferenceIds.length >= limits.orderReferencesPerDraftAgreementMax) {
    return refuse("OrderReferenceCountExceeded");
  }
  const total = request.OrderReferenceAttributes?.OrderTotal;
  if (total && total.currencyCode !== regions[world.settings.region].currency) return refuse("CurrencyMismatch");
  if (request.ConfirmNow && !total) {
    return refuse("ConstraintsExist", "The new OrderReference has constraints AmountNotSet and cannot be confirmed.");
  }
  return undefined;
}
