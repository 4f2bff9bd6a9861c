// One object, one Get call. Errors pass through; `outcome.ts` reads them.
import type { ObjectRef, Read, Snapshot } from "@noren-pay/payments";
import type { Where } from "./perform.ts";
import { authorizationSnapshot, captureSnapshot, orderReferenceSnapshot, refundSnapshot } from "./snapshots.ts";

const found = (requestId: string, snapshot: Snapshot): Read => ({ outcome: "found", snapshot, requestId });

export async function readObject(object: ObjectRef, { client, at, options }: Where): Promise<Read> {
  const known = object.amazonId ?? at.amazonIdOf(object.kind, object.id);
  const amazonId = known ?? (object.kind === "OrderReference" ? at.amazonOrderReferenceId : undefined);
  if (amazonId === undefined) return { outcome: "unknown", why: "Amazon's id of the object is not known" };
  switch (object.kind) {
    case "OrderReference": {
      const answer = await client.getOrderReferenceDetails({ AmazonOrderReferenceId: amazonId }, options);
      return found(answer.requestId, orderReferenceSnapshot(answer.OrderReferenceDetails));
    }
    case "Authorization": {
      const answer = await client.getAuthorizationDetails({ AmazonAuthorizationId: amazonId }, options);
      return found(answer.requestId, authorizationSnapshot(answer.AuthorizationDetails));
    }
    case "Capture": {
      const answer = await client.getCaptureDetails({ AmazonCaptureId: amazonId }, options);
      return found(answer.requestId, captureSnapshot(answer.CaptureDetails));
    }
    case "Refund": {
      const answer = await client.getRefundDetails({ AmazonRefundId: amazonId }, options);
      return found(answer.requestId, refundSnapshot(answer.RefundDetails));
    }
  }
}
