// How an exchange can end without an answer. The one question that matters for money is whether a byte of the request
// can have reached Amazon.
import { AmazonPayError, type ClientErrorCode } from "../errors.ts";

/** `broken`: the connection. `tooLarge`: the answer is over the size limit. */
export type FailureReason = "broken" | "timeout" | "aborted" | "tooLarge";

/** Thrown by a transport. `sent`: false only when certainly nothing was sent. */
export class TransportFailure extends Error {
  override readonly name = "TransportFailure";
  readonly reason: FailureReason;
  readonly sent: boolean;

  constructor(reason: FailureReason, facts: { sent: boolean; cause?: unknown }) {
    super(`${reason}, ${facts.sent ? "after" : "before"} the request was sent`, { cause: facts.cause });
    this.reason = reason;
    this.sent = facts.sent;
  }
}

const codes: Readonly<Record<FailureReason, { readonly unsent: ClientErrorCode; readonly sent: ClientErrorCode }>> = {
  broken: { unsent: "ConnectionFailed", sent: "AnswerLost" },
  timeout: { unsent: "ConnectionFailed", sent: "Timeout" },
  aborted: { unsent: "AbortedUnsent", sent: "Aborted" },
  tooLarge: { unsent: "UnreadableAnswer", sent: "UnreadableAnswer" },
};

/** Turns whatever a transport threw into the client's error. An unexpected throw counts as sent. */
export function errorOfFailure(thrown: unknown, operation: string): AmazonPayError {
  if (thrown instanceof AmazonPayError) return thrown;
  if (!(thrown instanceof TransportFailure)) return new AmazonPayError("AnswerLost", { operation, cause: thrown });
  return new AmazonPayError(codes[thrown.reason][thrown.sent ? "sent" : "unsent"], { operation, cause: thrown.cause });
}
