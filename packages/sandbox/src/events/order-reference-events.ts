import { cancelOrderReference, closeOrderReference, repairOrderReference, suspend } from "../world/changes.ts";
import type { OrderReference } from "../world/objects.ts";
import { mayRepair } from "../world/repair.ts";
import type { EventTable } from "./event.ts";

export const orderReferenceEvents = {
  goStale: {
    states: ["Draft"],
    words: { ja: "3時間が過ぎる", en: "three hours pass" },
    happen: (world, order) => cancelOrderReference(world, order, "Stale"),
  },
  suspend: {
    states: ["Open"],
    words: { ja: "お支払い方法が使えなくなる", en: "the payment method stops working" },
    happen: (world, order) => suspend(world, order, "async"),
  },
  repair: {
    states: ["Suspended"],
    words: {
      ja: "購入者がAmazonのページでお支払い方法を直す",
      en: "the buyer mends the payment method on Amazon's page",
    },
    isPossible: mayRepair,
    happen: (world, order) => repairOrderReference(world, order),
  },
  failNextAuthorization: {
    states: ["Open"],
    words: { ja: "次のオーソリが処理エラーになる", en: "the next authorization fails in processing" },
    happen: (_world, order) => {
      order.nextAuthorizationFails = true;
    },
  },
  amazonCancels: {
    states: ["Draft", "Open", "Suspended"],
    words: { ja: "Amazonが注文をキャンセルする", en: "Amazon cancels the order" },
    isPossible: (_world, order) => order.standingCaptures === 0,
    happen: (world, order) => cancelOrderReference(world, order, "AmazonCanceled"),
  },
  amazonCloses: {
    states: ["Open", "Suspended"],
    words: { ja: "Amazonが注文をクローズする", en: "Amazon closes the order" },
    happen: (world, order) => closeOrderReference(world, order, "AmazonClosed"),
  },
  expire: {
    states: ["Open", "Suspended"],
    words: { ja: "180日が過ぎる", en: "180 days pass" },
    happen: (world, order) => closeOrderReference(world, order, "Expired"),
  },
} as const satisfies EventTable<OrderReference>;
