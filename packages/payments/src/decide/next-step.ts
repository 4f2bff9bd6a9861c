// What the shop or its buyer can do next, computed from the order alone.
import { isFinal } from "@noren-pay/protocol";
import type { Authorization, NextStep, Order } from "../model/order.ts";
import { balancesOf, isLiveCapture } from "./balances.ts";
import { callsUntilAPersonIsAsked } from "./times.ts";

export function nextStepOf(order: Order): NextStep {
  if (order.orderReference.state === "Canceled") return "orderCanceled";
  if (needsAPerson(order)) return "askAPerson";
  if (isUnderWay(order)) return "waitForAmazon";
  if (hasCapturable(order)) return "shipIt";
  switch (order.orderReference.state) {
    case "Draft":
      return ofDraft(order);
    case "Open":
      return ofOpen(order);
    case "Suspended":
      return "chooseAnotherPaymentMethod";
    case "Closed":
      return lastOf(order)?.reasonCode === "AmazonRejected" && nothingCaptured(order)
        ? "offerAnotherWayToPay"
        : "orderClosed";
  }
}

/** Refusals that no buyer and no waiting can mend. */
const buyersProblems: ReadonlySet<string> = new Set(["ConstraintsExist", "PaymentMethodNotUpdated"]);

function needsAPerson(order: Order): boolean {
  if (order.intents.some((intent) => intent.attempts >= callsUntilAPersonIsAsked)) return true;
  if (order.problem === undefined || buyersProblems.has(order.problem.code)) return false;
  return !order.reads.some((read) => read.kind === "OrderReference" && read.why === "check");
}

function isUnderWay(order: Order): boolean {
  if (order.intents.length > 0 || order.wish.kind === "cancel" || order.wish.kind === "close") return true;
  if (order.wish.kind === "pay") return true;
  if (order.problem !== undefined && !buyersProblems.has(order.problem.code)) return true;
  return (
    order.authorizations.some((each) => each.state === "Pending") ||
    order.captures.some((each) => each.state === "Pending" || each.state === "Asked")
  );
}

const hasCapturable = (order: Order): boolean =>
  order.authorizations.some(
    (each) =>
      each.state === "Open" &&
      !order.captures.some((capture) => capture.authorizationId === each.id && isLiveCapture(capture)),
  );

function ofDraft(order: Order): NextStep {
  if (order.orderReference.constraints.length > 0 || order.problem?.code === "ConstraintsExist")
    return "fixConstraints";
  return "nothing";
}

function ofOpen(order: Order): NextStep {
  if (balancesOf(order).remaining.amount === 0) return "nothing";
  const last = lastOf(order);
  if (last?.state !== "Declined") return "authorizeAgain";
  switch (last.reasonCode) {
    // Amazon closes the order reference by itself; our books may not have read that yet.
    case "AmazonRejected":
      return "offerAnotherWayToPay";
    // It was suspended and is open again: the buyer has repaired the payment method.
    case "InvalidPaymentMethod":
      return "authorizeAgain";
    default:
      return "offerAnotherWayToPay";
  }
}

const lastOf = (order: Order): Authorization | undefined => order.authorizations.at(-1);
const nothingCaptured = (order: Order): boolean => !order.captures.some(isLiveCapture);

/** Whether the books and Amazon have nothing open between them: no call, no read but a sweep's, and nothing pending. */
export const isQuiet = (order: Order): boolean =>
  order.intents.length === 0 &&
  order.reads.every((read) => read.why === "sweep") &&
  order.wish.kind === "none" &&
  [...order.captures, ...order.authorizations, ...order.refunds].every((each) => each.state !== "Pending") &&
  (isFinal("OrderReference", order.orderReference.state) || order.nextAttemptAt === undefined);
