// What can happen to each object without a call of the merchant's, for an operator to press and a console to draw.

import type { SandboxObject, World } from "../world/world.ts";
import { authorizationEvents } from "./authorization-events.ts";
import { billingAgreementEvents } from "./billing-agreement-events.ts";
import { captureEvents } from "./capture-events.ts";
import type { EventTable, EventWords } from "./event.ts";
import { orderReferenceEvents } from "./order-reference-events.ts";
import { refundEvents } from "./refund-events.ts";

/** By the object's kind and the event's name. */
export const objectEvents = {
  OrderReference: orderReferenceEvents,
  Authorization: authorizationEvents,
  Capture: captureEvents,
  Refund: refundEvents,
  BillingAgreement: billingAgreementEvents,
} as const;

export type ObjectEventName = {
  [K in keyof typeof objectEvents]: keyof (typeof objectEvents)[K];
}[SandboxObject["kind"]];

export interface PossibleEvent {
  readonly name: ObjectEventName;
  readonly words: EventWords;
  /** Whether an amount may be given with it. */
  readonly takesAmount: boolean;
}

/** What can happen to the object now, in the order of the table. */
export const possibleEvents = (world: World, object: SandboxObject): PossibleEvent[] =>
  Object.entries(eventsOf(object))
    .filter(([, { states, isPossible }]) => states.includes(object.state) && (isPossible?.(world, object) ?? true))
    .map(([name, { words, takesAmount }]) => ({
      name: name as ObjectEventName,
      words,
      takesAmount: takesAmount ?? false,
    }));

/** Each row takes objects of its own kind only, which is how they are looked up. */
export const eventsOf = (object: SandboxObject): EventTable<SandboxObject> =>
  objectEvents[object.kind] as unknown as EventTable<SandboxObject>;
