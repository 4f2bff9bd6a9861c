import type { Problem } from "@noren-pay/server";

/** What went wrong with a request, in the server's words where it gave any. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly status: number;
  /** Undefined where no problem document came: the line broke, or something in between answered. */
  readonly problem: Problem | undefined;
  readonly retryAfterSeconds: number | undefined;

  constructor(at: {
    status: number;
    problem?: Problem | undefined;
    retryAfterSeconds?: number | undefined;
    cause?: unknown;
  }) {
    super(at.problem?.code ?? `no answer (${at.status})`, { cause: at.cause });
    this.status = at.status;
    this.problem = at.problem;
    this.retryAfterSeconds = at.retryAfterSeconds;
  }

  get code(): string {
    return this.problem?.code ?? (this.status === 0 ? "offline" : "unreadable");
  }
}

/** Reads an error answer. */
export async function errorOf(response: Response): Promise<ApiError> {
  const retryAfter = Number(response.headers.get("retry-after"));
  const retryAfterSeconds = Number.isFinite(retryAfter) && retryAfter > 0 ? Math.ceil(retryAfter) : undefined;
  const body: unknown = await response.json().catch(() => undefined);
  const problem = isProblem(body) ? body : undefined;
  return new ApiError({ status: response.status, problem, retryAfterSeconds });
}

const isProblem = (body: unknown): body is Problem =>
  typeof body === "object" && body !== null && "code" in body && typeof body.code === "string";
