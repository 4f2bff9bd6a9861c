// What an unknown outcome asks for, by the operation's row in protocol.
import { commonErrors, type OperationName, operations, type Recovery } from "@noren-pay/protocol";
import type { Intent } from "../model/intents.ts";

export const recoveryOf = (operation: OperationName): Recovery => operations[operation].recovery;

const doorErrors: ReadonlySet<string> = new Set(commonErrors);

/**
 * Whether Amazon turned the call away at the door (keys, signature, account, path): such a refusal says nothing about
 * what an earlier call with the same reference id did, and a person can mend its cause. A refused parameter is refused
 * each time, so it is final unless an earlier call of the intent is unknown.
 */
export function isRefusedAtTheDoor(code: string, intent: Intent): boolean {
  if (!doorErrors.has(code)) return false;
  return code !== "InvalidParameterValue" || intent.state === "unknown";
}

/** Whether a refusal says that an object is in another state than our books hold: then it is read. */
export const stateRefusals: ReadonlySet<string> = new Set([
  "InvalidOrderReferenceStatus",
  "OrderReferenceNotModifiable",
  "InvalidAuthorizationStatus",
  "CaptureNotRefundable",
  "InvalidCancelAttempt",
  "InvalidCloseAttempt",
  "ConstraintsExist",
  "PaymentMethodNotUpdated",
  "TransactionAmountExceeded",
  "TransactionCountExceeded",
]);
