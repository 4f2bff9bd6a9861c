// Billing agreements for the scenarios: made as a buyer would in the widgets.
import { yen } from "@noren-pay/base";
import type { Shop } from "./shop.ts";

export const monthly = yen(980);

/** A Draft billing agreement with address, payment method and consent. */
export async function draftAgreement(shop: Shop, wish: object = {}): Promise<string> {
  return (await shop.admin.createBillingAgreement(wish)).amazonBillingAgreementId;
}

/** An Open one. */
export async function openAgreement(shop: Shop, wish: object = {}): Promise<string> {
  const AmazonBillingAgreementId = await draftAgreement(shop, wish);
  await shop.amazon.confirmBillingAgreement({ AmazonBillingAgreementId });
  return AmazonBillingAgreementId;
}

/** The id of the first buyer's card with this simulation. */
export async function cardWith(shop: Shop, simulation: string): Promise<string> {
  const { buyers } = await shop.admin.listBuyers();
  return buyers[0]?.cards.find((card) => card.simulation === simulation)?.cardId ?? "";
}

/** Charges the agreement. */
export const charge = async (shop: Shop, AmazonBillingAgreementId: string, more: object = {}) =>
  shop.amazon.authorizeOnBillingAgreement({
    AmazonBillingAgreementId,
    AuthorizationReferenceId: shop.referenceId(),
    AuthorizationAmount: monthly,
    TransactionTimeout: 0,
    ...more,
  });
