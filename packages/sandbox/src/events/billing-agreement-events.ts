import type { BillingAgreementConstraintId } from "@noren-pay/protocol";
import {
  cancelAgreement,
  closeAgreement,
  repairAgreement,
  suspendAgreement,
  updateAgreement,
} from "../world/agreement-changes.ts";
import type { BillingAgreement } from "../world/billing-agreement.ts";
import type { World } from "../world/world.ts";
import type { EventTable, EventWords, ObjectEvent } from "./event.ts";

/** What arises after confirmation and suspends. */
const constrained = (constraint: BillingAgreementConstraintId, words: EventWords): ObjectEvent<BillingAgreement> => ({
  states: ["Open"],
  words,
  happen: (world, agreement) => suspendAgreement(world, agreement, { constraint }),
});

/** The one after the present one in the buyer's list, starred cards left out. */
function another(world: World, agreement: BillingAgreement) {
  const buyer = world.buyers.get(agreement.buyerId);
  const next = <T>(all: readonly T[], index: number): T | undefined => all[(index + 1) % all.length];
  const addresses = [...(buyer?.addresses.values() ?? [])];
  const cards = [...(buyer?.cards.values() ?? [])].filter((card) => !card.simulation);
  return {
    address: next(
      addresses,
      addresses.findIndex(({ addressId }) => addressId === agreement.address?.addressId),
    ),
    card: next(
      cards,
      cards.findIndex(({ cardId }) => cardId === agreement.card?.cardId),
    ),
  };
}

export const billingAgreementEvents = {
  goStale: {
    states: ["Draft"],
    words: { ja: "3時間が過ぎる", en: "three hours pass" },
    happen: (world, agreement) => cancelAgreement(world, agreement, "Stale"),
  },
  suspend: {
    states: ["Open"],
    words: { ja: "お支払い方法が使えなくなる", en: "the payment method stops working" },
    happen: (world, agreement) => suspendAgreement(world, agreement, { reason: "InvalidPaymentMethod" }),
  },
  deleteBillingAddress: constrained("BillingAddressDeleted", {
    ja: "購入者が請求先住所を削除する",
    en: "the buyer deletes the billing address",
  }),
  deletePaymentMethod: constrained("PaymentMethodDeleted", {
    ja: "購入者がお支払い方法を削除する",
    en: "the buyer deletes the payment method",
  }),
  disallowPaymentMethod: constrained("PaymentMethodNotAllowed", {
    ja: "お支払い方法が認められなくなる",
    en: "the payment method is no longer allowed",
  }),
  deleteShippingAddress: constrained("ShippingAddressDeleted", {
    ja: "購入者がお届け先を削除する",
    en: "the buyer deletes the shipping address",
  }),
  repair: {
    states: ["Suspended"],
    words: { ja: "購入者がAmazonのページで直す", en: "the buyer mends it on Amazon's page" },
    happen: (world, agreement) => repairAgreement(world, agreement),
  },
  changePaymentMethod: {
    states: ["Open"],
    words: {
      ja: "購入者がAmazonのページでお支払い方法を変える",
      en: "the buyer changes the payment method on Amazon's page",
    },
    happen: (world, agreement) => updateAgreement(world, agreement, { card: another(world, agreement).card }),
  },
  changeAddress: {
    states: ["Open"],
    words: { ja: "購入者がAmazonのページでお届け先を変える", en: "the buyer changes the address on Amazon's page" },
    isPossible: (_world, agreement) => agreement.wantsAddress,
    happen: (world, agreement) => updateAgreement(world, agreement, { address: another(world, agreement).address }),
  },
  changeBoth: {
    states: ["Open"],
    words: {
      ja: "購入者がAmazonのページでお届け先とお支払い方法を変える",
      en: "the buyer changes address and payment method on Amazon's page",
    },
    isPossible: (_world, agreement) => agreement.wantsAddress,
    happen: (world, agreement) => updateAgreement(world, agreement, another(world, agreement)),
  },
  failNextAuthorization: {
    states: ["Open"],
    words: { ja: "次のオーソリが処理エラーになる", en: "the next authorization fails in processing" },
    happen: (_world, agreement) => {
      agreement.nextAuthorizationFails = true;
    },
  },
  amazonCancels: {
    states: ["Draft", "Open", "Suspended"],
    words: { ja: "Amazonが自動支払い契約をキャンセルする", en: "Amazon cancels the agreement" },
    happen: (world, agreement) => cancelAgreement(world, agreement, "AmazonCanceled"),
  },
  amazonCloses: {
    states: ["Open", "Suspended"],
    words: { ja: "Amazonが自動支払い契約をクローズする", en: "Amazon closes the agreement" },
    happen: (world, agreement) => closeAgreement(world, agreement, "AmazonClosed"),
  },
  buyerCloses: {
    states: ["Open", "Suspended"],
    words: { ja: "購入者が自動支払い契約をやめる", en: "the buyer ends the agreement" },
    happen: (world, agreement) => closeAgreement(world, agreement, "BuyerClosed"),
  },
  expire: {
    states: ["Open", "Suspended"],
    words: { ja: "自動支払い契約の期限が切れる", en: "the agreement expires" },
    happen: (world, agreement) => closeAgreement(world, agreement, "Expired"),
  },
} as const satisfies EventTable<BillingAgreement>;
