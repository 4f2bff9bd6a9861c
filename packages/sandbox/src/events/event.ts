import type { SandboxObject, World } from "../world/world.ts";

/** Names of an event for people, as the buyer, the seller or time would cause it. */
export interface EventWords {
  readonly ja: string;
  readonly en: string;
}

export interface EventDetails {
  /** Of refunds and chargebacks, in minor units; left out: as much as is left of the capture. */
  readonly amount?: number | undefined;
}

/** One thing that can happen to an object of a kind without any call of the merchant's. */
export interface ObjectEvent<T extends SandboxObject> {
  /** In which states it can happen. */
  readonly states: readonly T["state"][];
  /** Whether `amount` means something. */
  readonly takesAmount?: true;
  readonly words: EventWords;
  /** What must hold beside the state; left out: nothing. */
  readonly isPossible?: (world: World, object: T) => boolean;
  readonly happen: (world: World, object: T, details: EventDetails) => void;
}

export type EventTable<T extends SandboxObject> = Readonly<Record<string, ObjectEvent<T>>>;
