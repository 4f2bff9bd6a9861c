// What an answer to an intent means. An answer to an intent that is settled already is ignored.
import type { Performed } from "../gateway.ts";
import { type Intent, operationOf } from "../model/intents.ts";
import { confirmed, settledByAnswer } from "./done.ts";
import { observe } from "./observe/observe.ts";
import { refused } from "./refused.ts";
import { afterThrottle, callsUntilAPersonIsAsked, retryAt } from "./times.ts";
import { changeIntent, objectIdOf, say, settle, type Working } from "./working.ts";

export function answered(w: Working, intentId: string, performed: Performed) {
  const intent = w.order.intents.find((each) => each.id === intentId);
  if (intent === undefined) return;
  say(w, "callAnswered", {
    intentId,
    operation: operationOf[intent.parameters.kind],
    outcome: performed.outcome,
    code: performed.outcome === "refused" ? performed.code : undefined,
    why: performed.outcome === "unknown" ? performed.why : undefined,
    requestId: performed.requestId,
  });
  switch (performed.outcome) {
    case "done":
      return done(w, intent, performed);
    case "refused":
      return refused(w, intent, performed);
    case "throttled":
      return keep(w, {
        ...intent,
        attempts: intent.attempts + 1,
        notBefore: afterThrottle(w.now, intent.attempts + 1),
      });
    case "unknown":
      return unknown(w, intent);
  }
}

function done(w: Working, intent: Intent, { snapshots }: Extract<Performed, { outcome: "done" }>) {
  for (const snapshot of snapshots) observe(w, snapshot);
  // An answer that does not show the object it should have made says no more than a lost one.
  if (!settledByAnswer(w.order, intent)) return unknown(w, intent);
  settle(w, intent.id);
  if (w.order.problem?.intent === intent.parameters.kind) w.order.problem = undefined;
  confirmed(w, intent);
}

function unknown(w: Working, intent: Intent) {
  const attempts = intent.attempts + 1;
  keep(w, { ...intent, attempts, state: "unknown", notBefore: retryAt(w.now, attempts) });
}

/** Keeps an intent for another call. */
export function keep(w: Working, intent: Intent) {
  changeIntent(w, intent);
  if (intent.attempts !== callsUntilAPersonIsAsked) return;
  say(w, "personAsked", { intentId: intent.id, objectId: objectIdOf(intent.parameters), attempts: intent.attempts });
}
