// Goes round the attempts of one call: throttle, send, decide, wait. What is sent and how an answer is read are the
// caller's.
import type { Clock } from "@noren-pay/base";
import type { Operation } from "@noren-pay/protocol";
import { AmazonPayError } from "../errors.ts";
import { errorOfFailure } from "./failure.ts";
import { decideRetry } from "./retry.ts";

export interface Governed<T> {
  /** For errors. */
  readonly name: string;
  readonly operation: Pick<Operation, "recovery">;
  /** Waits until a call may go, at most `waitMsMax`. */
  readonly admit: (waitMsMax: number) => Promise<void> | undefined;
  /** One attempt, taking at most `timeoutMs` of wall time. */
  readonly attempt: (timeoutMs: number) => Promise<T>;
  readonly onThrottled?: () => void;
  /** How long one token of the quota takes to come back, in milliseconds. */
  readonly restoreMs: number;
}

export interface Patience {
  readonly clock: Clock;
  /** Wall time of one attempt. */
  readonly timeoutMs: number;
  /** Wall time of the whole call: waits and all attempts. */
  readonly totalTimeoutMs: number;
  /** Waits between attempts; empty: one attempt only. */
  readonly delaysMs: readonly number[];
  readonly signal?: AbortSignal | undefined;
}

/** Runs a call to its end. Throws AmazonPayError: that of the last attempt. */
export async function attempts<T>(call: Governed<T>, patience: Patience): Promise<T> {
  const { clock, signal, delaysMs } = patience;
  const deadline = clock.wall() + patience.totalTimeoutMs;
  if (signal?.aborted) throw new AmazonPayError("AbortedUnsent", { operation: call.name, cause: signal.reason });
  // Bounded: decideRetry gives up when the delays are used up.
  for (let attempt = 1; ; attempt++) {
    const wait = call.admit(deadline - clock.wall());
    if (wait) await wait;
    try {
      return await call.attempt(Math.max(1, Math.min(patience.timeoutMs, deadline - clock.wall())));
    } catch (thrown) {
      const error = errorOfFailure(thrown, call.name);
      if (error.code === "RequestThrottled") call.onThrottled?.();
      const { operation, restoreMs } = call;
      const decision = decideRetry({ operation, error, attempt, delaysMs, restoreMs });
      if (decision === "giveUp" || clock.wall() + decision.afterMs >= deadline) throw error;
      // A caller who leaves while we wait is told how the last attempt ended: that is what he must recover from.
      await clock.sleep(decision.afterMs, signal).catch(() => {
        throw error;
      });
    }
  }
}
