import type { Clock } from "@noren-pay/base";
import { type Environment, type OperationName, operations, type Quota, quotas } from "@noren-pay/protocol";
import { AmazonPayError } from "../errors.ts";
import { type Bucket, drain, fullBucket, returnToken, takeToken } from "./bucket.ts";

/** The published quota of an operation. */
export const quotaOf = (operation: OperationName, environment: Environment): Quota =>
  quotas[operations[operation].quota][environment];

export interface Throttle {
  /** Resolves when the call may go. Throws `QuotaWaitTooLong` at once when that is later than `waitMsMax`. */
  admit(operation: OperationName, limits: { waitMsMax: number; signal?: AbortSignal | undefined }): Promise<void>;
  /** Amazon has throttled after all. */
  throttled(operation: OperationName): void;
}

/** For a client that is used alone: one bucket per operation, in this process. Buckets fill in business time. */
export function ownThrottle(environment: Environment, clock: Clock): Throttle {
  const buckets = new Map<OperationName, Bucket>();
  const bucketOf = (operation: OperationName) =>
    buckets.get(operation) ?? fullBucket(quotaOf(operation, environment), clock.now());
  return {
    async admit(operation, { waitMsMax, signal }) {
      const quota = quotaOf(operation, environment);
      const { bucket, waitMs } = takeToken(bucketOf(operation), quota, clock.now());
      if (waitMs > waitMsMax) throw new AmazonPayError("QuotaWaitTooLong", { operation });
      buckets.set(operation, bucket);
      if (waitMs === 0) return;
      try {
        await clock.sleep(waitMs, signal);
      } catch (cause) {
        buckets.set(operation, returnToken(bucketOf(operation), quota));
        throw new AmazonPayError("AbortedUnsent", { operation, cause });
      }
    },
    throttled(operation) {
      buckets.set(operation, drain(bucketOf(operation), quotaOf(operation, environment), clock.now()));
    },
  };
}

/** For a client that somebody else governs. */
export const noThrottle: Throttle = { admit: async () => undefined, throttled: () => undefined };
