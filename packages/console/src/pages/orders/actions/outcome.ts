// What is said once a command was answered. Pure.
import type { Words } from "@noren-pay/protocol/words";
import type { OrderAnswer } from "@noren-pay/server";
import { taken, takenLook, takenWaiting } from "../../../words/actions.ts";
import type { ActionName } from "../possible.ts";

export interface Said {
  readonly words: Words;
  /** Whether it went as hoped for, is under way, or has to be looked at. */
  readonly how: "well" | "waiting" | "look";
}

/** A command that was taken may still come to nothing: Amazon may have declined or refused what it led to. */
export function saidOf(action: ActionName, { order, nextStep }: OrderAnswer): Said {
  if (wentWell(action, { order, nextStep })) return { words: taken[action], how: "well" };
  return nextStep === "waitForAmazon" ? { words: takenWaiting, how: "waiting" } : { words: takenLook, how: "look" };
}

function wentWell(action: ActionName, { order, nextStep }: OrderAnswer): boolean {
  const capture = order.captures.at(-1)?.state ?? "";
  const refund = order.refunds.at(-1)?.state ?? "";
  switch (action) {
    case "ship":
      return capture === "Completed" || capture === "Closed";
    case "refund":
      // Refunds always take their time: pending is how a good one looks.
      return refund === "Completed" || refund === "Pending";
    case "cancel":
      return order.state === "Canceled";
    case "close":
      return order.state === "Closed";
    case "retry":
      return nextStep === "shipIt";
  }
}
