// What staff can do with an order now, and why not. The service decides; this only spares people a refusal.
import type { OrderView, SessionView } from "@noren-pay/server";
import type { Price } from "../../format/money.ts";
import type { Obstacle } from "../../words/actions.ts";

type Right = SessionView["user"]["rights"][number];
type Authorization = OrderView["authorizations"][number];
type Capture = OrderView["captures"][number];

/** Refunds that Amazon takes of one capture. */
const refundsPerCaptureMax: typeof import("@noren-pay/protocol").limits["refundsPerCaptureMax"] = 10;

interface Situation {
  readonly order: OrderView;
  /** Business time, in ms; undefined while it is not known: then nothing is taken for expired. */
  readonly now: number | undefined;
  readonly rights: readonly Right[];
}

export type ActionName = "ship" | "refund" | "cancel" | "close" | "retry";
/** The obstacle, or undefined where nothing is in the way. */
export type Possible = Readonly<Record<ActionName, Obstacle | undefined>>;

export function possibleActions(situation: Situation): Possible {
  const { rights } = situation;
  const needs = (right: Right, obstacle: (situation: Situation) => Obstacle | undefined) =>
    rights.includes(right) ? obstacle(situation) : "right";
  return {
    ship: needs("write", shipping),
    refund: needs("refund", refunding),
    cancel: needs("write", canceling),
    close: needs("write", closing),
    retry: needs("write", authorizing),
  };
}

const isLive = ({ state }: { readonly state: string }) => state !== "Declined" && state !== "Refused";
const hasMoved = ({ state }: { readonly state: string }) => state === "Completed" || state === "Closed";

function shipping({ order, now }: Situation): Obstacle | undefined {
  if (order.state === "Canceled") return "canceled";
  if (order.state === "Draft") return "draft";
  if (capturable(order, now).length > 0) return undefined;
  const open = order.authorizations.filter(({ state }) => state === "Open");
  if (open.some((each) => isBeingCaptured(order, each))) return "beingCaptured";
  if (open.length > 0) return "authorizationExpired";
  return order.nextStep === "waitForAmazon" ? "waiting" : "nothingAuthorized";
}

function refunding({ order }: Situation): Obstacle | undefined {
  if (refundable(order).length > 0) return undefined;
  if (!order.captures.some(isLive)) return "nothingCaptured";
  if (!order.captures.some(hasMoved)) return "captureNotCompleted";
  return order.captures.some((each) => leftOf(order, each).amount > 0) ? "tooManyRefunds" : "allRefunded";
}

function canceling({ order }: Situation): Obstacle | undefined {
  if (order.state === "Canceled") return "canceled";
  if (order.captures.some((each) => hasMoved(each) || each.state === "Pending")) return "alreadyCaptured";
  return order.state === "Closed" ? "closed" : undefined;
}

function closing({ order }: Situation): Obstacle | undefined {
  switch (order.state) {
    case "Canceled":
      return "canceled";
    case "Closed":
      return "closed";
    case "Draft":
      return "draft";
    default:
      return undefined;
  }
}

function authorizing({ order, now }: Situation): Obstacle | undefined {
  const ended = closing({ order, now, rights: [] });
  if (ended !== undefined) return ended;
  if (order.nextStep === "waitForAmazon") return "waiting";
  if (capturable(order, now).length > 0) return "alreadyAuthorized";
  return order.balances.remaining.amount === 0 ? "allCaptured" : undefined;
}

const isBeingCaptured = (order: OrderView, { authorizationId }: Authorization) =>
  order.captures.some((each) => each.authorizationId === authorizationId && isLive(each));

/** Open authorizations from which nothing has been captured, the oldest first. */
export function capturable(order: OrderView, now: number | undefined): readonly Authorization[] {
  return order.authorizations.filter(
    (each) =>
      each.state === "Open" && (now === undefined || now < Date.parse(each.expiresAt)) && !isBeingCaptured(order, each),
  );
}

/** What a capture alone may take: the largest open authorization. */
export function mostToCapture(order: OrderView, now: number | undefined): Price | undefined {
  return capturable(order, now)
    .map(({ amount }) => amount)
    .toSorted((a, b) => b.amount - a.amount)[0];
}

/** Completed captures of which something is left, and that take another refund. */
export function refundable(order: OrderView): readonly Capture[] {
  return order.captures.filter(
    (each) =>
      each.state === "Completed" &&
      leftOf(order, each).amount > 0 &&
      liveRefunds(order, each).length < refundsPerCaptureMax,
  );
}

const liveRefunds = (order: OrderView, { captureId }: Capture) =>
  order.refunds.filter((each) => each.captureId === captureId && isLive(each));

/** What is left of a capture. Amazon's own figure counts too: it knows of refunds that nobody here has asked for. */
export function leftOf(order: OrderView, capture: Capture): Price {
  const refunds = liveRefunds(order, capture);
  const sum = (list: typeof refunds) => list.reduce((total, { amount }) => total + amount.amount, 0);
  const byOthers = capture.refundedAmount.amount - sum(refunds.filter(({ state }) => state === "Completed"));
  const left = capture.amount.amount - sum(refunds) - Math.max(0, byOthers);
  return { ...capture.amount, amount: Math.max(0, left) };
}
