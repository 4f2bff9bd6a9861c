import type { Instant } from "@noren-pay/base";
import { type Environment, type OperationName, operations, quotas } from "@noren-pay/protocol";

interface Bucket {
  tokens: number;
  at: Instant;
}

interface Taking {
  readonly sellerId: string;
  /** Whose keys have signed: quota belongs to the pair. */
  readonly callerId: string;
  readonly environment: Environment;
  readonly action: OperationName;
  readonly now: Instant;
}

/** Token buckets per seller, caller, environment and operation, refilled in business time by the published quota. */
export class Throttle {
  readonly #buckets = new Map<string, Bucket>();

  /** Takes a token; false when there is none. */
  take(call: Taking): boolean {
    const { burst, perSecond } = quotas[operations[call.action].quota][call.environment];
    const key = `${call.sellerId} ${call.callerId} ${call.environment} ${call.action}`;
    let bucket = this.#buckets.get(key);
    if (!bucket) {
      bucket = { tokens: burst, at: call.now };
      this.#buckets.set(key, bucket);
    }
    const refill = (Math.max(0, call.now - bucket.at) / 1000) * perSecond;
    bucket.tokens = Math.min(burst, bucket.tokens + refill);
    bucket.at = call.now;
    // Adding thirds of a token leaves dust below a whole one.
    if (bucket.tokens < 1 - 1e-9) return false;
    bucket.tokens -= 1;
    return true;
  }

  forgetSeller(sellerId: string): void {
    for (const key of this.#buckets.keys()) if (key.startsWith(`${sellerId} `)) this.#buckets.delete(key);
  }

  clear(): void {
    this.#buckets.clear();
  }
}
