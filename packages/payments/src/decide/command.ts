import type { Fact } from "../model/facts.ts";
import { authorizeAgain } from "./commands/authorize-again.ts";
import { cancel } from "./commands/cancel.ts";
import { close } from "./commands/close.ts";
import { place } from "./commands/place.ts";
import { refund } from "./commands/refund.ts";
import { ship } from "./commands/ship.ts";
import { actorData, type Working } from "./working.ts";

/** Carries out a command of the shop, or sets `w.refusal`. A command that asks for what is there already changes nothing. */
export function obey(w: Working, { command, actor, buyerWaits }: Extract<Fact, { type: "command" }>) {
  const before = { ...w.order };
  switch (command.kind) {
    case "place":
      place(w, command);
      break;
    case "authorizeAgain":
      authorizeAgain(w);
      break;
    case "ship":
      ship(w, command);
      break;
    case "refund":
      refund(w, command);
      break;
    case "cancel":
      cancel(w, command);
      break;
    case "close":
      close(w, command);
  }
  const changed = w.order.wish !== before.wish || w.order.intents !== before.intents;
  if (w.refusal !== undefined || !changed) return;
  if (buyerWaits) w.order.buyerWaits = true;
  w.events.unshift({ type: "commandTaken", at: w.now, data: { command: command.kind, ...actorData(actor) } });
}
