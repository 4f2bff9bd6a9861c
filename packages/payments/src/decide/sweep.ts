// The sweep: live orders are compared with Amazon, so that the loss of every notice changes nothing but the time.
import type { Snapshot } from "../model/snapshots.ts";
import { find as findAuthorization } from "./observe/authorization.ts";
import { find as findCapture } from "./observe/capture.ts";
import { find as findRefund } from "./observe/refund.ts";
import { sweepAtOf, sweptObjects } from "./sweep-times.ts";
import { planRead, say, type Working } from "./working.ts";

/** Plans a look at everything that may have changed, when its time has come. */
export function sweep(w: Working) {
  const at = sweepAtOf(w.order);
  if (at === undefined || at > w.now) return;
  w.order.sweptAt = w.now;
  for (const object of sweptObjects(w.order)) planRead(w, { ...object, why: "sweep" });
}

/** Before the news is taken in: a difference that nobody told us of is an alert, with both sides. */
export function compareWithBooks(w: Working, snapshot: Snapshot) {
  const [ours, theirs] = sidesOf(w, snapshot);
  if (ours !== undefined && Object.entries(theirs).every(([name, value]) => ours[name] === value)) return;
  say(w, "divergenceFound", { kind: snapshot.kind, amazonId: snapshot.amazonId, ours, theirs });
}

type Side = Readonly<Record<string, string | number>>;

function sidesOf(w: Working, snapshot: Snapshot): readonly [Side | undefined, Side] {
  switch (snapshot.kind) {
    case "OrderReference":
      return [{ state: w.order.orderReference.state }, { state: snapshot.state }];
    case "Authorization": {
      const held = findAuthorization(w, snapshot);
      const { state, capturedAmount } = snapshot;
      return [
        held && { state: held.state, captured: held.capturedAmount.amount },
        { state, captured: capturedAmount.amount },
      ];
    }
    case "Capture": {
      const held = findCapture(w, snapshot);
      const { state, refundedAmount } = snapshot;
      return [
        held && { state: held.state, refunded: held.refundedAmount.amount },
        { state, refunded: refundedAmount.amount },
      ];
    }
    case "Refund": {
      const held = findRefund(w, snapshot);
      return [held && { state: held.state }, { state: snapshot.state }];
    }
  }
}
