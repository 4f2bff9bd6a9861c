// Which events make a mail, to whom, and whether it waits a while first.
import { type Instant, minutes } from "@noren-pay/base";
import type { OrderEvent } from "../model/change.ts";

export const mailKinds = ["choosePaymentMethod", "authorizationRunsOut", "webhookDisabled"] as const;
export type MailKind = (typeof mailKinds)[number];

/** A buyer who was on the page when the payment was declined is asked there; the mail is for one who then left. */
export const leftThePageAfterMs = minutes(30);

export interface PlannedMail {
  readonly kind: MailKind;
  readonly sendAt: Instant;
}

/** The mail that an event makes; undefined for none. `buyerWaited`: whether the buyer was on the page. */
export function mailOf({ type, at, data }: OrderEvent, buyerWaited: boolean): PlannedMail | undefined {
  if (type === "authorizationRunsOut") return { kind: "authorizationRunsOut", sendAt: at };
  const declined = type === "orderReferenceChanged" && data.to === "Suspended";
  if (!declined || data.reasonCode !== "InvalidPaymentMethod") return undefined;
  return { kind: "choosePaymentMethod", sendAt: buyerWaited ? at + leftThePageAfterMs : at };
}
