// Whether a call is sent once more. Spacing: integration guide, Handling API errors (1, 2, 4, 10, 30 s).
import type { Operation } from "@noren-pay/protocol";
import type { AmazonPayError } from "../errors.ts";

/** Waits before the second, third … attempt, in milliseconds of wall time. */
export const standardDelaysMs: readonly number[] = [1_000, 2_000, 4_000, 10_000];

export interface RetryQuestion {
  readonly operation: Pick<Operation, "recovery">;
  readonly error: Pick<AmazonPayError, "code" | "retry" | "status">;
  /** The attempt that failed; the first is 1. */
  readonly attempt: number;
  readonly delaysMs: readonly number[];
  /** How long one token of the operation's quota takes to come back, in milliseconds. */
  readonly restoreMs: number;
}

export type RetryDecision = { readonly afterMs: number } | "giveUp";

/**
 * Decides on another attempt with the same reference id and parameters. After an unknown outcome only operations that
 * Amazon deduplicates or that only read are repeated; what was refused beforehand may always be sent again.
 */
export function decideRetry({ operation, error, attempt, delaysMs, restoreMs }: RetryQuestion): RetryDecision {
  const delayMs = delaysMs[attempt - 1];
  if (delayMs === undefined || !mayRepeat(operation, error)) return "giveUp";
  return { afterMs: error.code === "RequestThrottled" ? Math.max(delayMs, restoreMs) : delayMs };
}

function mayRepeat(operation: RetryQuestion["operation"], error: RetryQuestion["error"]): boolean {
  switch (error.code) {
    case "Aborted":
    case "AbortedUnsent":
      return false; // The caller has left.
    case "QuotaExceeded":
    case "QuotaWaitTooLong":
      return false; // Comes back by the hour: nothing that a few seconds would change.
    case "UnreadableAnswer":
      if (error.status !== undefined && error.status >= 300 && error.status < 500) return false; // Not Amazon's voice.
      break;
  }
  if (error.retry === "later") return true;
  return error.retry === "recover" && (operation.recovery === "repeat" || operation.recovery === "replay");
}
