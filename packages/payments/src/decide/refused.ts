// A refusal of Amazon's: nothing happened at this call. Where it contradicts the books, the object is read.
import type { Performed } from "../gateway.ts";
import type { Intent } from "../model/intents.ts";
import { keep } from "./answer.ts";
import { giveUpPaying } from "./plan.ts";
import { isRefusedAtTheDoor, stateRefusals } from "./recovery.ts";
import { callsUntilAPersonIsAsked, retryAt } from "./times.ts";
import {
  checkOrderReference,
  planRead,
  putAuthorization,
  putCapture,
  putRefund,
  say,
  settle,
  type Working,
} from "./working.ts";

type Refused = Extract<Performed, { outcome: "refused" }>;

export function refused(w: Working, intent: Intent, answer: Refused) {
  if (isRefusedAtTheDoor(answer.code, intent)) return keepAtTheDoor(w, intent, answer);
  settle(w, intent.id);
  const { parameters } = intent;
  switch (parameters.kind) {
    case "authorize":
      return authorizeRefused(w, parameters.authorizationId, answer);
    case "capture":
      return captureRefused(w, parameters, answer);
    case "refund":
      return refundRefused(w, parameters, answer);
    case "closeAuthorization":
      // It was to make room for a new one: without it nothing new is asked for.
      giveUpPaying(w);
      return check(w, parameters.authorizationId);
    case "setDetails":
    case "confirm":
    case "cancel":
    case "close":
      return orderCallRefused(w, intent, answer);
  }
}

/** The intent stays: when a person has mended keys or account, the same call is made again. */
function keepAtTheDoor(w: Working, intent: Intent, answer: Refused) {
  // Nothing mends itself here, so a person is asked at once.
  const attempts = Math.max(intent.attempts + 1, callsUntilAPersonIsAsked);
  setProblem(w, intent, answer);
  keep(w, { ...intent, attempts, notBefore: retryAt(w.now, attempts) });
}

function setProblem(w: Working, intent: Pick<Intent, "parameters">, { code, requestId }: Refused) {
  const inState = w.order.orderReference.state;
  w.order.problem = { code, intent: intent.parameters.kind, inState, at: w.now, requestId };
}

function orderCallRefused(w: Working, intent: Intent, answer: Refused) {
  setProblem(w, intent, answer);
  if (stateRefusals.has(answer.code)) {
    // The read tells whether the state we expected is the true one; if it is not, the problem goes and the wish goes on.
    checkOrderReference(w);
    for (const each of w.order.authorizations) if (intent.parameters.kind === "cancel") check(w, each.id);
  }
  const buyersTurn = answer.code === "ConstraintsExist" || answer.code === "PaymentMethodNotUpdated";
  if (buyersTurn || !stateRefusals.has(answer.code)) w.order.wish = { kind: "none" };
}

function authorizeRefused(w: Working, authorizationId: string, answer: Refused) {
  const authorization = w.order.authorizations.find((each) => each.id === authorizationId);
  if (authorization?.state === "Asked") {
    putAuthorization(w, { ...authorization, state: "Refused", reasonCode: answer.code });
    say(w, "authorizationChanged", { authorizationId, from: "Asked", to: "Refused", reasonCode: answer.code });
  }
  giveUpPaying(w);
  if (stateRefusals.has(answer.code)) checkOrderReference(w);
  setProblem(w, { parameters: { kind: "confirm" } }, answer);
}

function captureRefused(
  w: Working,
  { captureId, authorizationId }: { readonly captureId: string; readonly authorizationId: string },
  answer: Refused,
) {
  const capture = w.order.captures.find((each) => each.id === captureId);
  if (capture?.state === "Asked") {
    putCapture(w, { ...capture, state: "Refused", reasonCode: answer.code });
    say(w, "captureChanged", { captureId, from: "Asked", to: "Refused", reasonCode: answer.code });
  }
  check(w, authorizationId);
}

function refundRefused(
  w: Working,
  { refundId, captureId }: { readonly refundId: string; readonly captureId: string },
  answer: Refused,
) {
  const refund = w.order.refunds.find((each) => each.id === refundId);
  if (refund?.state === "Asked") {
    putRefund(w, { ...refund, state: "Refused", reasonCode: answer.code });
    say(w, "refundChanged", { refundId, from: "Asked", to: "Refused", reasonCode: answer.code });
  }
  const amazonId = w.order.captures.find((each) => each.id === captureId)?.amazonId;
  if (amazonId !== undefined) planRead(w, { kind: "Capture", id: captureId, amazonId, why: "check" });
}

function check(w: Working, authorizationId: string) {
  const amazonId = w.order.authorizations.find((each) => each.id === authorizationId)?.amazonId;
  if (amazonId !== undefined) planRead(w, { kind: "Authorization", id: authorizationId, amazonId, why: "check" });
}
