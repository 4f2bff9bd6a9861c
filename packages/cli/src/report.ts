/** Errors whose message was written for a person: those of our rooms, which carry a `code` and a `retry`. */
export function isExpected(error: unknown): error is Error {
  return error instanceof Error && "code" in error && "retry" in error;
}
