// Whatever was thrown, in our words. What we do not know becomes `internalError` and is logged, never shown.
import { hasZodFastifySchemaValidationErrors } from "fastify-type-provider-zod";
import type { ProblemCode } from "./codes.ts";
import { ServerError } from "./problem.ts";
import { problemOfPayments } from "./refusals.ts";

const byFrameworkCode: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_CTP_INVALID_JSON_BODY: "malformedJson",
  FST_ERR_CTP_EMPTY_JSON_BODY: "malformedJson",
  FST_ERR_CTP_BODY_TOO_LARGE: "bodyTooLarge",
  FST_ERR_CTP_INVALID_MEDIA_TYPE: "unsupportedMediaType",
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: "badRequest",
  FST_ERR_BAD_URL: "badRequest",
  FST_CSRF_MISSING_SECRET: "csrfTokenInvalid",
  FST_CSRF_INVALID_TOKEN: "csrfTokenInvalid",
};

const byStatus: Readonly<Record<number, ProblemCode>> = {
  401: "apiKeyInvalid",
  403: "rightMissing",
  404: "notFound",
  405: "methodNotAllowed",
  413: "bodyTooLarge",
  415: "unsupportedMediaType",
  429: "tooManyRequests",
};

export function serverErrorOf(error: unknown): ServerError {
  if (error instanceof ServerError) return error;
  const ofPayments = problemOfPayments(error);
  if (ofPayments !== undefined) return ofPayments;
  if (hasZodFastifySchemaValidationErrors(error)) {
    return new ServerError("invalidField", { field: fieldOf(error.validation[0]) });
  }
  const { code, statusCode } = (error ?? {}) as { code?: unknown; statusCode?: unknown };
  if (error instanceof SyntaxError && statusCode === 400) return new ServerError("malformedJson");
  const known = typeof code === "string" ? byFrameworkCode[code] : undefined;
  if (known !== undefined) return new ServerError(known);
  if (typeof statusCode === "number" && statusCode >= 400 && statusCode < 500) {
    return new ServerError(byStatus[statusCode] ?? "badRequest");
  }
  return new ServerError("internalError", { cause: error });
}

/** `/total/amount` as `total.amount`; undefined when the body as a whole is at fault. */
function fieldOf(issue: { instancePath?: string; params?: unknown } | undefined): string | undefined {
  const path = issue?.instancePath?.split("/").filter((part) => part !== "") ?? [];
  const unknown = (issue?.params as { keys?: readonly string[] } | undefined)?.keys?.[0];
  if (unknown !== undefined) path.push(unknown);
  return path.length === 0 ? undefined : path.join(".").replaceAll("~1", "/").replaceAll("~0", "~");
}
