import { closeAuthorization, stopShipment } from "../world/changes.ts";
import type { Authorization, AuthorizationOutcome } from "../world/objects.ts";
import { expireAuthorization, processAuthorization } from "../world/processing.ts";
import type { EventTable, EventWords, ObjectEvent } from "./event.ts";

const processed = (outcome: AuthorizationOutcome, words: EventWords): ObjectEvent<Authorization> => ({
  states: ["Pending"],
  words,
  happen: (world, authorization) => processAuthorization(world, authorization, outcome),
});

export const authorizationEvents = {
  approve: processed({ kind: "approved" }, { ja: "オーソリが承認される", en: "it is approved" }),
  declineInvalidPaymentMethod: processed(
    { kind: "declined", reason: "InvalidPaymentMethod" },
    { ja: "カードが拒否される", en: "the buyer's card is declined" },
  ),
  declineSoft: processed(
    { kind: "declined", reason: "InvalidPaymentMethod", softDecline: true },
    { ja: "カードが一時的に拒否される", en: "the buyer's card is declined for the moment" },
  ),
  declineAmazonRejected: processed(
    { kind: "declined", reason: "AmazonRejected" },
    { ja: "Amazonが拒否する", en: "Amazon rejects it" },
  ),
  declineProcessingFailure: processed(
    { kind: "declined", reason: "ProcessingFailure" },
    { ja: "処理エラーになる", en: "processing fails" },
  ),
  declineTransactionTimedOut: processed(
    { kind: "declined", reason: "TransactionTimedOut" },
    { ja: "時間切れになる", en: "it times out" },
  ),
  stopShipment: {
    states: ["Pending", "Open"],
    words: { ja: "Amazonが出荷停止を求める", en: "Amazon asks to stop the shipment" },
    happen: stopShipment,
  },
  expire: {
    states: ["Open"],
    words: { ja: "売上請求されずに期限が切れる", en: "it expires unused" },
    happen: expireAuthorization,
  },
  amazonCloses: {
    states: ["Pending", "Open"],
    words: { ja: "Amazonがオーソリをクローズする", en: "Amazon closes it" },
    happen: (world, authorization) => closeAuthorization(world, authorization, "AmazonClosed"),
  },
  failNextCapture: {
    states: ["Open"],
    words: { ja: "次の売上請求が処理エラーになる", en: "its capture fails in processing" },
    happen: (_world, authorization) => {
      authorization.nextCaptureFails = true;
    },
  },
} as const satisfies EventTable<Authorization>;
