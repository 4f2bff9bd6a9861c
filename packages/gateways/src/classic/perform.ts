// One intent, one call. Errors pass through; `outcome.ts` reads them.
import type { AmazonPayClient } from "@noren-pay/client";
import type { Addressed, Intent, IntentParameters, Performed, Snapshot } from "@noren-pay/payments";
import { authorizationSnapshot, captureSnapshot, orderReferenceSnapshot, refundSnapshot } from "./snapshots.ts";

export interface Where {
  readonly client: AmazonPayClient;
  readonly at: Addressed;
  readonly options: { readonly signal?: AbortSignal };
}

type Sent<Kind extends IntentParameters["kind"]> = Extract<IntentParameters, { kind: Kind }>;

const done = (requestId: string, ...snapshots: Snapshot[]): Performed => ({ outcome: "done", snapshots, requestId });

/** Nothing was sent: Amazon knows no such object as far as our books go, and would refuse it by this code. */
const noAmazonId: Performed = {
  outcome: "refused",
  code: "InvalidTransactionId",
  message: "Amazon's id of the object is not known; nothing was sent.",
};

export async function performIntent({ parameters }: Intent, where: Where): Promise<Performed> {
  const { client, at, options } = where;
  const AmazonOrderReferenceId = at.amazonOrderReferenceId;
  switch (parameters.kind) {
    case "setDetails":
      return setDetails(parameters, where);
    case "confirm":
      return done((await client.confirmOrderReference({ AmazonOrderReferenceId }, options)).requestId);
    case "authorize":
      return authorize(parameters, where);
    case "closeAuthorization":
      return closeAuthorization(parameters, where);
    case "capture":
      return capture(parameters, where);
    case "refund":
      return refund(parameters, where);
    case "cancel": {
      const request = { AmazonOrderReferenceId, CancelationReason: parameters.reason };
      return done((await client.cancelOrderReference(request, options)).requestId);
    }
    case "close": {
      const request = { AmazonOrderReferenceId, ClosureReason: parameters.reason };
      return done((await client.closeOrderReference(request, options)).requestId);
    }
  }
}

async function setDetails(sent: Sent<"setDetails">, { client, at, options }: Where): Promise<Performed> {
  const answer = await client.setOrderReferenceDetails(
    {
      AmazonOrderReferenceId: at.amazonOrderReferenceId,
      OrderReferenceAttributes: {
        OrderTotal: sent.total,
        SellerNote: sent.sellerNote,
        SellerOrderAttributes: { SellerOrderId: sent.sellerOrderId, StoreName: sent.storeName },
      },
    },
    options,
  );
  return done(answer.requestId, orderReferenceSnapshot(answer.OrderReferenceDetails));
}

async function authorize(sent: Sent<"authorize">, { client, at, options }: Where): Promise<Performed> {
  const answer = await client.authorize(
    {
      AmazonOrderReferenceId: at.amazonOrderReferenceId,
      AuthorizationReferenceId: sent.authorizationId,
      AuthorizationAmount: sent.amount,
      SellerAuthorizationNote: sent.note,
      TransactionTimeout: sent.timeoutMinutes,
      CaptureNow: sent.captureNow,
    },
    options,
  );
  return done(answer.requestId, authorizationSnapshot(answer.AuthorizationDetails));
}

async function closeAuthorization(
  sent: Sent<"closeAuthorization">,
  { client, at, options }: Where,
): Promise<Performed> {
  const AmazonAuthorizationId = at.amazonIdOf("Authorization", sent.authorizationId);
  if (AmazonAuthorizationId === undefined) return noAmazonId;
  const request = { AmazonAuthorizationId, ClosureReason: sent.reason };
  return done((await client.closeAuthorization(request, options)).requestId);
}

async function capture(sent: Sent<"capture">, { client, at, options }: Where): Promise<Performed> {
  const AmazonAuthorizationId = at.amazonIdOf("Authorization", sent.authorizationId);
  if (AmazonAuthorizationId === undefined) return noAmazonId;
  const answer = await client.capture(
    {
      AmazonAuthorizationId,
      CaptureReferenceId: sent.captureId,
      CaptureAmount: sent.amount,
      SellerCaptureNote: sent.note,
    },
    options,
  );
  return done(answer.requestId, captureSnapshot(answer.CaptureDetails));
}

async function refund(sent: Sent<"refund">, { client, at, options }: Where): Promise<Performed> {
  const AmazonCaptureId = at.amazonIdOf("Capture", sent.captureId);
  if (AmazonCaptureId === undefined) return noAmazonId;
  const answer = await client.refund(
    { AmazonCaptureId, RefundReferenceId: sent.refundId, RefundAmount: sent.amount, SellerRefundNote: sent.note },
    options,
  );
  return done(answer.requestId, refundSnapshot(answer.RefundDetails));
}
