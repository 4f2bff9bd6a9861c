// What Amazon says of an object, taken into the books. The rules are the same for answers, reads and whatever comes
// later: a final state is never left, any other change must be reachable by the arrows, older news changes nothing.
import { isFinal, isReachable, type ObjectKind } from "@noren-pay/protocol";
import type { Snapshot } from "../../model/snapshots.ts";
import { say, type Working } from "../working.ts";
import { observeAuthorization } from "./authorization.ts";
import { observeCapture } from "./capture.ts";
import { observeOrderReference } from "./order-reference.ts";
import { observeRefund } from "./refund.ts";

/** `under`: our id of the object it was found below, for objects that the books do not hold yet. */
export function observe(w: Working, snapshot: Snapshot, under?: string) {
  switch (snapshot.kind) {
    case "OrderReference":
      return observeOrderReference(w, snapshot);
    case "Authorization":
      return observeAuthorization(w, snapshot);
    case "Capture":
      return observeCapture(w, snapshot, under);
    case "Refund":
      return observeRefund(w, snapshot, under);
  }
}

interface Held {
  readonly state: string;
  readonly lastUpdateAt?: number | undefined;
}

/** Whether news of `state` may change what the books hold. Asked and Refused are ours: any word of Amazon's beats them. */
export function isNews(kind: ObjectKind, held: Held, news: Held): boolean {
  if (held.state === "Asked" || held.state === "Refused") return true;
  if (isFinal(kind, held.state) || !isReachable(kind, held.state, news.state)) return false;
  return held.lastUpdateAt === undefined || news.lastUpdateAt === undefined || news.lastUpdateAt >= held.lastUpdateAt;
}

/** Ours is final or further on than what was heard. */
export const isLate = (kind: ObjectKind, held: Held, news: Held): boolean =>
  held.state !== news.state && !isNews(kind, held, news);

export function ignoreLate(w: Working, kind: ObjectKind, id: string, { held, news }: { held: Held; news: Held }) {
  if (isLate(kind, held, news)) say(w, "lateNewsIgnored", { kind, id, held: held.state, heard: news.state });
}
