// How a failed call ended, in the port's words. Pure but for reading the error.
import { AmazonPayError } from "@noren-pay/client";
import type { Performed, Read } from "@noren-pay/payments";

/** Codes by which Amazon says that an object does not exist. */
const missingCodes: ReadonlySet<string> = new Set(["InvalidOrderReferenceId", "InvalidTransactionId"]);

/**
 * `never` is a refusal; `later` had certainly no effect, whether Amazon throttled the call or it never left this
 * machine, so it may be made again later: `throttled`. Everything else is unknown, errors of ours included: once a call
 * may have left, only Amazon knows how it ended.
 */
export function performedOf(error: unknown): Performed {
  if (!(error instanceof AmazonPayError)) return { outcome: "unknown", why: nameOf(error) };
  const { code, requestId, message, retry } = error;
  switch (retry) {
    case "never":
      // Amazon's own spelling where this version does not know the code.
      return { outcome: "refused", code: error.amazonCode ?? code, message, requestId };
    case "later":
      return { outcome: "throttled", requestId };
    case "recover":
      return { outcome: "unknown", why: code, requestId };
  }
}

/** A read that was refused for another reason than a missing object says nothing about the object: `unknown`. */
export function readOf(error: unknown): Read {
  const performed = performedOf(error);
  switch (performed.outcome) {
    case "refused":
      return missingCodes.has(performed.code)
        ? { outcome: "missing", code: performed.code, requestId: performed.requestId }
        : { outcome: "unknown", why: performed.code, requestId: performed.requestId };
    case "throttled":
    case "unknown":
      return performed;
    case "done":
      return { outcome: "unknown", why: "an error cannot be an answer" };
  }
}

const nameOf = (error: unknown) => (error instanceof Error ? error.name : "not an error");
