// Errors on their way out: RFC 9457 problem documents without stack, path or SQL.
import type { Price, Retry } from "@noren-pay/base";
import { type Language, type ProblemCode, problems } from "./codes.ts";

interface Details {
  /** The field at fault, as a dotted path. */
  readonly field?: string | undefined;
  /** The most that would be taken. */
  readonly limit?: Price | undefined;
  /** A finer code than the row's, such as a refusal of the payment service or Amazon's own error code. */
  readonly reason?: string | undefined;
  /** Public texts of that finer code. */
  readonly texts?: Readonly<Record<Language, string>> | undefined;
  /** Amazon's request id, for its support. */
  readonly requestId?: string | undefined;
  readonly operation?: string | undefined;
  readonly cause?: unknown;
}

/** The one error class of this room. */
export class ServerError extends Error {
  override readonly name = "ServerError";
  readonly code: ProblemCode;
  readonly retry: Retry;
  readonly status: number;
  readonly requestId: string | undefined;
  readonly operation: string | undefined;
  readonly details: Details;

  constructor(code: ProblemCode, details: Details = {}) {
    super(`${code}: ${problems[code].en}`, { cause: details.cause });
    this.code = code;
    this.retry = problems[code].retry;
    this.status = problems[code].status;
    this.requestId = details.requestId;
    this.operation = details.operation;
    this.details = details;
  }
}

/** The body of every error answer, as `application/problem+json`. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly retry: Retry;
  readonly detail: string;
  readonly field?: string | undefined;
  readonly limit?: Price | undefined;
  readonly reason?: string | undefined;
  readonly amazonRequestId?: string | undefined;
}

export function problemOf(error: ServerError, language: Language): Problem {
  const { code, status, retry, details } = error;
  return {
    type: `/docs#error-${code}`,
    title: problems[code][language],
    status,
    code,
    retry,
    detail: details.texts?.[language] ?? problems[code][language],
    ...(details.field === undefined ? {} : { field: details.field }),
    ...(details.limit === undefined ? {} : { limit: details.limit }),
    ...(details.reason === undefined ? {} : { reason: details.reason }),
    ...(error.requestId === undefined ? {} : { amazonRequestId: error.requestId }),
  };
}
