// The one door: every fact that can change an order goes through here. Pure: the same order, fact, instant and ids give
// the same decision. Leaves change a working copy; `plan` then follows the shop's wish, whatever the fact was.
import type { Decision } from "../model/change.ts";
import type { Fact, Stamped } from "../model/facts.ts";
import type { Order } from "../model/order.ts";
import { answered } from "./answer.ts";
import { obey } from "./command.ts";
import { guard } from "./guard.ts";
import { nextStepOf } from "./next-step.ts";
import { noticed } from "./notice.ts";
import { plan } from "./plan.ts";
import { looked } from "./read.ts";
import { sweep } from "./sweep.ts";
import { runningOut, wakeAtOf } from "./times.ts";
import { planRead, startWorking, type Working } from "./working.ts";

/** What follows from a fact. A refused command changes nothing. Throws only on a mistake of ours. */
export function decide(order: Order, stamped: Stamped): Decision {
  const w = startWorking(order, stamped);
  take(w, stamped.fact);
  if (w.refusal !== undefined)
    return { order, events: [], entries: [], intents: [], refusal: w.refusal, nextStep: nextStepOf(order) };
  plan(w);
  return finished(w);
}

function take(w: Working, fact: Fact) {
  switch (fact.type) {
    case "command":
      return obey(w, fact);
    case "answer":
      return answered(w, fact.intentId, fact.performed);
    case "read":
      return looked(w, fact, fact.read);
    case "notice":
      return noticed(w, fact.messageId, fact.says);
    case "waitForQuota":
      return waitForQuota(w, fact);
    case "wake":
      return woken(w);
  }
}

function waitForQuota(w: Working, { work, until }: Extract<Fact, { type: "waitForQuota" }>) {
  if (work.do === "perform")
    w.order.intents = w.order.intents.map((each) => (each.id === work.intentId ? { ...each, notBefore: until } : each));
  else
    w.order.reads = w.order.reads.map((each) =>
      each.kind === work.kind && each.id === work.id ? { ...each, notBefore: until } : each,
    );
}

function woken(w: Working) {
  if (w.order.nextAttemptAt !== undefined && w.order.nextAttemptAt <= w.now) w.order.nextAttemptAt = undefined;
  for (const { kind, id, amazonId, notBefore } of runningOut(w.order))
    if (notBefore <= w.now) planRead(w, { kind, id, amazonId, why: "expiry" });
  guard(w);
  sweep(w);
}

function finished(w: Working): Decision {
  if (w.order.intents.length === 0) w.order.buyerWaits = false;
  w.order.wakeAt = wakeAtOf(w.order);
  if (w.events.length > 0) w.order.updatedAt = w.now;
  return {
    order: w.order,
    events: w.events,
    entries: w.entries,
    intents: w.intents,
    refusal: undefined,
    nextStep: nextStepOf(w.order),
  };
}
