import type { Instant } from "@noren-pay/base";
import type { Work } from "../model/facts.ts";
import type { Order } from "../model/order.ts";
import { guardAtOf } from "./guard-times.ts";
import { sweepAtOf } from "./sweep-times.ts";
import { isPerformable, runningOut } from "./times.ts";

/** The next thing that is due for an order: calls before reads, then what only the clock asks for. */
export function nextWork(order: Order, now: Instant): Work | { readonly do: "wake" } | undefined {
  const intent = order.intents.find((each) => each.notBefore <= now && isPerformable(each));
  if (intent !== undefined) return { do: "perform", intentId: intent.id };
  const read =
    order.reads.find((each) => each.notBefore <= now && each.why === "recover") ??
    order.reads.find((each) => each.notBefore <= now && each.why !== "sweep") ??
    order.reads.find((each) => each.notBefore <= now);
  if (read !== undefined) return { do: "read", kind: read.kind, id: read.id };
  const waits = order.wish.kind === "pay" && order.nextAttemptAt !== undefined && order.nextAttemptAt <= now;
  const byItself = [sweepAtOf(order), guardAtOf(order)];
  if (byItself.some((at) => at !== undefined && at <= now)) return { do: "wake" };
  if (waits || runningOut(order).some((each) => each.notBefore <= now)) return { do: "wake" };
  return undefined;
}
