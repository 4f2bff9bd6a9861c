import { processRefund } from "../due/events.ts";
import { declineRefund } from "../world/changes.ts";
import type { Refund } from "../world/objects.ts";
import type { EventTable } from "./event.ts";

export const refundEvents = {
  complete: {
    states: ["Pending"],
    words: { ja: "返金が完了する", en: "it comes through" },
    happen: (world, refund) => processRefund(world, refund, "completed"),
  },
  declineAmazonRejected: {
    states: ["Pending"],
    words: { ja: "Amazonが拒否する", en: "Amazon rejects it" },
    happen: (world, refund) => declineRefund(world, refund, "AmazonRejected"),
  },
  declineProcessingFailure: {
    states: ["Pending"],
    words: { ja: "処理エラーになる", en: "processing fails" },
    happen: (world, refund) => declineRefund(world, refund, "ProcessingFailure"),
  },
} as const satisfies EventTable<Refund>;
