// The client's table of errors. Amazon's own codes come from protocol; the rest say what went wrong on the way.
import type { ErrorTable, Retry } from "@noren-pay/base";
import { type ErrorCode as AmazonErrorCode, errors as amazonErrors } from "@noren-pay/protocol";

/** Codes of our own: what Amazon never said. */
export const clientErrors = {
  InvalidOptions: { retry: "never", text: "An option of the client is missing or not valid." },
  InvalidRequest: { retry: "never", text: "The request is not valid; nothing was sent." },
  ConnectionFailed: { retry: "later", text: "No connection to Amazon; nothing was sent." },
  QuotaWaitTooLong: { retry: "later", text: "The published quota is used up for longer than the call may take." },
  AbortedUnsent: { retry: "later", text: "The caller gave up before anything was sent." },
  Aborted: { retry: "recover", text: "The caller gave up after the request was sent." },
  Timeout: { retry: "recover", text: "Amazon did not answer in time." },
  AnswerLost: { retry: "recover", text: "The connection broke after the request was sent." },
  UnreadableAnswer: { retry: "recover", text: "The answer cannot be read." },
  RefusedOtherwise: { retry: "never", text: "Amazon refused with a code that this version does not know." },
  FailedOtherwise: { retry: "recover", text: "Amazon failed with a code that this version does not know." },
  InvalidToken: { retry: "never", text: "The access token is not valid or has expired." },
  TokenOfAnotherClient: { retry: "never", text: "The access token was given to another application." },
  InsufficientScope: { retry: "never", text: "The access token does not allow this." },
} as const satisfies ErrorTable;

export type ClientErrorCode = keyof typeof clientErrors;
export type AmazonPayErrorCode = ClientErrorCode | AmazonErrorCode;

/** Every code an `AmazonPayError` may carry, with what a caller may do and its public text. */
export const amazonPayErrors: Readonly<Record<AmazonPayErrorCode, { readonly retry: Retry; readonly text: string }>> = {
  ...amazonErrors,
  ...clientErrors,
};

export interface ErrorFacts {
  /** Amazon's name of the operation, or what was being done. */
  readonly operation: string;
  /** Amazon's request id. */
  readonly requestId?: string | undefined;
  /** HTTP status, when there was an answer. */
  readonly status?: number | undefined;
  /** The field at fault, as a dotted wire name, or the option. */
  readonly field?: string | undefined;
  /** What is wrong with the field and how to mend it. Never the value itself. */
  readonly problem?: string | undefined;
  /** Amazon's code as it was written, for codes this version does not know. */
  readonly amazonCode?: string | undefined;
  /** Amazon's own sentence. May repeat values of the request, so it is not part of `message`. */
  readonly amazonMessage?: string | undefined;
  readonly cause?: unknown;
}

/**
 * A call that gave no result. Branch on `code` and `retry`, never on the text. The message holds no secret and nothing
 * of the buyer's, so it may be logged. Every code stands in docs/errors.md.
 */
export class AmazonPayError extends Error {
  override readonly name = "AmazonPayError";
  readonly code: AmazonPayErrorCode;
  readonly retry: Retry;
  readonly operation: string;
  /** Quote it to Amazon's support. */
  readonly requestId: string | undefined;
  /** HTTP status, when there was an answer. */
  readonly status: number | undefined;
  readonly field: string | undefined;
  /** Amazon's code as it was written; undefined when Amazon gave none. */
  readonly amazonCode: string | undefined;
  // Private, so that loggers that print an error's properties do not print what Amazon repeats of the request.
  readonly #amazonMessage: string | undefined;

  constructor(code: AmazonPayErrorCode, facts: ErrorFacts) {
    const where = facts.field === undefined ? "" : ` (${facts.field}${facts.problem ? `: ${facts.problem}` : ""})`;
    super(`${facts.operation}: ${code}: ${amazonPayErrors[code].text}${where}`, { cause: facts.cause });
    this.code = code;
    this.retry = amazonPayErrors[code].retry;
    this.operation = facts.operation;
    this.requestId = facts.requestId;
    this.status = facts.status;
    this.field = facts.field;
    this.amazonCode = facts.amazonCode;
    this.#amazonMessage = facts.amazonMessage;
  }

  /** Amazon's own sentence, for a person who looks into it. It may repeat values of the request: do not log it. */
  get amazonMessage(): string | undefined {
    return this.#amazonMessage;
  }
}

export const isAmazonPayError = (thrown: unknown): thrown is AmazonPayError => thrown instanceof AmazonPayError;
