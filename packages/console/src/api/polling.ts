// How often an order is looked at while something about it is under way.
import type { OrderView } from "@noren-pay/server";

/** Amazon's answer usually takes a second or two. */
const soonMs = 2_000;
/** Refunds and pending captures take minutes to hours. */
const laterMs = 20_000;

/** Milliseconds until the next look; false when nothing is under way. */
export function pollEvery(order: OrderView | undefined): number | false {
  if (order === undefined) return false;
  const objects = [...order.authorizations, ...order.captures, ...order.refunds];
  if (order.nextStep === "waitForAmazon" || objects.some(({ state }) => state === "Asked")) return soonMs;
  return objects.some(({ state }) => state === "Pending") ? laterMs : false;
}
