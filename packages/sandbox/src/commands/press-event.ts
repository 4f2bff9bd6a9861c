import { SandboxError } from "../errors.ts";
import type { EventDetails } from "../events/event.ts";
import { eventsOf, possibleEvents } from "../events/table.ts";
import { objectOf, type SandboxObject, type World } from "../world/world.ts";

export interface PressEvent extends EventDetails {
  /** Any object's. */
  readonly id: string;
  /** A name of the table of events for the object's kind. */
  readonly event: string;
}

/** Lets something happen to an object. Throws UnknownObject, UnknownEvent, NotInThisState. */
export function pressEvent(world: World, { id, event, ...details }: PressEvent): SandboxObject {
  const object = objectOf(world, id);
  if (!object) throw new SandboxError("UnknownObject", { field: "id" });
  const events = eventsOf(object);
  const row = Object.hasOwn(events, event) ? events[event] : undefined;
  const possible = possibleEvents(world, object).map((each) => each.name);
  if (!row) throw new SandboxError("UnknownEvent", { field: "event", detail: `Possible now: ${possible.join(", ")}.` });
  if (!possible.some((each) => each === event)) {
    throw new SandboxError("NotInThisState", {
      field: "event",
      detail: `It is ${object.state}; possible now: ${possible.join(", ") || "nothing"}.`,
    });
  }
  row.happen(world, object, details);
  return object;
}
